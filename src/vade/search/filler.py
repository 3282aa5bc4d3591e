"""Words that a question needs and that say little of what it is about."""

from __future__ import annotations

import re

__all__ = ["GLUE", "INTENT"]

GLUE = frozenset(
    re.findall(
        r"\w+",
        """
    a about actually always am an and another any anyone anything are as at avoid be because
    been being best better but by can cannot could did difference differences do does doing done
    each else ever every everyone everything for from get gets getting good got had has have
    having how i if in instead into is it its just keep keeps make makes making may me mean
    means might mine must my need needed needs no of off ok on one or our ours out please
    possible proper properly really s safe safely should so some somebody someone something
    still stop such t than that the their them then there these they thing things this those to
    too us use used uses using versus very vs want wants was way ways we were what when where
    whether which while who whose why will with without would wrong you your yours
        """,
    )
)
"""Words that hold a question together. They are asked for only where there are no others."""

INTENT = frozenset(
    re.findall(
        r"\w+",
        """
    add adding allow app application away backend bad become begin big bring build call came
    check come create deal design enough ensure example explain find first fix follow give go
    goes going guide handle handling happen happens help implement implementing know last leave
    let look manage new now often old people person prevent project protect put quickly return
    returning run running say see send set setup show site start support system take tell time
    try understand website work working works write writing
        """,
    )
)
"""Words of what somebody wants to do, which many subjects share: they count for less."""
