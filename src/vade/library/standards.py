"""What standards are called: pages name a requirement by its number alone."""

from __future__ import annotations

import re

__all__ = ["called"]

_ASVS = re.compile(r"v\d+\.\d+\.\d+-\d")


def called(standard: str) -> str:
    """Return a standard with its name: `ASVS v5.0.0-2.4.1`; what says its name stays as it is."""
    return f"ASVS {standard}" if _ASVS.match(standard) else standard
