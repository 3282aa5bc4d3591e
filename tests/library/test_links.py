from __future__ import annotations

from pathlib import Path

import pytest

from vade.errors import NotFoundError
from vade.library import Library, load
from vade.library.layers import Root
from vade.library.links import dead_links, follow, is_outside, links_of
from vade.library.scan import scan

PAGE = """---
name: limits
title: Limits
summary: What one caller may cost.
---
# Limits
See [queues](queues), [the part](#a-callers-bucket) and [no page](nowhere).

## Patterns
### A caller's bucket
Use for one.
```python
1
```

## Checks
- [ ] **Limits**: there are some.
  - **Good**: see [Bucket](#a-caller-s-bucket), and `[not a link](at-all)`.
"""
QUEUES = """---
name: queues
title: Queues
summary: Work that waits.
---
# Queues
Back to [limits](limits), [its checks](limits#checks), [the file](limits.md#limits),
[a script](run.sh), [gone](gone.md), [the web](https://example.org/a).

## Key points
```markdown
[in a fence](nothing)
```
"""
AGENT = """---
name: guard
description: Guards. Use when guarding.
---
# Guard
## Expertise
- **Limits**: knows them.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    topics = tmp_path / "topics" / "a"
    topics.mkdir(parents=True)
    (topics / "limits.md").write_text(PAGE)
    (topics / "queues.md").write_text(QUEUES)
    (topics / "run.sh").write_text("true\n")
    (tmp_path / "agents").mkdir()
    (tmp_path / "agents" / "guard.md").write_text(AGENT)
    return load(scan([Root("given", "mine", tmp_path)]))


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("limits", "mine:limits"),
        ("limits#a-callers-bucket", "mine:limits/patterns/a-callers-bucket"),
        ("limits.md", "mine:limits"),
        ("../a/limits.md#checks", "mine:limits"),
        ("mine:limits/checks/limits", "mine:limits/checks/limits"),
        ("guard/expertise/limits", "mine:guard/expertise/limits"),
    ],
)
def test_a_link_leads_to_a_page_or_a_part_of_one(
    library: Library, link: str, leads_to: str
) -> None:
    assert follow(library, link, library.get("mine:queues")).id == leads_to


def test_a_hash_alone_means_the_page_that_the_link_stands_on(library: Library) -> None:
    origin = library.get("mine:limits/checks/limits")
    assert follow(library, "#a-caller-s-bucket", origin).title == "A caller's bucket"


def test_a_name_means_the_page_though_entries_elsewhere_are_called_so(library: Library) -> None:
    assert library.find("limits").id == "mine:limits"


def test_a_part_that_is_not_there_is_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError):
        follow(library, "limits#pitfalls")


def test_dead_links_are_named_with_their_line(library: Library) -> None:
    found = [
        (d.path.name, d.line, d.message)
        for doc in library.documents
        for d in dead_links(library, doc)
    ]
    assert found == [
        ("limits.md", 7, "link 'nowhere' leads nowhere"),
        ("queues.md", 8, "link 'gone.md' leads nowhere"),
    ]


def test_code_holds_no_links() -> None:
    lines = [
        "`[a](b)` [c](d)",
        "````markdown",
        "```",
        "[e](f)",
        "````",
        "- ```",
        "  [g](h)",
        "  ```",
    ]
    assert list(links_of(lines)) == [(1, "d")]


@pytest.mark.parametrize("link", ["https://a.example", "mailto:a@b.example", "//cdn.example/x"])
def test_the_web_is_outside(link: str) -> None:
    assert is_outside(link)


def test_an_id_is_not_outside() -> None:
    assert not is_outside("vade:rest/checks/x")


def test_a_page_that_went_away_while_it_was_checked_is_a_finding(library: Library) -> None:
    page = next(d for d in library.documents if d.name == "limits")
    page.path.unlink()
    (found,) = dead_links(library, page)
    assert (found.code, found.level) == ("unreadable", "error")
