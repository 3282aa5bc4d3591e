"""The database of reviews."""

from __future__ import annotations

from vade.review.store.log import Event, Stamp
from vade.review.store.store import Exported, ReviewStore, digest

__all__ = ["Event", "Exported", "ReviewStore", "Stamp", "digest"]
