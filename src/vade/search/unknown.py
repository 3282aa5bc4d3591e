"""Narrowings that name nothing, such as `kind:banana`, and what they could have named."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vade.search.language import Facet, Query
    from vade.search.part import Part

__all__ = ["unknown"]

_MOST = 10
"""As many values are named."""


def unknown(parts: Sequence[Part], query: Query) -> tuple[str, ...]:
    """Return a sentence for each narrowing of `query` that fits no entry at all."""
    wanted = [facet for facet in query.facets if not facet.negated]
    return tuple(
        _said(facet, sorted({value for part in parts for value in part.values(facet.field)}))
        for facet in wanted
        if not any(part.meant(facet) for part in parts)
    )


def _said(facet: Facet, known: list[str]) -> str:
    near = get_close_matches(facet.value, known, n=3, cutoff=0.6)
    named = list(dict.fromkeys([*near, *known]))[:_MOST]
    more = ", …" if len(known) > len(named) else ""
    values = f"{facet.field}: knows {', '.join(named)}{more}" if named else "no entry has one"
    return f"no {facet.field} {facet.value!r}; {values}"
