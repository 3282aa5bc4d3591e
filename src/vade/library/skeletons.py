"""The first text of a new agent, topic, pattern or checklist."""

from __future__ import annotations

import os
from pathlib import Path

from vade.errors import VadeError
from vade.files import write_whole
from vade.text import clean_line, kebab

__all__ = ["SKELETONS", "begin"]

_AGENT = """---
name: @name@
description: What this agent is for. Use when a task touches these words.
tools: Read, Grep, Glob
model: inherit
skills: []
---

# @title@

One sentence on what this agent knows.

## Your Expertise

### An area
- **A term**: what to know of it in one line.

## Your Approach

### 1. A principle
- **A name for it**: what it asks for.

## Code Patterns

### A pattern
```python
def pattern() -> None: ...
```

## Review Checklist
- [ ] **An item**: what must hold.

## When You Should Be Used
- When the work is about this.
"""

_PATTERN = """### Name of the pattern
Use when this is the situation.
```python
def answer() -> int:
    return 42
```
```python bad
def answer() -> int:
    return 41
```
```python proof
import bad
from pattern import answer


def test_the_answer_is_right():
    assert answer() == 42
    assert bad.answer() != 42
```
"""

_HEAD = """---
name: @name@
title: @title@
summary: What this page is about, in one line.
area: My notes
aliases: []
standards: []
links: []
---

# @title@

What it is and when it matters, in a paragraph.

"""

_TOPIC = (
    _HEAD
    + """## Key points
- **What to do**: why, and the number.

## Pitfalls
- **What goes wrong**: how it shows.

## Patterns

"""
    + _PATTERN
    + """
## Checks
- [ ] **An item**: what must hold.
  - **Why**: what happens otherwise.
  - **How to check**: a command to run, or what to look for.
  - **Severity**: major

## See also
"""
)

_CHECKLIST = """---
name: @name@
title: @title@
summary: What this checklist is for, in one line.
---

# @title@

When to walk it.

## Checklist
- [ ] **First item**: what must hold.
  - **Why**: what happens otherwise.
  - **How to check**: a command to run, or what to look for.
  - **Severity**: major
- [ ] **Second item**: what must hold.
"""

SKELETONS: dict[str, tuple[str, str]] = {
    "agent": ("agents", _AGENT),
    "topic": ("topics", _TOPIC),
    "pattern": ("topics", _HEAD + "## Patterns\n\n" + _PATTERN),
    "checklist": ("checklists", _CHECKLIST),
}
"""Kind to the pack's folder and the text; `@name@` and `@title@` stand for the new names."""


def begin(kind: str, name: str, pack: Path) -> Path:
    """Write a new document into a pack's folder and return its path.

    Args:
        kind: `agent`, `topic`, `pattern` or `checklist`.
        name: What it is called; its file is named after it.
        pack: The pack's folder; it need not exist.

    Raises:
        VadeError: the name has no letter or digit, is taken, or the file cannot be written.
    """
    title = clean_line(name)
    stem = kebab(title)
    if not stem:
        raise VadeError(f"{title!r} has no letter or digit", hint="Give it a name of words")
    folder, text = SKELETONS[kind]
    path = pack / folder / f"{stem}.md"
    _write_new(path, text.replace("@name@", stem).replace("@title@", _title(title)))
    return path


def _title(name: str) -> str:
    return name if " " in name else name.replace("-", " ").capitalize()


def _write_new(path: Path, text: str) -> None:
    try:
        if os.path.lexists(path):
            raise VadeError("is there already", where=str(path), hint="Choose another name")
        write_whole(path, text)
    except OSError as error:
        raise VadeError(f"cannot be written: {error.strerror}", where=str(path)) from error
