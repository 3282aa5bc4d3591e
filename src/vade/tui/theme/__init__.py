"""Themes and tokens: the one place where looks are decided."""

from __future__ import annotations
