"""One subject joins a page, its patterns and checks, and what is called the same elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.library import Library, load
from vade.library.layers import Root
from vade.library.scan import scan

PAGE = """---
name: sql-injection-prevention
title: SQL Injection Prevention
summary: s
aliases: [SQL Injection, sqli]
---
# SQL Injection Prevention

## Pitfalls
- quoting

## Patterns

### Bind values
```python
x = 1
```

## Checks
- [ ] **Queries are bound**: x
"""
AGENT = """---
name: a
description: d
---
# A

## Expertise
- **SQL Injection Prevention**: x

## Code Patterns
### Bind values
```python
x = 1
```

## Review Checklist
- [ ] **SQL Injection**: x
- [ ] **Tests**: x
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in (("topics/x/page.md", PAGE), ("agents/a.md", AGENT)):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return load(scan([Root("given", "p", tmp_path)]))


def related(library: Library, ref: str) -> list[str]:
    return [entry.id for entry in library.related(library.find(ref))]


def test_a_checklist_item_leads_to_the_page_by_its_alias(library: Library) -> None:
    found = related(library, "a/review-checklist/sql-injection")
    assert found[0] == "p:sql-injection-prevention"
    assert "p:sql-injection-prevention/patterns/bind-values" in found
    assert "p:a/expertise/sql-injection-prevention" in found


def test_a_page_leads_to_all_that_is_called_the_same(library: Library) -> None:
    assert set(related(library, "p:sql-injection-prevention")) >= {
        "p:a/expertise/sql-injection-prevention",
        "p:a/review-checklist/sql-injection",
        "p:sql-injection-prevention/checks/queries-are-bound",
    }


def test_a_pattern_leads_to_its_twin_that_is_proved(library: Library) -> None:
    assert "p:sql-injection-prevention/patterns/bind-values" in related(
        library, "a/code-patterns/bind-values"
    )


def test_another_subject_is_not_joined(library: Library) -> None:
    assert related(library, "a/review-checklist/tests") == []


def test_a_checklist_page_goes_before_a_topic_page_of_that_name(tmp_path: Path) -> None:
    for folder, name in (("topics/a", "limits"), ("checklists", "limits-review")):
        (tmp_path / folder).mkdir(parents=True)
        head = f"---\nname: {name}\ntitle: The {name}\nsummary: s\n---\n# T\n## Checks\n"
        (tmp_path / folder / "limits.md").write_text(head + "- [ ] **A**: b\n")
    library = load(scan([Root("given", "mine", tmp_path)]))
    assert library.checklist("limits").title == "The limits-review"
    assert library.checklist("limits/checks").title == "The limits"
