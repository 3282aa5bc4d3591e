"""Verbs of the finish screen; most are those of a review."""

from __future__ import annotations

from vade.tui.verbs.base import Verb
from vade.tui.verbs.entry import CopyCode
from vade.tui.verbs.panes import PANES
from vade.tui.verbs.review import Export, Finish

__all__ = ["FINISH"]

FINISH: tuple[type[Verb], ...] = (Export, Finish, CopyCode, *PANES)
