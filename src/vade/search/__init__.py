"""Entries to ranked hits. The only room that imports whoosh."""

from __future__ import annotations
