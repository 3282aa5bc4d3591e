"""Any review there can be, for hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from vade.review.model import (
    Answer,
    Checklist,
    Evidence,
    Item,
    Kept,
    Previous,
    Review,
    Severity,
    State,
)
from vade.text import clean, clean_line

NASTY = (
    "- [ ] todo", "- [x] **Name** · pass <!-- vade a b -->", "```", "````python", "~~~", "> quote",
    "# heading", "## Review Checklist", "---", "===", "| a | b |", "| - | - |", "<!-- open",
    "</blockquote></li></ul>", "<details>", "<script>alert(1)</script>", "[x]: http://evil",
    "[^1]: foot", "Reason: because", "Notes:", "Evidence: [a](b)", "Text:", "Answered by me",
    "key: value", "vade: 2", "\tindented",
    "    code", "trailing  ", "a\r\nb", "**", "`", "\\", "*_",
    "שלום עולם", "👩‍💻🎉", "#1, #2, é", "a]b[c", "a|b", "<b>bold</b>", "&amp;", "$x$", "", " ",
    "1. one", "* star", "+ plus",
    "Last time: fail", "Conflict:", "- pass", "Added by hand:", "~~x~~",
    "Paths: a", "x, by y, 2026-11-23T14:02:11Z", "http://a.b/c**", "fail · critical", "…", "-->",
)  # fmt: skip
EXTRA = ("", "ticket: ABC-1", "ticket: ABC-1\nlabels:\n  - a\n  - b # why")
lines = st.one_of(st.sampled_from(NASTY), st.text(max_size=30))
texts = st.lists(lines, max_size=6).map("\n".join).map(clean)
names = st.lists(lines, max_size=3).map(" ".join).map(clean_line)
titles = names.filter(bool)
words = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
ids = st.builds("{}:{}/{}/{}".format, words, words, words, words) | titles
commits = st.from_regex(r"[0-9a-f]{40}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
times = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda t: t.replace(microsecond=0, tzinfo=UTC)
)
paths = st.builds("/".join, st.lists(titles, min_size=1, max_size=3))
counts = st.integers(1, 10_000)


@st.composite
def evidence(draw: st.DrawFn, own: str) -> Evidence:
    quote = draw(texts)
    commit = draw(st.sampled_from(["", own]) | commits)
    if draw(st.integers(0, 4)) == 0:
        return Evidence(url=f"https://{draw(words)}/{draw(words)}?a=(b)*_~", quote=quote)
    start = draw(st.none() | counts)
    end = None if start is None else start + draw(st.integers(0, 20))
    return Evidence(draw(paths), start, end, commit=commit, quote=quote)


@st.composite
def answers(draw: st.DrawFn, own: str) -> Answer:
    return Answer(
        state=draw(st.sampled_from(State)),
        reason=draw(texts),
        notes=draw(texts),
        severity=draw(st.none() | st.sampled_from(Severity)),
        evidence=tuple(draw(st.lists(evidence(own), max_size=2))),
        owner=draw(names),
        due=draw(st.none() | days),
        by=draw(names),
        at=draw(st.none() | times),
    )


previous = st.builds(
    Previous, st.sampled_from(State), texts, names, st.none() | days, st.booleans(), st.booleans()
)


@st.composite
def items(draw: st.DrawFn, checklist: str, own: str) -> Item:
    rivals = draw(st.just(0) | st.sampled_from([0, 0, 2, 3]))
    answer = draw(answers(own))
    return Item(
        id=draw(ids),
        title=draw(titles),
        text=draw(texts),
        fingerprint=draw(st.from_regex(r"[0-9a-f]{8}", fullmatch=True) | st.just("")),
        checklist=checklist,
        origins=tuple(draw(st.lists(ids, max_size=2))),
        severity=draw(st.sampled_from(Severity)),
        answer=answer,
        previous=draw(st.none() | previous),
        rivals=tuple(draw(answers(own)) for _ in range(rivals)),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    own = draw(st.just("") | commits)
    checklists = tuple(draw(st.lists(st.builds(Checklist, ids, titles, words), max_size=3)))
    under = [*(c.id for c in checklists), ""]
    found = [
        draw(items(checklist, own))
        for checklist in draw(st.lists(st.sampled_from(under), max_size=4))
    ]
    unique = tuple({item.id: item for item in found}.values())
    places = ["", *(i.id for i in unique)]
    kept = [Kept(p, draw(texts.filter(bool))) for p in places if draw(st.integers(0, 5)) == 0]
    return Review(
        id=draw(words),
        project=draw(titles),
        checklists=checklists,
        items=unique,
        started=draw(times),
        reviewer=draw(names),
        branch=draw(names),
        base=draw(st.just("") | commits),
        commit=own,
        finished=draw(st.none() | times),
        follows=draw(st.just("") | words),
        kept=tuple(kept),
        extra=draw(
            st.sampled_from(["", "ticket: ABC-1", "ticket: ABC-1\nlabels:\n  - a\n  - b # why"])
        ),
    )
