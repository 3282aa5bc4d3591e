"""The right page comes first: a floor under the scores over what ships.

`python -m benchmarks.relevance` has the tables, with the corpora as distractors and beside FTS5.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from benchmarks.relevance import QUERIES, Question, read, score
from benchmarks.relevance.scores import Score, pages_of

from vade.library import Library
from vade.search import Search

FLOORS = {
    "keyword": (0.95, 0.98),
    "question": (0.90, 0.97),
    "error": (0.92, 0.98),
    "misspelling": (0.95, 0.98),
    "half-typed": (0.92, 0.98),
    "all": (0.93, 0.98),
}


@pytest.fixture(scope="module")
def questions(ours: Library) -> Sequence[Question]:
    return read(QUERIES, pages_of(ours))


@pytest.fixture(scope="module")
def scores(ours: Library, of_all: Search, questions: Sequence[Question]) -> dict[str, Score]:
    def ask(text: str) -> Sequence[str]:
        found = of_all.query(text, limit=60, typing=True)
        return [hit.entry.id for group in found.groups for hit in group.hits]

    return score(ours, ask, questions)


def test_there_are_questions_enough(questions: Sequence[Question], ours: Library) -> None:
    assert len(questions) >= 150
    assert {a for q in questions for a in q.answers} >= set(pages_of(ours)) - {"rest"}


@pytest.mark.parametrize("group", FLOORS)
def test_the_right_page_comes_first_or_soon(scores: dict[str, Score], group: str) -> None:
    first, five = FLOORS[group]
    assert scores[group].first >= first
    assert scores[group].five >= five
