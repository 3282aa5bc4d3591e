"""The review as a model: two writers, undo, restart, export and import against the real store."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reliability.figures import FULL, count, tell
from review.desks import LIST, desk
from vade.errors import VadeError
from vade.review.model import State

pytestmark = pytest.mark.slow

RUNS = count(20, 2000)
ITEMS = tuple(entry.id for entry in LIST.entries)
Said = tuple[State, str, str]
"""State, reason and notes of an answer."""
NOTHING: Said = (State.UNANSWERED, "", "")
answered = st.sampled_from([s for s in State if s is not State.UNANSWERED])
words = st.sampled_from(
    ["", "because", "two\n\nlines", "- [x] **A** · pass", "<b>&amp;", "é 漢 שלום"]
)


class Reviewing(RuleBasedStateMachine):
    """What the reviewers said, as a list of steps, beside what the store says."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="vade-model-"))
        (self.folder / "shop").mkdir()
        self.desks = [desk(self.folder / "state", self.folder / "shop") for _ in range(2)]
        self.done: list[tuple[str, Said, Said]] = []
        self.undone: list[tuple[str, Said, Said]] = []
        self.said = dict.fromkeys(ITEMS, NOTHING)
        self.record: Path | None = None
        self.recorded: dict[str, Said] = {}

    @initialize()
    def begin(self) -> None:
        self.review = self.desks[0].start([LIST]).id

    @rule(who=st.integers(0, 1), item=st.sampled_from(ITEMS), state=answered, reason=words)
    def answer(self, who: int, item: str, state: State, reason: str) -> None:
        self.desks[who].answer(self.review, item, state, reason=reason)
        self._step(item, (state, reason, self.said[item][2]))

    @rule(who=st.integers(0, 1), item=st.sampled_from(ITEMS), notes=words)
    def note(self, who: int, item: str, notes: str) -> None:
        self.desks[who].answer(self.review, item, notes=notes)
        self._step(item, (*self.said[item][:2], notes))

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        if not self.done:
            return
        self.desks[who].undo(self.review)
        item, before, after = self.done.pop()
        self.undone.append((item, before, after))
        self.said[item] = before

    @rule(who=st.integers(0, 1))
    def redo(self, who: int) -> None:
        if not self.undone:
            return
        self.desks[who].redo(self.review)
        item, before, after = self.undone.pop()
        self.done.append((item, before, after))
        self.said[item] = after

    @rule(who=st.integers(0, 1))
    def restart(self, who: int) -> None:
        self.desks[who].store.close()
        self.desks[who] = desk(self.folder / "state", self.folder / "shop")

    @rule(who=st.integers(0, 1))
    def export(self, who: int) -> None:
        made = self.desks[who].export(self.review)
        assert isinstance(made, Path)
        self.record, self.recorded = made, dict(self.said)

    @precondition(lambda self: self.record is not None)
    @rule(who=st.integers(0, 1))
    def take_in_what_was_exported(self, who: int) -> None:
        """Nothing was changed by hand, so nothing changes."""
        (taken,) = self.desks[who].take_in([self.record])  # type: ignore[list-item]
        assert not taken.problems
        assert not taken.conflicts

    @precondition(lambda self: self.record is not None)
    @rule()
    def take_in_elsewhere(self) -> None:
        """On another machine the record is all that there is."""
        with tempfile.TemporaryDirectory(prefix="vade-model-") as away:
            other = desk(Path(away), self.folder / "shop")
            (taken,) = other.take_in([self.record])  # type: ignore[list-item]
            assert spoken(taken.review) == self.recorded
            other.store.close()

    @invariant()
    def both_see_what_was_said(self) -> None:
        if not hasattr(self, "review"):
            return
        for here in self.desks:
            assert spoken(here.get(self.review)) == self.said
            assert not here.notices

    def teardown(self) -> None:
        for here in self.desks:
            here.store.close()
        shutil.rmtree(self.folder)

    def _step(self, item: str, after: Said) -> None:
        before = self.said[item]
        self.said[item] = after
        self.done.append((item, before, after))
        self.undone.clear()


def spoken(review: Any) -> dict[str, Said]:
    return {i.id: (i.answer.state, i.answer.reason, i.answer.notes) for i in review.items}


def test_the_store_says_what_the_model_says() -> None:
    run_state_machine_as_test(
        Reviewing,
        settings=settings(
            settings.get_profile("explore"),
            max_examples=RUNS,
            stateful_step_count=30,
            derandomize=not FULL,
            suppress_health_check=list(HealthCheck),
        ),
    )
    tell("model", RUNS)


def test_there_is_nothing_to_undo_at_the_beginning(tmp_path: Path) -> None:
    here = desk(tmp_path / "state", tmp_path)
    review = here.start([LIST]).id
    for step in (here.undo, here.redo):
        with pytest.raises(VadeError):
            step(review)
    here.store.close()
