"""Ids: stable under edits elsewhere, unique under any collision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vade.library.draft import Draft, subject_of
from vade.library.entry import Entry, FenceRole
from vade.library.parsed import Parsed
from vade.library.scan import Found
from vade.text import fingerprint, first_words, kebab

__all__ = ["entries_of"]


def entries_of(parsed: Parsed, found: Found, segment: str) -> tuple[Entry, ...]:
    """Give the drafts of a document their ids.

    Args:
        parsed: What the file says.
        found: Where it is.
        segment: The document's part of the id.
    """
    prefix = f"{found.root.pack}:{segment}"
    ids = [prefix, *_inner_ids(prefix, parsed.drafts[1:])]
    return tuple(
        _entry(parsed, found, segment, draft, entry_id, own=number == 0)
        for number, (draft, entry_id) in enumerate(zip(parsed.drafts, ids, strict=True))
    )


def _inner_ids(prefix: str, drafts: Sequence[Draft]) -> Iterator[str]:
    plain = [_plain(draft) for draft in drafts]
    count = Counter(plain)
    taken: Counter[str] = Counter()
    for draft, name in zip(drafts, plain, strict=True):
        hashed = f"{name}-{fingerprint(draft.body, 4)}" if count[name] > 1 else name
        taken[hashed] += 1
        again = f"-{taken[hashed]}" if taken[hashed] > 1 else ""
        yield f"{prefix}/{hashed}{again}"


def _plain(draft: Draft) -> str:
    title = kebab(draft.title) or kebab(first_words(draft.body)) or str(draft.kind)
    section = kebab(draft.section[-1]) if draft.section else ""
    return f"{section}/{title}" if section else title


def _entry(
    parsed: Parsed, found: Found, segment: str, draft: Draft, entry_id: str, *, own: bool
) -> Entry:
    code = [f.language for f in draft.fences if f.role is FenceRole.CODE] if draft.fences else ()
    return Entry(
        id=entry_id,
        kind=draft.kind,
        title=draft.title,
        body=draft.body,
        document=segment,
        pack=found.root.pack,
        path=found.path,
        line=draft.line,
        end=draft.end,
        section=draft.section,
        summary=draft.summary,
        language=code[0] if code else "",
        area=draft.area,
        aliases=parsed.aliases if own else (),
        standards=parsed.standards if own else (),
        fences=draft.fences,
        guidance=draft.guidance,
        derived=draft.derived,
        subject=subject_of(draft.title),
    )
