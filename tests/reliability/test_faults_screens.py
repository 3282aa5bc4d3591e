"""A full disk, a quota, a broken one, while the screens are used: said in a toast, nothing lost."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reliability.figures import FULL, tell
from reliability.place import Place
from reliability.shim import ERRORS, needs_gcc
from reliability.terminal import Terminal
from vade.tui.marks import Marks

pytestmark = [pytest.mark.slow, needs_gcc]

STEPS = range(1, 100) if FULL else (1, 2, 3)
"""Which write fails; a run ends where the screens did not come so far."""
STAR = "pack:old/one"


@contextmanager
def failing(place: Place, shim: Path, below: str, fault: tuple[int, int, bool]) -> Iterator[Path]:
    """Let one write below a folder of the user fail; give the log of all of them."""
    at, code, sticks = fault
    log = place.home / "faults"
    log.unlink(missing_ok=True)
    place.env = {
        **place.env,
        "LD_PRELOAD": str(shim),
        "VADE_FAULT_BELOW": str(place.home / below),
        "VADE_FAULT_AT": str(at),
        "VADE_FAULT_ERRNO": str(code),
        "VADE_FAULT_LOG": str(log),
        **({"VADE_FAULT_STICKS": "1"} if sticks else {}),
    }
    try:
        yield log
    finally:
        place.env = {
            k: v for k, v in place.env.items() if not k.startswith(("VADE_FAULT", "LD_PRELOAD"))
        }


def reached(log: Path, at: int) -> bool:
    return log.exists() and log.read_text().count("\n") >= at


def star(place: Place, terminal: Terminal) -> None:
    """Star what the list begins with; it is kept, or said not to be."""
    terminal.shows("Backend Specialist")
    terminal.send("\t")
    terminal.shows("r review")
    terminal.send("*")
    text = terminal.until(lambda text: "Starred." in text or "cannot be kept" in text)
    stars = Marks.read(place.home / "state" / "marks.json").stars
    assert stars[0] == STAR, text
    assert (len(stars) == 2) == ("Starred." in text), text


def theme(place: Place, terminal: Terminal) -> None:
    """Change the theme; it is kept, or said to be for now only."""
    terminal.shows("Backend Specialist")
    terminal.send("\x10")
    terminal.shows("what to do")
    terminal.send("change the theme\r")
    terminal.shows("vade-light")
    terminal.send("\x1b[B\r")
    text = terminal.until(lambda text: "kept in" in text or "For now only" in text)
    kept = tomllib.loads(place.settings.read_text("utf-8"))
    assert kept["reviewer"] == "Ada Ito"
    assert ("theme" in kept["ui"]) == ("kept in" in text), text


def answer(place: Place, terminal: Terminal) -> None:
    """Answer an item; the answer is on the disk, or not shown."""
    terminal.shows("Backend Specialist")
    terminal.send("\t")
    terminal.shows("r review")
    terminal.send("r")
    text = terminal.until(lambda text: "Item 00" in text or told(text))
    if "Item 00" not in text:
        return
    terminal.send("p")
    text = terminal.until(lambda text: re.search(r"pass +Item 00", text) or told(text))
    here = place.desk()
    (review,) = here.reviews()
    shown = bool(re.search(r"pass +Item 00", text))
    assert (here.get(review.id).items[0].answer.state == "pass") == shown, text
    here.store.close()


def told(text: str) -> bool:
    """Whether a toast, or the last words, say that something could not be kept or opened."""
    return bool(re.search(r"reviews\.db|cannot be|could not|disk|read-only", text))


USES = {"star": (star, "state/marks"), "theme": (theme, "config"), "answer": (answer, "state/rev")}


@pytest.mark.parametrize("name", USES)
@pytest.mark.parametrize("sticks", [False, True], ids=["once", "from then on"])
def test_the_screens_say_what_could_not_be_kept(
    place: Place, shim: Path, name: str, sticks: bool
) -> None:
    use, below = USES[name]
    attacks = 0
    for code in ERRORS:
        for at in STEPS:
            place.begin()
            place.settings.write_text('reviewer = "Ada Ito"\n[ui]\nhint = false\n', "utf-8")
            (place.state / "marks.json").unlink(missing_ok=True)
            Marks(place.state / "marks.json").toggle(STAR)
            with (
                failing(place, shim, below, (at, code, sticks)) as log,
                place.screens() as terminal,
            ):
                use(place, terminal)
                assert "Traceback" not in terminal.text
                terminal.leave()
                assert terminal.restored
                attacks += reached(log, at)
                if not reached(log, at):
                    break
    assert attacks
    tell("faults", attacks)
