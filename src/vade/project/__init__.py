"""Facts of the project that the user stands in. Nothing of it is ever executed."""

from __future__ import annotations
