"""The SARIF of a review is what the standard's schema allows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft4Validator

from review.strategies import reviews
from vade.review.export.sarif import sarif
from vade.review.model import Evidence, Review, State

SCHEMA = Path(__file__).with_name("data") / "sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text())
    return Draft4Validator(schema)


@pytest.mark.parametrize("many", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_any_review_gives_valid_sarif_with_every_failed_place(
    validator: Draft4Validator, many: int
) -> None:
    places: list[int] = []

    @settings(max_examples=many, suppress_health_check=list(HealthCheck))
    @given(review=reviews())
    def check(review: Review) -> None:
        log = json.loads(json.dumps(sarif(review)))
        assert [error.message for error in validator.iter_errors(log)] == []
        (run,) = log["runs"]
        places.append(len(run["results"]))
        assert len(run["results"]) == sum(
            isinstance(place, Evidence) and bool(place.path)
            for item in review.items
            if item.answer.state is State.FAIL
            for place in item.answer.evidence
        )

    check()
    assert any(places)


def test_the_validator_refuses_what_is_no_sarif(validator: Draft4Validator) -> None:
    assert not validator.is_valid({"version": "2.1.0"})
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"results": []}]})
