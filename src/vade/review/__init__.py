"""Checklist to answers to record."""

from __future__ import annotations

from vade.review.desk import Desk
from vade.review.source import ChecklistSource
from vade.review.store import ReviewStore

__all__ = ["ChecklistSource", "Desk", "ReviewStore"]
