"""An entry as a page: its head, its text, its code and twins, its guidance, what is related."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vade.library.entry import Entry, Fence, FenceRole, Kind
from vade.tui.keys import key_of
from vade.tui.page.blocks import Block, Code, Gap, Text
from vade.tui.page.links import ENTRY_LINK, chips
from vade.tui.page.markdown import markdown
from vade.tui.page.runs import Run, Runs, plain
from vade.tui.page.whole import proofs, whole
from vade.tui.theme.glyphs import KINDS, word_of
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import PROVEN, STAR
from vade.tui.verbs.entry import ToggleProof

__all__ = ["entry_page", "guidance", "head", "single_gaps"]

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_TOLD_ELSEWHERE = {"severity", "standard", "paths", "words"}


def entry_page(
    entry: Entry,
    related: Iterable[Entry] = (),
    parts: Sequence[Entry] = (),
    *,
    proof: bool = False,
    starred: bool = False,
    keymap: Mapping[str, str] | None = None,
) -> list[Block]:
    """Return the blocks of an entry's page.

    Args:
        entry: The entry.
        related: What is about the same subject.
        parts: What else stands in its file, where it stands for all of it.
        proof: Whether the tests that prove it are shown.
        starred: Whether the reader marked it.
        keymap: Binding id to keys, where the user remapped them.
    """
    body = [*_body(entry, parts), *_twins(entry, keymap or {}, proof=proof)]
    blocks = [*head(entry, starred=starred), Gap(), *body]
    if entry.guidance:
        blocks += [Gap(), *guidance(entry)]
    shown = {part.id for part in parts}
    elsewhere = tuple(e for e in related if e.id not in shown)
    shown_proofs = proofs(parts) if proof else ()
    return single_gaps([*blocks, *shown_proofs, *_related(elsewhere)])


def head(entry: Entry, *, starred: bool = False) -> Iterator[Block]:
    """Yield the title, and a line that says what it is and which standards speak of it."""
    star = (Run(f" {STAR}", Role.KEY),) if starred else ()
    yield Text((Run(entry.title, Role.TITLE), *star))
    glyph, role = KINDS[entry.kind]
    runs: list[Run] = [Run(f"{glyph} {entry.kind}", role)]
    for part in (entry.area, entry.language if entry.kind is Kind.PATTERN else ""):
        if part:
            runs += [Run(" · ", Role.FAINT), Run(part, Role.MUTED)]
    if entry.proofs():
        runs += [Run(" · ", Role.FAINT), Run(f"{PROVEN} proven", Role.PROVEN)]
    if severity := entry.hint("severity"):
        runs += [Run(" · ", Role.FAINT), Run(severity, Role.WARN)]
    yield Text((*runs, *chips(entry.standards)))


def guidance(entry: Entry) -> Iterator[Block]:
    """Yield what the author of a check says of it: why, how to check, bad, good."""
    for hint in entry.guidance:
        label = hint.label.casefold()
        if label in _TOLD_ELSEWHERE:
            continue
        role = {"bad": Role.ERROR, "good": Role.OK}.get(label, Role.LABEL)
        mark = {"bad": "✗ ", "good": "✓ "}.get(label, "")
        yield Text((Run(f"{mark}{hint.label}", role),))
        for block in markdown(hint.text):
            yield _inset(block)
        yield Gap()


def _body(entry: Entry, parts: Sequence[Entry]) -> list[Block]:
    """The text, without a first heading, bullet or label that repeats the title."""
    source = entry.summary if entry.guidance and entry.summary else entry.body
    blocks = whole(entry, parts) if entry.is_whole else markdown(_unbulleted(source, entry.title))
    if blocks and isinstance(blocks[0], Text) and plain(blocks[0].runs) == entry.title:
        del blocks[0]
    if blocks and isinstance(blocks[0], Gap):
        del blocks[0]
    if not blocks and entry.summary and entry.summary != entry.title:
        blocks = [Text((Run(entry.summary),))]
    return blocks


def _unbulleted(source: str, title: str) -> str:
    """The text of a list item without its marker and the term it begins with."""
    marker = _ITEM.match(source)
    if marker is None:
        return source
    text = source[marker.end() :].replace("\n" + " " * marker.end(), "\n").replace("\n  ", "\n")
    label = re.match(rf"\*\*{re.escape(title)}:?\*\*\s*[:.—–-]*\s*", text)
    return text[label.end() :] if label else text


def _twins(entry: Entry, keymap: Mapping[str, str], *, proof: bool) -> Iterator[Block]:
    """Yield the fence that goes wrong, and the proof or how to see it."""
    if entry.kind is not Kind.PATTERN:
        return
    for fence in entry.fences:
        if fence.role is FenceRole.BAD:
            yield from (Gap(), _fence(fence))
    if not entry.proofs():
        return
    if proof:
        for fence in entry.proofs():
            yield from (Gap(), _fence(fence))
    else:
        hint: Runs = (
            Run(f"{PROVEN} A test proves this pattern. ", Role.PROVEN),
            Run(key_of(ToggleProof, keymap), Role.KEY),
            Run(" shows it.", Role.MUTED),
        )
        yield from (Gap(), Text(hint))


def _fence(fence: Fence) -> Code:
    return Code(fence.code, fence.language, fence.role)


def _related(related: tuple[Entry, ...]) -> Iterator[Block]:
    if not related:
        return
    yield from (Gap(), Text((Run("Related", Role.HEADING),)))
    for entry in related:
        glyph, role = KINDS[entry.kind]
        what = entry.language if entry.kind is Kind.PATTERN and entry.language else word_of(entry)
        badge = (Run(f"\xa0{PROVEN}", Role.PROVEN),) if entry.proofs() else ()
        yield Text(
            (
                Run(entry.title, Role.LINK, ENTRY_LINK + entry.id),
                Run(f"  {what} · {entry.document}", Role.MUTED),
                *badge,
            ),
            (Run(f"{glyph} ", role),),
            (Run("  "),),
        )


def single_gaps(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with one gap where there were several."""
    kept: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Gap) and kept and isinstance(kept[-1], Gap)):
            kept.append(block)
    return kept


def _inset(block: Block) -> Block:
    space = (Run("  "),)
    match block:
        case Text(runs, first, rest):
            return Text(runs, space + first, space + rest)
        case Code():
            return Code(block.code, block.language, block.role, block.indent + 2, head=block.head)
        case _:
            return block
