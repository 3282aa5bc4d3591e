"""`vade review`: walk a checklist and write it down."""

from __future__ import annotations

from vade.cli.review.group import command

__all__ = ["command"]
