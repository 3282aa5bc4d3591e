"""Records edited by a mutating hand: what is in them is read, or reported with its line."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from reliability.figures import count, tell
from reliability.mutations import MARK, mutated, random_review
from reliability.place import Place
from review.desks import desk
from vade.errors import VadeError
from vade.review.record.parse import Parsed, parse
from vade.review.record.render import render
from vade.review.taking import take_in

pytestmark = pytest.mark.slow

RECORDS = count(600, 20_000)
PART = 4
ITEM = re.compile(r" ?[-*+] +\[[ xX]\]")
OURS = re.compile(r"# Review of |\||\*\*(?:Pass|Fail|Incomplete)\.\*\*")
"""Lines above the first item that are made anew each time, out of the items; so are those that
go on below a key of the front matter."""


def read(data: bytes) -> Parsed | None:
    try:
        return parse(data.decode("utf-8", "replace"))
    except VadeError:
        return None  # refused with a message: the file is as it was


def dropped(data: bytes, parsed: Parsed) -> list[str]:
    """The marked words that are neither in the review nor in an item that is reported."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    kept = set(MARK.findall(render(parsed.review)))
    reported = {p.line for p in parsed.problems}
    lost, item, head, front = [], 0, True, True
    for number, line in enumerate(text.split("\n"), 1):
        if ITEM.match(line):
            item, head = number, False
        front = front and (number == 1 or not line.startswith("---"))
        if (head and OURS.match(line)) or (front and line.startswith(" ")):
            continue
        if set(MARK.findall(line)) - kept and not reported & set(range(item, number + 2)):
            lost.append(f"{number}: {line}")
    return lost


@pytest.mark.parametrize("part", range(PART))
def test_nothing_in_a_record_is_dropped_unseen(part: int) -> None:
    refused = 0
    for seed in range(part * RECORDS // PART, (part + 1) * RECORDS // PART):
        chance = random.Random(seed)
        review, mark = random_review(chance)
        data = mutated(render(review), chance, mark)
        parsed = read(data)
        if parsed is None:
            refused += 1
            continue
        assert dropped(data, parsed) == [], f"seed {seed}:\n{data.decode('utf-8', 'replace')}"
    assert refused < RECORDS / PART / 3
    tell("records", RECORDS // PART)


def test_every_record_is_taken_in_or_refused(place: Place) -> None:
    turns = count(60, 3000)
    record = place.shop / "record.md"
    for seed in range(turns):
        if seed % 100 == 0:
            here = desk(place.home / f"state{seed}", place.shop)
        chance = random.Random(-seed)
        review, mark = random_review(chance)
        record.write_bytes(mutated(render(review), chance, mark))
        before = ids(here)
        try:
            taken = take_in(here, record)
        except VadeError:
            assert ids(here) == before
            continue
        known = {item.id for item in here.get(taken.review.id).items}
        assert known >= before.get(taken.review.id, set()), f"seed {seed}"
        if seed % 100 == 99:
            here.store.close()
    tell("records", turns)


def ids(here: object) -> dict[str, set[str]]:
    """The items of every review in the database."""
    return {r.id: {i.id for i in here.get(r.id).items} for r in here.reviews()}  # type: ignore[attr-defined]


def test_the_command_takes_every_record_in_or_says_what_is_wrong(place: Place) -> None:
    turns = count(6, 200)
    for seed in range(turns):
        chance = random.Random(seed)
        review, mark = random_review(chance)
        record = Path(place.shop) / f"{seed}.md"
        record.write_bytes(mutated(render(review), chance, mark))
        done = place.run("review", "import", str(record))
        assert done.returncode in {0, 1, 2}, f"seed {seed}: {done.stderr}"
        assert "Traceback" not in done.stderr, f"seed {seed}: {done.stderr}"
        assert "unexpected" not in done.stderr, f"seed {seed}: {done.stderr}"
    tell("records", turns)
