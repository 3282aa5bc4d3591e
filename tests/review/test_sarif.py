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


def check(validator: Draft4Validator, review: Review) -> None:
    log = json.loads(json.dumps(sarif(review)))
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    assert len(run["results"]) == sum(
        isinstance(place, Evidence) and bool(place.path)
        for item in review.items
        if item.answer.state is State.FAIL
        for place in item.answer.evidence
    )


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(review=reviews())
def test_a_review_gives_valid_sarif_with_every_failed_place(
    validator: Draft4Validator, review: Review
) -> None:
    check(validator, review)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(review=reviews())
def test_many_reviews_give_valid_sarif_with_every_failed_place(
    validator: Draft4Validator, review: Review
) -> None:
    check(validator, review)


def test_the_validator_refuses_what_is_no_sarif(validator: Draft4Validator) -> None:
    assert not validator.is_valid({"version": "2.1.0"})
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"results": []}]})
