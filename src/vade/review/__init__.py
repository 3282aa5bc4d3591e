"""Checklist to answers to record."""

from __future__ import annotations
