"""A record says the same review that it was made from, whatever people typed."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from review.strategies import reviews
from vade.review.model import Review
from vade.review.record.parse import parse
from vade.review.record.render import render

MANY = int(os.environ.get("VADE_EXAMPLES", "0"))
"""`VADE_EXAMPLES=20000` is the whole run, of examples that no run had before."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def read_back(review: Review) -> Review:
    parsed = parse(render(review))
    assert parsed.problems == ()
    return parsed.review


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
@given(reviews())
def test_reading_a_record_gives_the_same_review(review: Review) -> None:
    assert read_back(review) == review


@pytest.mark.slow
@settings(max_examples=MANY or 1000, derandomize=not MANY, suppress_health_check=list(HealthCheck))
@given(reviews())
def test_thousands_of_records_give_the_same_review(review: Review) -> None:
    assert read_back(review) == review


def test_a_checklist_about_c_sharp_keeps_its_name(review: Review) -> None:
    (checklist,) = review.checklists
    for title in ("C#", "F #", "a \\", "## x ##"):
        named = replace(review, checklists=(replace(checklist, title=title),))
        assert read_back(named) == named


def test_an_origin_that_is_named_twice_is_read_as_often(review: Review) -> None:
    item = replace(review.items[0], origins=("a:b/c", "d:e/f", "a:b/c"))
    twice = replace(review, items=(item, *review.items[1:]))
    assert read_back(twice) == twice
