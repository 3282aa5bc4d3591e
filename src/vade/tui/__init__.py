"""The terminal application."""

from __future__ import annotations
