"""Pages as plain data: Markdown to blocks, blocks to lines. Nothing here needs a screen."""

from __future__ import annotations
