"""The database of reviews: found by id, shared by terminals, moved with the project."""

from __future__ import annotations

import types
from dataclasses import replace
from pathlib import Path

import pytest

from review.desks import LIST, desk, folders
from vade.errors import NotFoundError, VadeError
from vade.review import ReviewStore
from vade.review.model import State


def test_an_id_in_its_own_letters_names_one_review(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    other = replace(review, id=review.id.lower())
    here.store.add(other, here.stamp())
    assert here.get(review.id).id == review.id
    assert here.get(other.id).id == other.id
    here.store.close()


def test_a_review_is_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    assert here.get(review.id[:12].lower()) == review
    with pytest.raises(NotFoundError):
        here.get("ZZZ")
    with pytest.raises(NotFoundError):
        here.get("")


def test_two_terminals_see_each_others_answers(tmp_path: Path) -> None:
    state, project = folders(tmp_path)
    one, other = desk(state, project), desk(state, project)
    review = one.start([LIST])
    before = other.version(review.id)
    one.answer(review.id, "logging", State.PASS)
    assert other.version(review.id) > before
    other.answer(review.id, "logging", notes="seen")
    answer = one.get(review.id).items[0].answer
    assert (answer.state, answer.notes) == (State.PASS, "seen")


def test_the_files_of_a_project_move_along_whatever_separates_their_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    old, new = "C:\\old\\shop", "D:\\shop"
    here.store.move(here.root, old, here.stamp())
    for path in (f"{old}\\docs\\a.md", f"{old}-two\\b.md"):
        here.store.exported(review.id, path, b"x", here.stamp(), ours=True)
    monkeypatch.setattr("vade.review.store.store.os", types.SimpleNamespace(sep="\\"))
    assert here.store.move(old, new, here.stamp()) == 1
    paths = {exported.path for exported in here.store.exports(review.id)}
    assert paths == {"D:\\shop\\docs\\a.md", f"{old}-two\\b.md"}


def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "reviews.db").mkdir()
    with pytest.raises(VadeError, match="cannot be kept"):
        ReviewStore.open(tmp_path / "reviews.db")
