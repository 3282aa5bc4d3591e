"""A user's folders, a project and the `vade` command: what every attack begins with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reliability.terminal import Terminal
from review.desks import Source, check, desk
from review.repository import repository
from vade.review import Desk
from vade.review.model import Review

__all__ = ["AGENT", "ITEMS", "Place"]

AGENT = Path(__file__).parents[1] / "tui" / "data" / "backend-specialist.md"
ITEMS = 20
LIST = Source(
    "pack:many/checks", "Many", tuple(check(f"Item {n:02}", "many") for n in range(ITEMS))
)
KINDS = ("config", "data", "state", "cache")


@dataclass
class Place:
    """One user on one machine."""

    home: Path
    env: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def make(cls, home: Path, cache: Path | None = None) -> Place:
        """Make a home with a small repository in it; a cache may be shared with others."""
        home.mkdir(parents=True, exist_ok=True)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("VADE_", "GIT_", "XDG_"))}
        env = {
            **kept,
            "HOME": str(home),
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
            "PYTHONWARNINGS": "ignore",
            "TERM": "xterm-256color",
            "TEXTUAL_ANIMATIONS": "none",
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"VADE_{kind.upper()}_DIR": str(home / kind) for kind in KINDS},
        }
        if cache is not None:
            env["VADE_CACHE_DIR"] = str(cache)
        place = cls(home, env)
        repository(place.shop)
        place.settings.parent.mkdir(exist_ok=True)
        place.settings.write_text('reviewer = "Ada Ito"\n[ui]\nhint = false\n', encoding="utf-8")
        return place

    @property
    def shop(self) -> Path:
        """The project."""
        return self.home / "shop"

    @property
    def state(self) -> Path:
        """The folder of the database of reviews."""
        return self.home / "state"

    @property
    def settings(self) -> Path:
        """The configuration."""
        return self.home / "config" / "config.toml"

    def command(self, *args: str) -> list[str]:
        """The command line of `vade` with these arguments."""
        return [sys.executable, "-m", "vade", *args]

    def run(
        self, *args: str, cwd: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, without a terminal."""
        return subprocess.run(
            self.command(*args),
            cwd=cwd or self.shop,
            env={**self.env, **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            timeout=300,
            check=False,
        )

    def screens(
        self, *args: str, size: tuple[int, int] = (100, 30), packs: bool = False, **env: str
    ) -> Terminal:
        """Open the screens in a pseudo-terminal; without `packs` on one small pack only."""
        given = () if packs else ("--pack", str(AGENT), "--only")
        return Terminal(self.command(*given, *args), self.shop, {**self.env, **env}, size)

    def script(self, name: str, text: str) -> Path:
        """Write a program for a shell, such as an editor or a pager."""
        path = self.home / name
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)
        return path

    def desk(self) -> Desk:
        """The reviews, as another process sees them."""
        return desk(self.state, self.shop)

    def begin(self) -> Review:
        """Begin a review of `ITEMS` items in an empty database."""
        shutil.rmtree(self.state, ignore_errors=True)
        here = self.desk()
        review = here.start([LIST])
        here.store.close()
        return review

    def reviewing(self, **env: str) -> Terminal:
        """Open the screens and go to the review that is open."""
        terminal = self.screens(**env)
        try:
            terminal.shows("Backend Specialist")
            terminal.send("\t")
            terminal.shows("r review")
            terminal.send("r")
            terminal.shows("Item 00", "saved")
        except BaseException:
            terminal.close()
            raise
        return terminal
