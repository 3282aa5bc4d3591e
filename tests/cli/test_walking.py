"""The plain walk, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from review.desks import Source, check, desk
from vade.cli.review.walking import Walk
from vade.review.model import Item, State

MANY = Source("pack:many/checks", "Many", tuple(check(f"Item {n}", "many") for n in range(200)))


class Items(tuple[Item, ...]):
    """Items that count how often all of them are gone through."""

    walks = 0

    def __iter__(self) -> Iterator[Item]:
        Items.walks += 1
        return super().__iter__()


def test_finding_the_next_open_item_takes_one_look_at_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "shop/.vade").mkdir(parents=True)
    here = desk(tmp_path / "state", tmp_path / "shop")
    review = here.start([MANY])
    *first, last = review.items
    done = tuple(replace(i, answer=replace(i.answer, state=State.PASS)) for i in first)
    walked = replace(review, items=Items((*done, last)))
    assert Walk(here, walked, lambda _: None, {}, {}).item == last
    assert Items.walks == 1
