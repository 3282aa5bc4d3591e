"""Measurements of Vade against named peers, as ratios in one run."""

from __future__ import annotations
