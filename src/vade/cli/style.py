"""Colour for the plain commands, where colour belongs."""

from __future__ import annotations

import click

from vade.cli.output import colored

__all__ = ["paint"]


def paint(text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    """Return `text` in colour on a colour terminal, else as it is."""
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if colored() else text
