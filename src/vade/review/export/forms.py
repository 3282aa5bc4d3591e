"""The other forms of a review: JSON, HTML, SARIF, a comment for a pull request, a template."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from vade.errors import VadeError
from vade.review.model import Review
from vade.text import quoted

__all__ = ["FORMS", "form_of"]

FORMS = ("md", "json", "html", "sarif", "pr")
"""The names of all forms."""


def form_of(review: Review, name: str, template: Path | None, folder: str) -> str:
    """Return a review in one of its forms.

    Args:
        review: What to write.
        name: One of `FORMS` but `md`, which is the record.
        template: A Jinja template of the user's own; then `name` does not matter.
        folder: The folder of records, for the links of a record inside the template.

    Raises:
        VadeError: there is no such form, or the template is wrong.
    """
    if template is not None:
        from vade.review.export.template import fill  # noqa: PLC0415

        return fill(review, template, folder)
    if name not in _WRITERS:
        raise VadeError(f"no form {quoted(name)}", hint=f"The forms are {', '.join(FORMS)}")
    return _WRITERS[name](review)


def _json(review: Review) -> str:
    from vade.review.objects import exported  # noqa: PLC0415

    return json.dumps({"vade": 1, **exported(review)}, ensure_ascii=True, indent=2) + "\n"


def _html(review: Review) -> str:
    from vade.review.export.html import html  # noqa: PLC0415

    return html(review)


def _sarif(review: Review) -> str:
    from vade.review.export.sarif import sarif  # noqa: PLC0415

    return json.dumps(sarif(review), ensure_ascii=True, indent=2) + "\n"


def _pull_request(review: Review) -> str:
    from vade.review.export.pull_request import pull_request  # noqa: PLC0415

    return pull_request(review)


_WRITERS: dict[str, Callable[[Review], str]] = {
    "json": _json,
    "html": _html,
    "sarif": _sarif,
    "pr": _pull_request,
}
