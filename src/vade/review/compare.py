"""What changed from one review to the next."""

from __future__ import annotations

from dataclasses import dataclass

from vade.review.matching import Matcher
from vade.review.model import DONE, Item, Review, State

__all__ = ["Delta", "Pair", "compare"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One item in two reviews."""

    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The newer of the two."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def states(self) -> tuple[State | None, State | None]:
        """The state then and now; None where the item was not there."""
        then, now = self.before, self.after
        return (then.answer.state if then else None, now.answer.state if now else None)


@dataclass(frozen=True, slots=True)
class Delta:
    """All items in which two reviews differ, by what happened to them."""

    new_fails: tuple[Pair, ...] = ()
    """Fail now, and neither pass nor fail before."""
    fixed: tuple[Pair, ...] = ()
    """Fail before, pass or n/a now."""
    regressed: tuple[Pair, ...] = ()
    """Pass or n/a before, fail now."""
    answered: tuple[Pair, ...] = ()
    """Unanswered before, not a fail now."""
    changed: tuple[Pair, ...] = ()
    """Any other change of state."""
    added: tuple[Pair, ...] = ()
    removed: tuple[Pair, ...] = ()
    reworded: tuple[Pair, ...] = ()
    """The text of the check is another."""


def compare(before: Review, after: Review) -> Delta:
    """Return what changed between two reviews; an item may appear under several heads."""
    old, new = Matcher(before.items), Matcher(after.items)
    pairs = [Pair(old.find(item), item) for item in after.items]
    pairs += [Pair(item, None) for item in before.items if new.find(item) is None]
    heads: dict[str, list[Pair]] = {}
    for pair in pairs:
        for head in _heads(pair):
            heads.setdefault(head, []).append(pair)
    return Delta(**{head: tuple(found) for head, found in heads.items()})


def _heads(pair: Pair) -> list[str]:
    then, now = pair.before, pair.after
    if now is None:
        return ["removed"]
    if then is None:
        return ["added", "new_fails"] if now.answer.state is State.FAIL else ["added"]
    same = not (then.fingerprint and now.fingerprint) or then.fingerprint == now.fingerprint
    heads = [] if same else ["reworded"]
    moved = _moved(then.answer.state, now.answer.state)
    return [*heads, moved] if moved else heads


def _moved(then: State, now: State) -> str:
    if then is now:
        return ""
    if now is State.FAIL:
        return "regressed" if then in DONE else "new_fails"
    if then is State.FAIL and now in DONE:
        return "fixed"
    return "answered" if then is State.UNANSWERED else "changed"
