"""Records are GitHub Markdown: a task list with as many items as the review, whatever is typed."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from review.strategies import reviews
from vade.review.model import Review, State
from vade.review.record.render import render

CMARK = shutil.which("cmark-gfm") or ""
EXTENSIONS = ("table", "tasklist", "strikethrough", "autolink", "footnotes", "tagfilter")
pytestmark = pytest.mark.skipif(not CMARK, reason="needs the program cmark-gfm")


class Outline(HTMLParser):
    """The checkboxes that stand in no quote, and every tag left open or closed too early."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.boxes: list[bool] = []
        self.strays: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input" and "blockquote" not in self.open and self.open.count("li") == 1:
            self.boxes.append("checked" in dict(attrs))
        if tag not in {"input", "br", "hr", "img"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.strays.append(tag)


def outline(review: Review) -> Outline:
    """Render as GitHub does, raw HTML and all."""
    options = [part for name in EXTENSIONS for part in ("-e", name)]
    body = re.sub(r"\A---\n.*?\n---\n", "", render(review), flags=re.DOTALL)
    done = subprocess.run(
        [CMARK, "--unsafe", *options],
        input=body.encode(),
        capture_output=True,
        check=True,
    )
    parser = Outline()
    parser.feed(done.stdout.decode())
    parser.close()
    return parser


def ticks(review: Review) -> list[bool]:
    """Which of its items a review ticks."""
    return [i.answer.state in {State.PASS, State.NA} for i in review.items]


def test_a_record_is_a_task_list(review: Review) -> None:
    assert outline(review).boxes == ticks(review)


@pytest.mark.parametrize("many", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_no_text_can_leave_its_place(many: int) -> None:
    # What people added by hand is kept as it was: a task of theirs is a task. An item on which
    # two answers disagree has a box that disagrees with its word, so that reading sees it again.
    @settings(max_examples=many, suppress_health_check=list(HealthCheck))
    @given(reviews())
    def leaves_nothing(review: Review) -> None:
        items = tuple(replace(item, rivals=()) for item in review.items)
        found = outline(replace(review, kept=(), items=items))
        assert found.boxes == ticks(review)
        assert found.strays == []
        assert found.open == []

    leaves_nothing()
