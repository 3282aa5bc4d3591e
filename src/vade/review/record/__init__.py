"""The record: a review as a Markdown file that people read on a forge and Vade reads back."""

from __future__ import annotations
