"""Whether search finds what was meant: questions with their right answers, and scores."""

from __future__ import annotations

from benchmarks.relevance.questions import (
    ANOTHER_STRANGER,
    HELD_OUT,
    HELD_OUT_LATER,
    QUERIES,
    STRANGERS,
    Question,
    read,
)
from benchmarks.relevance.scores import Engine, Score, missed, score

__all__ = [
    "ANOTHER_STRANGER",
    "HELD_OUT",
    "HELD_OUT_LATER",
    "QUERIES",
    "STRANGERS",
    "Engine",
    "Question",
    "Score",
    "missed",
    "read",
    "score",
]
