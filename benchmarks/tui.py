"""How quick the screens are, as ratios to other Textual apps measured in turn.

Each program runs in a terminal of its own. A key is timed until the last byte that it paints.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal import Taken, Terminal, furnished

__all__ = ["main"]

STARTS = 9
KEYS = "rate limiting with redis"
_SAY = """
import os, time
def say(what):
    with open(os.environ["SAID"], "a") as file:
        print(what, time.time(), time.process_time(), file=file)
"""
_EMPTY = (
    _SAY
    + """
from textual.app import App
class Empty(App):
    def on_mount(self): self.call_after_refresh(self.seen)
    def seen(self):
        say("first")
        if "STAY" not in os.environ: self.exit()
Empty().run()
"""
)
_PLAIN = (
    _SAY
    + """
from textual.app import App
from textual.widgets import Input, OptionList
class Plain(App):
    def compose(self):
        yield Input()
        yield OptionList(*map(str, range(60)))
    def on_mount(self):
        self.query_one(Input).cursor_blink = False
        self.call_after_refresh(say, "indexed")
    def on_input_changed(self, event):
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options([f"{event.value} {n}" for n in range(60)])
Plain().run()
"""
)
_VADE = (
    _SAY
    + """
import sys
from vade.cli import run
from vade.tui.app import VadeApp
from vade.tui.screens.library import LibraryScreen
from vade.tui.shelf import Shelf
furnish, index = LibraryScreen._furnish, Shelf.index
async def seen(self):
    say("first")
    await furnish(self)
def ready(self):
    say("ready")
    if "STAY" not in os.environ: self.exit()
async def indexed(self, *args):
    await index(self, *args)
    for box in LIBRARY[0].query("Input"): box.cursor_blink = False
    say("indexed")
LIBRARY = []
mount = LibraryScreen.on_mount
def mounted(self):
    LIBRARY.append(self)
    mount(self)
LibraryScreen.on_mount = mounted
LibraryScreen._furnish = seen
Shelf.index = indexed
told = VadeApp.on_library_screen_ready
def on_ready(self):
    if "STAY" in os.environ: told(self)
    self.call_after_refresh(ready, self)
VadeApp.on_library_screen_ready = on_ready
pack = os.environ.get("PACK")
sys.argv = ["vade", *(("--only", "--pack", pack) if pack else ())]
run()
"""
)


HEAD = """| what | clock | processor | compared with | ratio | goal |
| --- | ---: | ---: | ---: | ---: | ---: |
"""
_NOTE = """
Ratios are of processor time: the machine was shared. A key counts until the last byte it paints.
"""


def main() -> str:
    """Measure everything and return the section for RESULTS.md."""
    with tempfile.TemporaryDirectory() as folder:
        home, project = furnished(Path(folder))
        rows = [
            *_start(home, project),
            *_typing(home, project),
            *_switching(home, project),
            *_much(home, project),
        ]
    return "## tui\n" + _NOTE + "\n" + HEAD + "\n".join(rows) + "\n"


def _start(home: Path, cwd: Path) -> list[str]:
    """The first frame and ready, against the first frame of an empty app."""
    times: dict[str, list[Taken]] = {"empty": [], "first": [], "ready": []}
    for n in range(STARTS + 1):
        for code, last in ((_EMPTY, "first"), (_VADE, "ready")):
            terminal = Terminal(code, home, cwd)
            terminal.until(last)
            said = terminal.said()
            terminal.end()
            if n:  # the first round fills caches
                times["empty" if code is _EMPTY else "first"].append(said["first"])
                times["ready"] += [said["ready"]] if code is _VADE else []
    base = _median(times["empty"])
    return [
        _row("first frame", _median(times["first"]), base, "empty app", 1.25),
        _row("ready: entries listed, keys taken", _median(times["ready"]), base, "empty app", 2),
    ]


def _typing(home: Path, cwd: Path) -> list[str]:
    """A key to its painted result, against an app with an Input and an OptionList."""
    ours, plain = Terminal(_VADE, home, cwd, STAY="1"), Terminal(_PLAIN, home, cwd)
    for terminal in (ours, plain):
        terminal.until("indexed")
        terminal.settle()
    times: dict[Terminal, list[Taken]] = {ours: [], plain: []}
    for key in KEYS * 2:
        for terminal, taken in times.items():
            taken.append(terminal.press(key))
    for terminal in times:
        terminal.end()
    found = _median(times[ours]), _median(times[plain])
    return [_row("a key to its painted result", *found, "Input and OptionList", 1.5)]


def _switching(home: Path, cwd: Path) -> list[str]:
    """From one screen to another and back."""
    terminal = Terminal(_VADE, home, cwd, STAY="1")
    terminal.until("indexed")
    terminal.settle()
    terminal.press("\x1b")
    rows = []
    for name, key in (("help", "?"), ("patterns", "c"), ("reviews", "R"), ("packs", "L")):
        taken = []
        for _ in range(8):
            taken.append(terminal.press(key))
            terminal.press("\x1b")
            terminal.settle()
        rows.append(_plain(f"to the screen: {name}", _median(taken[1:]), 50))
    terminal.end()
    return rows


def _much(home: Path, cwd: Path) -> list[str]:
    """A long page, a long list, and the memory of 10,000 entries."""
    _write_pack(home / "much")
    empty = Terminal(_EMPTY, home, cwd, STAY="1")
    empty.until("first")
    empty.settle()
    ours = Terminal(_VADE, home, cwd, STAY="1", PACK=str(home / "much"))
    ours.until("indexed", 300)
    ours.settle()
    ours.press("\x1b")
    used = ours.memory(), empty.memory()
    down = "\x1b[6~"
    rows = [_plain("a page down in 10,000 entries", _median(_pressed(ours, down)), 33)]
    for key in ("/", *"whole page", "\r", "\r"):
        ours.press(key)
    rows.append(_plain("a page down in a page of 3,000 lines", _median(_pressed(ours, down)), 33))
    for terminal in (ours, empty):
        terminal.end()
    sizes = [f"{size / 1e6:.0f} MB" for size in used]
    ratio = f"{used[0] / used[1]:.2f}"
    return [
        *rows,
        f"| memory, 10,000 entries | {sizes[0]} | | {sizes[1]} empty app | {ratio} | 2.5 |",
    ]


def _pressed(terminal: Terminal, key: str) -> list[Taken]:
    return [terminal.press(key) for _ in range(20)]


def _median(taken: Sequence[Taken]) -> Taken:
    clock = statistics.median(t.wall for t in taken)
    return Taken(clock, statistics.median(t.processor for t in taken))


def _write_pack(folder: Path) -> None:
    """Write 100 topic pages of 99 checks each, and one page of 3,000 lines."""
    (folder / "topics").mkdir(parents=True)
    for n in range(100):
        checks = "\n".join(f"- [ ] **Check {n} {k}**: holds in {k}." for k in range(99))
        head = f"---\nname: page-{n}\ntitle: Page {n}\narea: Area {n % 9}\n---\n\n# Page {n}\n"
        (folder / f"topics/page-{n}.md").write_text(f"{head}\nText.\n\n## Checks\n{checks}\n")
    lines = "\n\n".join(f"Line {n} of `code` and **weight**." for n in range(1500))
    head = "---\ntitle: Whole page\n---\n\n# Whole page\n"
    (folder / "topics/whole.md").write_text(f"{head}\n{lines}\n")


def _row(what: str, ours: Taken, base: Taken, other: str, goal: float) -> str:
    ratio = ours.processor / base.processor
    return f"{_plain(what, ours)} {_ms(base.processor)} {other} | {ratio:.2f} | {goal} |"


def _plain(what: str, taken: Taken, goal: int = 0) -> str:
    row = f"| {what} | {_ms(taken.wall)} | {_ms(taken.processor)} |"
    return f"{row} | | {goal} ms |" if goal else row


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    print(main())
