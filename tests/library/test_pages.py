"""A document as one page: all of it but front matter, title and proofs."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.library import Library, load
from vade.library.layers import Root
from vade.library.pages import page_text
from vade.library.scan import scan

TOPIC = """---
name: limits
summary: s
---
# Limits

A paragraph.

## Key points
- **One**: x

## Patterns

### A bucket
Use it.
```python
x = 1
```
```python bad
x = 2
```
```python proof
from pattern import x
```

## Checks
- [ ] **Held**: x
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in (("topics/limits.md", TOPIC), ("plain.md", "no heading\n\n# Later\ntext\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    yaml = (
        "title: Ethics\nsections:\n  - title: A\n    lines:\n      - {line_id: A1, line: Asked?}\n"
    )
    (tmp_path / "checklist.yml").write_text(yaml)
    return load(scan([Root("given", "p", tmp_path)]))


def test_a_page_is_the_whole_document_without_title_and_proofs(library: Library) -> None:
    text = page_text(library.find("p:limits"))
    assert text.startswith("A paragraph.\n\n## Key points\n- **One**: x\n")
    assert "```python bad\nx = 2\n```" in text
    assert text.endswith("## Checks\n- [ ] **Held**: x")
    assert "proof" not in text
    assert "name: limits" not in text


def test_a_part_of_a_page_is_its_own_body(library: Library) -> None:
    entry = library.find("patterns/a-bucket")
    assert not entry.is_whole
    assert page_text(entry) == entry.body


def test_only_a_heading_that_begins_the_page_is_its_title(library: Library) -> None:
    assert page_text(library.find("p:plain")) == "no heading\n\n# Later\ntext"


def test_a_yaml_checklist_is_a_page_too(library: Library) -> None:
    assert "A1" in page_text(library.find("p:checklist"))


def test_a_file_that_is_gone_gives_what_was_read_of_it(library: Library) -> None:
    entry = library.find("p:limits")
    entry.path.unlink()
    assert page_text(entry) == entry.body == "A paragraph."
