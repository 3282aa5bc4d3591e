"""Finding an item by its title or the end of its id."""

from __future__ import annotations

from vade.errors import NotFoundError, VadeError
from vade.review.model import Item, Review
from vade.text import quoted

__all__ = ["find_item"]


def find_item(review: Review, ref: str) -> Item:
    """Return the item whose title is `ref`, or whose id is, or unambiguously ends in, it.

    Raises:
        NotFoundError: there is none.
        VadeError: there are several.
    """
    exact = review.item(ref)
    if exact is not None:
        return exact
    wanted = ref.strip().casefold()
    called = [i for i in review.items if i.title.casefold() == wanted]
    if len(called) == 1:
        return called[0]
    for ends in (f"/{wanted}", f"-{wanted}", wanted) if wanted else ():
        found = [i for i in review.items if i.id.casefold().endswith(ends)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(i.id for i in found)
            raise VadeError(f"{quoted(ref)} names several items: {names}")
    hint = "`vade review show` names them"
    raise NotFoundError(f"no item {quoted(ref)} in review {review.id}", hint=hint)
