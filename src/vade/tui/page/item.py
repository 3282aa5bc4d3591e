"""An item of a review as a page: what must hold, what was answered, how to find out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vade.library.entry import Entry, Kind
from vade.review.model import Answer, Item, State
from vade.review.record.language import language_of
from vade.review.suggest import Suggestion
from vade.tui.keys import key_of
from vade.tui.page.blocks import Block, Code, Gap, Table, Text
from vade.tui.page.entry import guidance, single_gaps
from vade.tui.page.links import ENTRY_LINK, chips
from vade.tui.page.markdown import markdown
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.glyphs import KINDS, word_of
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import PROVEN
from vade.tui.theme.states import SEVERITIES, STATES
from vade.tui.verbs.entry import FollowLink
from vade.tui.verbs.review import AskReason, Confirm

__all__ = ["item_page"]

_INDENT = (Run("  "),)


def item_page(
    item: Item,
    entry: Entry | None,
    related: Sequence[Entry] = (),
    suggestions: Iterable[Suggestion] = (),
    *,
    keymap: Mapping[str, str] | None = None,
) -> list[Block]:
    """Return the blocks of an item's page.

    Args:
        item: The item, with its answer.
        entry: The check in the library that it came from, where it is still there.
        related: What the library has on its subject.
        suggestions: The changed files that it matters for.
        keymap: Binding id to keys, where the user remapped them.
    """
    keys = keymap or {}
    blocks: list[Block] = [*_head(item, entry), Gap(), *markdown(item.text)]
    blocks += [*_answer(item, keys), *_previous(item, keys), *_suggested(tuple(suggestions))]
    if entry and entry.guidance:
        blocks += [Gap(), *guidance(entry)]
    return single_gaps([*blocks, *_knowledge(related, keys)])


def _head(item: Item, entry: Entry | None) -> Iterator[Block]:
    standards = chips(entry.standards if entry else ())
    yield Text((Run(item.title, Role.TITLE), *standards))
    glyph, role = STATES[item.answer.state]
    yield Text(
        (
            Run(f"{glyph} {item.answer.state}", role),
            Run(" · ", Role.FAINT),
            Run(str(item.weight), SEVERITIES[item.weight]),
        )
    )


def _answer(item: Item, keys: Mapping[str, str]) -> Iterator[Block]:
    answer = item.answer
    if answer.owes_reason:
        how = f"{key_of(AskReason, keys)} writes it"
        yield from (Gap(), _labelled("Reason", f"owed: a {answer.state} needs one. {how}."))
    elif answer.reason:
        yield from (Gap(), _labelled("Reason", answer.reason))
    if answer.state is State.FOLLOW_UP and (answer.owner or answer.due):
        due = answer.due.isoformat() if answer.due else ""
        yield from (Gap(), _labelled("Who", " ".join(filter(None, (answer.owner, due)))))
    yield from _evidence(answer)
    if answer.notes:
        yield from (Gap(), Text((Run("Notes", Role.LABEL),)))
        yield from markdown(answer.notes)
    for rival in item.rivals:
        said = f"{rival.state}: {rival.reason}" if rival.reason else str(rival.state)
        yield from (Gap(), _labelled("Disputed", f"{said} ({rival.by or 'somebody'})"))


def _evidence(answer: Answer) -> Iterator[Block]:
    for evidence in answer.evidence:
        at = f" at {evidence.commit[:7]}" if evidence.commit else ""
        link = evidence.url
        yield Gap()
        yield Text(
            (
                Run("Evidence  ", Role.LABEL),
                Run(str(evidence), Role.LINK if link else Role.TEXT, link),
                Run(at, Role.MUTED),
            )
        )
        if evidence.quote:
            yield Code(evidence.quote, language_of(evidence.path), indent=2, head=False)


def _previous(item: Item, keys: Mapping[str, str]) -> Iterator[Block]:
    """Yield last time's answer beside this time's, and what has changed between the two."""
    before = item.previous
    if before is None:
        return
    told = [before.on.isoformat() if before.on else "", before.by]
    then = ", ".join(filter(None, ("Last time", *told)))
    rows: list[tuple[Runs, ...]] = [
        ((Run(""),), (Run(then),), (Run("This time"),)),
        ((Run("state", Role.MUTED),), _state(before.state), _state(item.answer.state)),
    ]
    if before.reason or item.answer.reason:
        reasons = ((Run(text or "–"),) for text in (before.reason, item.answer.reason))
        rows.append(((Run("reason", Role.MUTED),), *reasons))
    yield from (Gap(), Table(tuple(rows)))
    if before.text_changed:
        yield Text((Run("! The text of the check has changed since.", Role.WARN),))
    if before.evidence_changed:
        yield Text((Run("! The lines of its evidence have changed since.", Role.WARN),))
    if item.answer.state is State.UNANSWERED:
        yield Text(
            (Run(key_of(Confirm, keys), Role.KEY), Run(" answers the same again", Role.MUTED))
        )


def _state(state: State) -> Runs:
    glyph, role = STATES[state]
    return (Run(f"{glyph} {state}", role),)


def _suggested(suggestions: tuple[Suggestion, ...]) -> Iterator[Block]:
    if suggestions:
        yield from (Gap(), Text((Run("◂ Changed files that matter here", Role.KEY),)))
    for suggestion in suggestions:
        yield Text((Run(str(suggestion)),), _INDENT, _INDENT)


def _knowledge(related: Sequence[Entry], keys: Mapping[str, str]) -> Iterator[Block]:
    """Yield where to read on, patterns last, since the page says the most."""
    order = {Kind.TOPIC: 0, Kind.PATTERN: 1, Kind.DOCUMENT: 2}
    wanted = [entry for entry in related if entry.kind in order]
    if not wanted:
        return
    opens = key_of(FollowLink, keys)
    yield from (Gap(), Text((Run("Read on", Role.LABEL), Run(f"  {opens} opens", Role.MUTED))))
    for entry in sorted(wanted, key=lambda e: order[e.kind]):
        glyph, role = KINDS[entry.kind]
        proven = (Run(f"\xa0{PROVEN}", Role.PROVEN),) if entry.proofs() else ()
        what = {Kind.PATTERN: entry.language, Kind.DOCUMENT: "what to have at hand"}.get(entry.kind)
        yield Text(
            (
                Run(entry.title, Role.LINK, ENTRY_LINK + entry.id),
                Run(f"  {what or word_of(entry)}", Role.MUTED),
                *proven,
            ),
            (Run(f"  {glyph} ", role),),
            (Run("    "),),
        )


def _labelled(label: str, text: str) -> Text:
    return Text((Run(f"{label}  ", Role.LABEL), Run(text)))
