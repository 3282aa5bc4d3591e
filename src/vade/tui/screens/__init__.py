"""The screens, each beside its style sheet."""

from __future__ import annotations
