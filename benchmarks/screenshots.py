"""Pictures of the real screens on the real content: `python -m benchmarks.screenshots [FOLDER]`.

Each picture is a walk: a size, a theme, and keys as a person would press them. `tour.svg` is one
walk with a frame after each key that is followed by `frame:SECONDS`.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.animation import animated, tidy
from vade.paths import bundled
from vade.tui.app import VadeApp
from vade.workspace import Workspace

FOLDER = Path(__file__).parent.parent / "screenshots"
_CODE = """from flask import request


def find_orders(db):
    name = request.args["name"]
    return db.execute(f"select * from orders where name = '{name}'").fetchall()
"""
_REASON = "The name is formatted into the statement."
_REVIEW = ("escape", "r", "wait", "enter", "wait")
_ANSWERED = (
    *_REVIEW,
    *"ppp",
    "down",
    "f",
    f"type:{_REASON}",
    "enter",
    "v",
    "ctrl+u",
    "type:src/orders.py:6",
    "enter",
    "wait",
)


@dataclass(frozen=True, slots=True)
class Walk:
    """One picture."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = "vade-dark"


WALKS = (
    Walk("library-120", (120, 36), ("type:rate lim", "wait")),
    Walk("library-80", (80, 24), ("type:rate lim", "wait")),
    Walk("library-light", (120, 36), ("type:cors", "wait"), "vade-light"),
    Walk("library-200", (200, 50), ("type:token bucket", "wait", "enter", "enter", "wait")),
    Walk("browse-120", (120, 36), ("escape", "wait", *["down"] * 8, "wait")),
    Walk("review-120", (120, 36), _ANSWERED),
    Walk("review-light", (120, 36), _ANSWERED, "vade-light"),
    Walk("review-80", (80, 24), _ANSWERED),
    Walk("finish-120", (120, 36), (*_ANSWERED, "F", "wait")),
    Walk("reviews-120", (120, 36), (*_ANSWERED, "F", "wait", "F", "wait", "R", "wait")),
    Walk("packs-120", (120, 36), ("escape", "L", "wait")),
    Walk("gallery-120", (120, 36), ("escape", "c", "wait", "slash", "type:token", "enter", "wait")),
    Walk(
        "difference-light",
        (120, 36),
        (
            "escape",
            "c",
            "wait",
            "slash",
            "type:fixed window",
            "enter",
            "d",
            "wait",
        ),
        "vade-light",
    ),
    Walk(
        "evidence-120",
        (120, 36),
        (
            *_REVIEW,
            "v",
            "wait",
            "type:orders",
            "enter",
            "wait",
            "down",
            "space",
            "down",
            "wait",
        ),
    ),
    Walk("palette-120", (120, 36), ("ctrl+p", "wait", "type:theme", "wait")),
    Walk("help-120", (120, 36), ("escape", "f1", "wait")),
)

_TOUR = Walk(
    "tour",
    (100, 28),
    (
        "frame:1.5", "type:rate", "frame:0.8", "type: lim", "wait", "frame:2", "enter", "enter",
        "wait", "frame:2.5", "escape", "c", "wait", "frame:1.5", "slash", "type:fixed win", "enter",
        "wait", "frame:2", "d", "wait", "frame:2.5", "escape", "escape", "wait", "r", "wait",
        "frame:1.2", "enter", "wait", "frame:2", "p", "p", "down", "down", "f", "wait", "frame:1.5",
        f"type:{_REASON}", "enter", "v", "wait", "frame:1.5", "type:orders", "enter", "wait", "end",
        "frame:1.5", "enter", "wait", "frame:3", "F", "wait", "frame:3",
    ),
)  # fmt: skip


def picture(app: VadeApp) -> str:
    """The screen as an SVG; where the checkout lies is nobody's business."""
    return tidy(app.export_screenshot(title="vade")).replace(str(bundled()), "/opt/vade")


async def pictures(walk: Walk, project: Path, home: Path) -> list[tuple[str, float]]:
    """Take a walk and return the frames it asks for, and the last screen, as SVG with seconds."""
    for kind in ("config", "data", "state"):
        os.environ[f"VADE_{kind.upper()}_DIR"] = str(home / walk.name / kind)
    os.environ["VADE_CACHE_DIR"] = str(home / "cache")
    app = VadeApp(Workspace.open(project))
    app.theme = walk.theme
    frames: list[tuple[str, float]] = []
    async with app.run_test(size=walk.size) as pilot:
        while not app.shelf.indexed:
            await asyncio.sleep(0.02)
        for key in walk.keys:
            if key == "wait":
                await pilot.pause(0.5)
            elif key.startswith("frame:"):
                await pilot.pause(0.1)
                frames.append((picture(app), float(key[6:])))
            elif key.startswith("type:"):
                await pilot.press(*("space" if c == " " else c for c in key[5:]))
            else:
                await pilot.press(key)
        if not frames:
            await pilot.pause(0.5)
            frames.append((picture(app), 1))
    if app._exception is not None:
        raise app._exception
    return frames


def make_project(folder: Path) -> Path:
    """Make a small repository with one branch to review."""
    project = folder / "shop"
    (project / "src").mkdir(parents=True)
    run = ("git", "-c", "user.name=Ada Ito", "-c", "user.email=ada@example.org")
    for args in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Ada Ito"),
        ("commit", "-q", "--allow-empty", "-m", "Begin"),
        ("checkout", "-q", "-b", "feature/orders"),
    ):
        subprocess.run((*run, *args), cwd=project, check=True)
    (project / "src/orders.py").write_text(_CODE)
    subprocess.run((*run, "add", "-A"), cwd=project, check=True)
    subprocess.run((*run, "commit", "-q", "-m", "Find orders"), cwd=project, check=True)
    return project


def no_hint(home: Path) -> None:
    """Leave out what only a newcomer sees."""
    (home / "config").mkdir(parents=True)
    (home / "config/config.toml").write_text("[ui]\nhint = false\n")


def main() -> None:
    """Write all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        for walk in (*WALKS, _TOUR):
            project = make_project(Path(scratch) / walk.name)
            no_hint(Path(scratch) / walk.name)
            frames = asyncio.run(pictures(walk, project, Path(scratch)))
            svg = animated(frames) if len(frames) > 1 else frames[0][0]
            (folder / f"{walk.name}.svg").write_text(svg, encoding="utf-8")
            sys.stdout.write(f"{walk.name}\n")


if __name__ == "__main__":
    main()
