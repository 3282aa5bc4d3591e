"""Editor and pager crash, hang, vanish, or leave something else than they were given."""

from __future__ import annotations

import os
import signal
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.figures import FULL, tell
from reliability.place import Place
from reliability.terminal import PATIENCE, Terminal

pytestmark = pytest.mark.slow

TYPED = "typed before"
EDITORS = {
    "fails": "exit 3",
    "crashes": "kill -9 $$",
    "ends by a signal without a name": "kill -40 $$",
    "changes the text": 'printf "from the editor" > "$1"',
    "empties it": ': > "$1"',
    "leaves escapes": 'printf "a\\033]0;PWNED\\007b" > "$1"',
    "leaves bytes": 'head -c 4000 /dev/urandom > "$1"',
    "leaves too much": 'head -c 40000000 /dev/zero > "$1"',
    "removes the file": 'rm "$1"',
    "removes the folder": 'rm -r "$(dirname "$1")"',
    "leaves a folder": 'rm "$1"; mkdir "$1"',
    "leaves a pipe": 'rm "$1"; mkfifo "$1"',
    "leaves a link to nowhere": 'rm "$1"; ln -s /nowhere/at/all "$1"',
    "puts a file in the folder's place": 'd="$(dirname "$1")"; rm -r "$d"; : > "$d"',
    "spoils the terminal": "stty raw -echo; printf '\\033[?1049h\\033[?1000h\\033[?25l'",
}
SHARE = ("fails", "removes the folder", "leaves a pipe", "spoils the terminal")
SOME = [(name, what) for name, what in EDITORS.items() if FULL or name in SHARE]
FILES = ("exit 3", "true", 'rm "$1"', 'rm -r "$(dirname "$1")"', 'rm "$1"; mkdir "$1"', "kill $$")
LEFT = {"changes the text": "from the editor", "empties it": "", "leaves escapes": "a␛]0;PWNED␇b"}
"""What becomes of the notes, where it is not what was typed before."""


@pytest.fixture
def editor(place: Place) -> Path:
    """An editor that does what is written in `behaviour` beside it."""
    return place.script("editor.sh", '. "$(dirname "$0")/behaviour"')


def behave(place: Place, what: str) -> None:
    (place.home / "behaviour").write_text(what + "\n", "utf-8")


def note(terminal: Terminal, item: str) -> None:
    """Begin notes on the item under the cursor."""
    terminal.send("a")
    terminal.until(lambda text: f"{item}  notes, Markdown" in text)
    terminal.send(TYPED)
    terminal.shows(TYPED)


def ask(terminal: Terminal, said: bytes = b"\x1b[?1049h", key: str = "\x0f") -> None:
    """Go to the editor, and wait until the screens have the terminal back and said something."""
    began = len(terminal.raw)
    terminal.send(key)
    terminal.until(lambda _: said in terminal.raw[began:])
    terminal.rest()


def keep(terminal: Terminal, item: str) -> None:
    """Keep the notes and answer, which goes to the next item."""
    terminal.send("\x13")
    terminal.until(lambda text: "notes, Markdown" not in text)
    terminal.send("p")
    terminal.until(lambda text: f"pass        {item}" in text)


def kept(place: Place, review: str) -> Iterator[str]:
    here = place.desk()
    assert not here.notices
    yield from (item.answer.notes for item in here.get(review).items)
    here.store.close()


def test_the_screens_outlive_every_editor(place: Place, editor: Path) -> None:
    review = place.begin().id
    with place.reviewing(EDITOR=str(editor)) as terminal:
        for number, (name, what) in enumerate(SOME):
            behave(place, what)
            note(terminal, f"Item {number:02}")
            ask(terminal)
            assert "notes, Markdown" in terminal.text, f"{name}: {terminal.text}"
            keep(terminal, f"Item {number:02}")
        editor.unlink()
        last = len(SOME)
        note(terminal, f"Item {last:02}")
        ask(terminal, b"directory")  # the toast may break the line before any word
        keep(terminal, f"Item {last:02}")
        terminal.leave()
        assert terminal.restored
        assert b"\x1b]0;PWNED" not in terminal.raw
    notes = list(kept(place, review))
    assert notes[: last + 1] == [*(LEFT.get(name, TYPED) for name, _ in SOME), TYPED]
    tell("programs", last + 1)


def test_an_editor_that_hangs_can_be_ended(place: Place, editor: Path) -> None:
    review = place.begin().id
    pid = place.home / "pid"
    behave(place, f'echo $$ > "{pid}.new"; mv "{pid}.new" "{pid}"; exec sleep 1000')
    with place.reviewing(EDITOR=str(editor)) as terminal:
        for number, how in enumerate((signal.SIGINT, signal.SIGTERM)):
            note(terminal, f"Item {number:02}")
            terminal.send("\x0f")
            terminal.until(lambda _: pid.exists())
            if how == signal.SIGINT:
                terminal.send("\x03")
            else:
                os.kill(int(pid.read_text()), how)
            terminal.shows("notes, Markdown", TYPED, how.name)
            pid.unlink()
            keep(terminal, f"Item {number:02}")
        terminal.leave()
        assert terminal.restored
    assert list(kept(place, review))[:3] == [TYPED, TYPED, ""]
    tell("programs", 2)


def test_ctrl_s_cannot_hold_up_the_way_to_an_editor(place: Place, editor: Path) -> None:
    """Flow control comes back when all is written: what it stops before has nobody to go on for."""
    place.begin()
    behave(place, "true")
    with place.reviewing(EDITOR=str(editor)) as terminal:
        note(terminal, "Item 00")
        termios.tcflow(terminal.slave, termios.TCOOFF)
        terminal.send("\x0f")
        deadline = time.monotonic() + PATIENCE
        while not termios.tcgetattr(terminal.slave)[3] & termios.ICANON:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert not termios.tcgetattr(terminal.slave)[0] & termios.IXON
        began = len(terminal.raw)
        termios.tcflow(terminal.slave, termios.TCOON)
        terminal.until(lambda _: b"\x1b[?1049h" in terminal.raw[began:])
        keep(terminal, "Item 00")
        terminal.leave()
        assert terminal.restored
    tell("programs", 1)


def test_the_file_of_an_entry_may_become_anything(place: Place, editor: Path) -> None:
    with place.screens(packs=True, EDITOR=str(editor)) as terminal:
        terminal.shows("search topics")
        terminal.shows("Backend Specialist", "entries")
        terminal.rest()
        terminal.send("\t")
        terminal.shows("enter open")
        for what in FILES:
            behave(place, what)
            ask(terminal, key="e")
            terminal.send("j")
            terminal.rest()
            assert terminal.running, f"{what}: {terminal.text}"
        terminal.leave()
        assert b"most recent call last" not in terminal.raw
    tell("programs", len(FILES))


@pytest.mark.parametrize(
    "pager", ["/nowhere/pager", "false", "head -1", "sh -c 'kill -9 $$'", "it's", "sh -c 'exit 3'"]
)
def test_a_pager_that_fails_is_no_traceback(place: Place, pager: str) -> None:
    env = {**place.env, "PAGER": pager}
    with Terminal(place.command("list"), place.shop, env) as terminal:
        assert terminal.ended() in {0, 1, 2, 141}
        assert b"Traceback" not in terminal.raw, terminal.text
        assert b"unexpected" not in terminal.raw, terminal.text
    tell("programs", 1)


def test_a_pager_that_hangs_is_ended_by_an_interrupt(place: Place) -> None:
    pid = place.home / "pid"
    hangs = place.script("pager.sh", f"echo $$ > {pid}\nexec sleep 1000")
    env = {**place.env, "PAGER": str(hangs)}
    with Terminal(place.command("list"), place.shop, env) as terminal:
        terminal.until(lambda _: pid.exists())
        terminal.send("\x03")
        assert terminal.ended() in {0, 130}
        assert b"Traceback" not in terminal.raw, terminal.text
    tell("programs", 1)


def test_the_configuration_survives_its_editor(place: Place, editor: Path) -> None:
    good = place.settings.read_text("utf-8")
    wrong = {
        "exit 3": "ended with status 3",
        "kill -9 $$": "was ended by",
        "kill -40 $$": "was ended by",
    }
    for what, said in wrong.items():
        behave(place, what)
        done = place.run("config", "edit", EDITOR=str(editor))
        assert (done.returncode, said in done.stderr) == (2, True), f"{what}: {done.stderr}"
    for command in ("/nowhere/editor", "it's", str(place.home)):
        done = place.run("config", "edit", EDITOR=command)
        assert done.returncode == 2, f"{command}: {done.stdout}{done.stderr}"
        assert done.stderr.startswith("vade: "), done.stderr
        assert "unexpected" not in done.stderr, done.stderr
    assert place.settings.read_text("utf-8") == good
    for what in ('rm "$1"', 'rm "$1"; mkdir "$1"', 'head -c 400 /dev/urandom > "$1"'):
        behave(place, what)
        done = place.run("config", "edit", EDITOR=str(editor))
        assert done.returncode in {0, 2}, f"{what}: {done.stderr}"
        assert "unexpected" not in done.stderr, f"{what}: {done.stderr}"
    tell("programs", len(wrong) + 6)
