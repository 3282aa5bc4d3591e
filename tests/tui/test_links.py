"""A link leads on from where it stands: to a page, to a part of one, to a file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.conftest import DATA, lines, until
from vade.tui.link_rows import link_rows
from vade.tui.requests import OpenEntry
from vade.tui.screens.entry import EntryScreen
from vade.tui.widgets.entry_pane import EntryPane
from vade.workspace import Workspace

LIMITS = """---
name: limits
title: Limits
summary: What one caller may cost.
---
# Limits
See [queues](queues).

## Patterns
### Bucket
Use for one.
```python
1
```
"""
QUEUES = """---
name: queues
title: Queues
summary: Work that waits.
---
# Queues
Back to [the bucket](limits#bucket).
"""
CHECKLIST = """---
name: load
title: Load
summary: s
---
# Load
Have a load generator at hand.

## Checklist
- [ ] **Bounded**: there is a limit.
  - **Good**: see [Limits](../topics/a/limits.md).
"""


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    for name, text in (
        ("topics/a/limits.md", LIMITS),
        ("topics/a/queues.md", QUEUES),
        ("checklists/load.md", CHECKLIST),
    ):
        path = tmp_path / "linked" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "linked"


def shown(app: Any) -> str:
    entry = app.screen.query_one(EntryPane).entry
    return entry.id if entry else ""


async def test_o_goes_from_page_to_page_and_to_a_part_of_one(opened: Any, linked: Path) -> None:
    async with opened(packs=(linked,)) as pilot:
        pilot.app.post_message(OpenEntry("linked:limits"))
        await until(pilot, lambda: shown(pilot.app) == "linked:limits")
        await pilot.press("o", "enter")
        await until(pilot, lambda: shown(pilot.app) == "linked:queues")
        await pilot.press("o", "enter")
        assert await until(pilot, lambda: shown(pilot.app) == "linked:limits/patterns/bucket")


async def test_guidance_in_a_review_leads_to_its_page(opened: Any, linked: Path) -> None:
    async with opened(packs=(linked,)) as pilot:
        app = pilot.app
        app.workspace.desk.start((app.workspace.library().checklist("load"),), None)
        await pilot.press("escape", "r")
        await pilot.pause()
        await until(pilot, lambda: app.screen.query("#guidance"))
        await pilot.press("o", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        assert shown(app) == "linked:limits"


async def test_an_item_leads_to_what_its_checklist_says_first(opened: Any, linked: Path) -> None:
    async with opened(packs=(linked,)) as pilot:
        app = pilot.app
        app.workspace.desk.start((app.workspace.library().checklist("load"),), None)
        await pilot.press("escape", "r")
        await until(pilot, lambda: app.screen.query("#guidance"))
        await pilot.press("o", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        assert shown(app) == "linked:load"


def test_links_that_lead_to_one_entry_are_one_row(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path, packs=(DATA / "pack",), only=True).library()
    page = next(e for e in library.entries if e.title == "Order Numbers" and e.is_whole)
    pattern = next(e for e in library.entries if e.title == "Number from a sequence")
    links = (("the sequence", f"entry:{pattern.id}"), ("it", "#number-from-a-sequence"))
    rows = link_rows((*links, ("RFC", "https://example.org/rfc")), library, page.id)
    shown = lines(rows)
    assert len(rows) == 2
    assert "Number from a sequence" in shown[0]
    assert "example.org" in shown[1]
