"""The measures of `benchmarks.collection`, by hand."""

from __future__ import annotations

import math

import pytest
from benchmarks.collection import average_precision, ndcg


def test_the_average_precision_counts_what_was_not_found() -> None:
    assert average_precision(["a", "x", "b"], {"a", "b", "c"}) == pytest.approx((1 + 2 / 3) / 3)
    assert average_precision([], {"a"}) == 0.0


def test_the_discounted_gain_is_one_for_the_best_order() -> None:
    assert ndcg(["a", "b", "x"], {"a", "b"}) == pytest.approx(1.0)
    late = (1 / math.log2(3)) / 1
    assert ndcg(["x", "a"], {"a"}) == pytest.approx(late)
