"""Entries as plain JSON values, for the cache of parsed files and for the index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from vade.library.entry import Entry, Fence, FenceRole, Guidance, Kind

__all__ = ["from_dict", "to_dict"]

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
        "fences": [[f.language, f.code, f.line, f.role.value] for f in entry.fences],
        "guidance": [[g.label, g.text] for g in entry.guidance],
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
        fences=tuple(Fence(f[0], f[1], f[2], FenceRole(f[3])) for f in value["fences"]),
        guidance=tuple(Guidance(label, text) for label, text in value["guidance"]),
    )
