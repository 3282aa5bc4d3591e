"""Many write to one review at once: commands, processes, and two screens."""

from __future__ import annotations

import re
import subprocess

import pytest

from reliability.figures import count, tell
from reliability.place import ITEMS, Place
from reliability.terminal import Terminal
from review.test_durability import lost_together

pytestmark = pytest.mark.slow

COMMANDS = 6


def test_eight_processes_lose_no_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    turns = count(1, 20)
    for _ in range(turns):
        assert lost_together(tmp_path_factory.mktemp("eight"), 8, count(25, 200)) == set()
    tell("together", turns)


def tall(place: Place) -> Terminal:
    terminal = place.reviewing()
    terminal.shows("Item 19")
    return terminal


def test_two_screens_and_a_command_see_and_keep_each_others_answers(place: Place) -> None:
    turns = count(1, 20)
    for _ in range(turns):
        review = place.begin().id
        with tall(place) as one, tall(place) as other:
            other.send("G")
            commands = [
                subprocess.Popen(
                    place.command("review", "answer", f"item-{n:02}", "na", "--reason", "x"),
                    cwd=place.shop,
                    env=dict(place.env),
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                )
                for n in range(7, 7 + COMMANDS)
            ]
            for _ in range(5):
                one.send("p")
                other.send("pk")
                one.rest(0.05)
                other.rest(0.05)
            for command in commands:
                said, _ = command.communicate(timeout=120)
                assert command.returncode == 0, said
            for terminal in (one, other):
                text = terminal.until(lambda text: len(re.findall(r"n/a +Item", text)) == COMMANDS)
                assert "Traceback" not in text
                assert "locked" not in text
            here = place.desk()
            found = here.get(review).items
            wanted = {n: str(item.answer.state) for n, item in enumerate(found)}
            for terminal in (one, other):
                terminal.until(lambda text, w=wanted: shown(text) == w)
            assert len(wanted) == ITEMS
            assert [wanted[n] for n in range(5)] == ["pass"] * 5
            here.store.close()
    tell("together", turns)


def shown(text: str) -> dict[int, str]:
    """The states that a screen shows, by the item's number."""
    found = re.findall(r"(pass|fail|n/a|follow-up|unanswered) +Item (\d\d) ", text)
    return {int(number): state for state, number in found}
