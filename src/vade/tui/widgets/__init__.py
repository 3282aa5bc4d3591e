"""The widgets. Each gets values and posts messages; none knows the app."""

from __future__ import annotations
