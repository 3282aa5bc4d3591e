"""Path patterns mean what a reader of a checklist expects, and cost nothing."""

from __future__ import annotations

import time

import pytest

from vade.review.glob import Glob


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("**/routes/**", "src/routes/a.ts", True),
        ("**/routes/**", "routes/deep/a.ts", True),
        ("**/routes/**", "src/router/a.ts", False),
        ("*.sql", "db/deep/a.sql", True),
        ("*.sql", "db/a.sqlx", False),
        ("src/*.py", "src/a.py", True),
        ("src/*.py", "src/deep/a.py", False),
        ("src/**/a?.py", "src/a1.py", True),
        ("src/**/a?.py", "src/x/y/ab.py", True),
        ("src/**/a?.py", "src/x/y/a.py", False),
        ("**/.env*", ".env.local", True),
        ("**/*log*", "src/my-logger.py", True),
        ("**/*a*b*c", "x/1a2b3c", True),
        ("**/*a*b*c", "x/1a2c3b", False),
        ("**/[id].ts", "pages/[id].ts", True),
        ("**/[id].ts", "pages/i.ts", False),
    ],
)
def test_a_pattern_fits(pattern: str, path: str, fits: bool) -> None:
    assert Glob.of(pattern).fits(path) is fits


def test_a_pattern_of_many_stars_costs_no_more_than_one_of_few() -> None:
    path = "src/" + "a" * 200
    began = time.process_time()
    assert not Glob.of("**/" + "*a" * 30 + "*b").fits(path)
    assert not Glob.of("/".join(["**", "a*"] * 20) + "/b").fits("/".join(["aa"] * 200))
    assert time.process_time() - began < 5  # it was exponential: minutes
