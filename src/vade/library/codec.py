"""Entries as plain JSON values, for the cache of parsed files and for the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from vade.library.entry import Entry, Fence, FenceRole, Guidance, Kind

__all__ = ["fences_from", "fences_to", "from_dict", "guidance_from", "guidance_to", "to_dict"]

_PLAIN = (
    "id", "title", "body", "document", "pack", "line", "end", "summary", "language", "area",
    "subject", "derived",
)  # fmt: skip
_TUPLES = ("section", "aliases", "standards")


def to_dict(entry: Entry) -> dict[str, Any]:
    """Return `entry` as a value that `json.dumps` takes; `from_dict` gives the same entry back."""
    return {
        **{name: getattr(entry, name) for name in _PLAIN},
        **{name: list(getattr(entry, name)) for name in _TUPLES},
        "kind": entry.kind.value,
        "path": str(entry.path),
        "fences": fences_to(entry.fences),
        "guidance": guidance_to(entry.guidance),
    }


def from_dict(value: Mapping[str, Any]) -> Entry:
    """Return the entry that `to_dict` made `value` of.

    Raises:
        KeyError, TypeError, ValueError: `value` was not made by this version's `to_dict`.
    """
    return Entry(
        **cast("dict[str, Any]", {name: value[name] for name in _PLAIN}),
        **cast("dict[str, Any]", {name: tuple(value[name]) for name in _TUPLES}),
        kind=Kind(value["kind"]),
        path=Path(value["path"]),
        fences=fences_from(value["fences"]),
        guidance=guidance_from(value["guidance"]),
    )


def fences_to(fences: Iterable[Fence]) -> list[list[Any]]:
    """Return fences as a value that `json.dumps` takes; `fences_from` gives the same ones back."""
    return [[f.language, f.code, f.line, f.role.value] for f in fences]


def fences_from(rows: Iterable[Any]) -> tuple[Fence, ...]:
    """Return the fences that `fences_to` made `rows` of; raises as `from_dict` does."""
    return tuple(Fence(f[0], f[1], f[2], FenceRole(f[3])) for f in rows)


def guidance_to(guidance: Iterable[Guidance]) -> list[list[str]]:
    """Return guidance as a value that `json.dumps` takes; `guidance_from` gives it back."""
    return [[g.label, g.text] for g in guidance]


def guidance_from(rows: Iterable[Any]) -> tuple[Guidance, ...]:
    """Return the guidance that `guidance_to` made `rows` of; raises as `from_dict` does."""
    return tuple(Guidance(label, text) for label, text in rows)
