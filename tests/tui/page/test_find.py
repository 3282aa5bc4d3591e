"""Finding text on a page."""

from __future__ import annotations

from vade.tui.page.find import Mark, find, query_words
from vade.tui.page.runs import Line, Run


def test_every_place_is_found_whatever_the_case() -> None:
    lines = [Line((Run("Rate"), Run(" rate"))), Line((Run("crate"),))]
    assert find(lines, ["rate"]) == [Mark(0, 0, 4), Mark(0, 5, 9), Mark(1, 1, 5)]


def test_a_search_marks_only_the_beginnings_of_words() -> None:
    assert find([Line((Run("rates crate"),))], ["rate"], starts=True) == [Mark(0, 0, 4)]


def test_a_match_may_go_over_runs() -> None:
    assert find([Line((Run("ra"), Run("te")))], ["rate"]) == [Mark(0, 0, 4)]


def test_fields_and_exclusions_are_no_words() -> None:
    assert query_words('kind:pattern "rate limit" -redis cors a') == ("rate limit", "cors")
