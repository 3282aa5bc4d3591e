"""All verbs, by name."""

from __future__ import annotations

from vade.tui.verbs.base import Verb
from vade.tui.verbs.common import COMMON
from vade.tui.verbs.entry import ENTRY
from vade.tui.verbs.gallery import GALLERY
from vade.tui.verbs.library import LIBRARY
from vade.tui.verbs.records import PACKS, RECORDS
from vade.tui.verbs.review import REVIEW

__all__ = ["VERBS", "verb_named"]

_ALL: tuple[type[Verb], ...] = (*COMMON, *LIBRARY, *ENTRY, *GALLERY, *REVIEW, *RECORDS, *PACKS)
VERBS: tuple[type[Verb], ...] = tuple(dict.fromkeys(_ALL))
"""Each verb once: screens share some."""


def verb_named(name: str) -> type[Verb]:
    """Return the verb whose `ID` is `name`."""
    return next(verb for verb in VERBS if name == verb.ID)
