"""Markdown to entries: packs, layers, one library."""

from __future__ import annotations
