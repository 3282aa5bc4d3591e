"""The engines that Vade's search is measured beside, each set up as well as it can be."""

from __future__ import annotations
