"""A record reads well in a diff and cannot be broken by what people type."""

from __future__ import annotations

import difflib
from dataclasses import replace

import pytest

from vade.review.model import Answer, Review, State
from vade.review.record.block import quoted, reaches_out
from vade.review.record.escape import escape, slug, token, unescape, untoken
from vade.review.record.front import scalar
from vade.review.record.render import render


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    assert render(review) == render(replace(review))


def test_answering_one_item_changes_its_own_lines_and_the_top(review: Review) -> None:
    items = list(review.items)
    items[4] = replace(items[4], answer=Answer(State.NA, "There are none."))
    before, after = (
        render(review).split("\n"),
        render(replace(review, items=tuple(items))).split("\n"),
    )
    start = before.index("## Review Checklist")
    own = next(n for n, line in enumerate(before) if line.startswith("- [ ] **Tests**"))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    assert all(end <= start or begin >= own for _, begin, end, _, _ in changed)


@pytest.mark.parametrize(
    "text", ["a*b_c", "[x](y)", "`", "a\\", "<b>", "C#", "#1", "a|b", "&amp;", "~~x~~", "$1$"]
)
def test_an_escaped_line_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("text", ["a b", "-->", "a--b", "%20", "[x]", "é", "<!--", "a\tb"])
def test_a_token_is_one_word_without_an_end_of_comment(text: str) -> None:
    assert untoken(token(text)) == text
    assert not set("[]<> \t") & set(token(text))
    assert "--" not in token(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("feature/orders", "feature/orders"),
        ("3f2c1ab", "3f2c1ab"),
        ("1e5", '"1e5"'),
        ("123", '"123"'),
        ("0x1f", '"0x1f"'),
        ("on", '"on"'),
        ("2026-11-23", '"2026-11-23"'),
        ("a: b", '"a: b"'),
        ("# x", '"# x"'),
        ("vade:list/checks", "vade:list/checks"),
    ],
)
def test_a_string_that_yaml_would_change_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


def test_every_line_of_a_quote_has_its_prefix() -> None:
    assert quoted("a\n\n  b\n") == ["> a", ">", ">   b", ">"]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("a < b and `<b>`", False),
        ("```\n<div>\n```", False),
        ("<div>", True),
        ("<!-- open", True),
        ("[x]: http://example.org", True),
        ("> [^1]: note", True),
        ("see [x](y)", False),
    ],
)
def test_html_and_definitions_reach_out_of_a_quote(text: str, out: bool) -> None:
    assert reaches_out(text) is out


def test_a_heading_has_the_anchor_that_github_gives_it() -> None:
    assert slug("Before you merge: C# & Co.") == "before-you-merge-c--co"
