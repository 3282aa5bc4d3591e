"""Writing a review down: where, in which form, and never over somebody's work."""

from __future__ import annotations
