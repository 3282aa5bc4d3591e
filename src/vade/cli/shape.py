"""The JSON objects that the reading commands print. Stable: keys are only ever added."""

from __future__ import annotations

from vade.library.entry import Entry
from vade.search.hit import Hit

__all__ = ["brief", "full", "hit_object"]


def brief(entry: Entry) -> dict[str, object]:
    """An entry as `list --json` prints it."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "title": entry.title,
        "document": entry.document,
        "pack": entry.pack,
        "section": list(entry.section),
        "path": str(entry.path),
        "line": entry.line,
        "language": entry.language,
        "area": entry.area,
    }


def hit_object(hit: Hit) -> dict[str, object]:
    """A hit as `search --json` prints it; spans are half-open, in code points of `excerpt`."""
    return {
        **brief(hit.entry),
        "score": round(hit.score, 4),
        "excerpt": hit.excerpt.text,
        "matches": [list(span) for span in hit.excerpt.matches],
        "excerpt_line": hit.excerpt.line,
        "partial": hit.partial,
    }


def full(
    entry: Entry, related: tuple[Entry, ...], used_by: tuple[Entry, ...] = ()
) -> dict[str, object]:
    """An entry as `show --json` prints it; `page` is the whole of a document or topic page."""
    from vade.library.pages import page_text  # with it come the readers

    return {
        **brief(entry),
        "end": entry.end,
        "summary": entry.summary,
        "body": entry.body,
        **({"page": page_text(entry)} if entry.is_whole else {}),
        "code": entry.code,
        "fences": [
            {"language": f.language, "role": f.role.value, "line": f.line, "code": f.code}
            for f in entry.fences
        ],
        "guidance": [{"label": g.label, "text": g.text} for g in entry.guidance],
        "aliases": list(entry.aliases),
        "standards": list(entry.standards),
        "fingerprint": entry.fingerprint,
        "used_by": [e.id for e in used_by],
        "related": [{"id": e.id, "kind": e.kind.value, "title": e.title} for e in related],
    }
