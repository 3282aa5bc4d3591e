"""The user's own template: Jinja in its sandbox, with a documented context."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vade.errors import VadeError
from vade.review.model import Review
from vade.review.objects import exported
from vade.review.record.render import render
from vade.text import clean_line

__all__ = ["SHIPPED", "fill", "shipped"]

SHIPPED = ("plain.txt", "table.md")
"""Templates that come with Vade; `--template plain.txt` finds them by name."""

_SUFFIX = ".j2"
_LIMIT = 1_000_000
_WRONG = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError),
)
"""What Jinja raises of a template: its own errors, and Python's of what the template computes."""


def fill(review: Review, template: Path, folder: str) -> str:
    """Return the template filled with a review.

    The context is `review` and `items` as in the JSON form, `record` (the Markdown record) and
    `counts` (how many items are in each state). Text is escaped where the template's name ends in
    `.html` or `.html.j2`.

    Raises:
        VadeError: the template cannot be read, or is wrong.
    """
    source = _source(template)
    html = template.name.removesuffix(_SUFFIX).endswith((".html", ".htm"))
    environment = ImmutableSandboxedEnvironment(
        autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    value = exported(review)
    context = {**value, "record": render(review, folder), "counts": _counts(review)}
    try:
        return environment.from_string(source).render(context)
    except _WRONG as error:
        line = f":{error.lineno}" if hasattr(error, "lineno") else ""
        said = clean_line(str(error)) or type(error).__name__
        raise VadeError(f"the template is wrong: {said}", where=f"{template}{line}") from error


def shipped(name: str) -> str:
    """Return the source of a template that comes with Vade."""
    place = files("vade.review.export") / "templates" / f"{name}{_SUFFIX}"
    return place.read_text(encoding="utf-8")


def _source(template: Path) -> str:
    if not template.exists() and str(template) in SHIPPED:
        return shipped(str(template))
    try:
        if template.is_file() and template.stat().st_size > _LIMIT:
            raise VadeError("is too large for a template", where=str(template))
        return template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        hint = f"Templates that come with Vade: {', '.join(SHIPPED)}"
        raise VadeError("the template cannot be read", where=str(template), hint=hint) from error


def _counts(review: Review) -> dict[str, int]:
    return {**asdict(review.tally), "total": review.tally.total}
