"""Every pattern runs against the real thing."""

from __future__ import annotations

import pytest

from proofs.cases import Case
from proofs.running import Outcome


@pytest.mark.proof
def test_the_pattern_holds(case: Case, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[case.id]
    assert outcome.state == "ran", f"{case.place}\n{outcome.detail}"
