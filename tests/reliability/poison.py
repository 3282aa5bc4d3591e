"""Everything that could steer a terminal, in every field of every file that Vade reads."""

from __future__ import annotations

import re
from pathlib import Path

from reliability.place import Place
from review.repository import commit, git

__all__ = ["NAME", "POISON", "foreign", "infect"]

_SEQUENCES = (
    "\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x1b\\\x1b[6n\x1b[2J\x1bPqPWNED\x1b\\\x1b_PWNED\x1b\\"
)
_C0 = "".join(map(chr, (*range(1, 9), *range(11, 13), *range(14, 32), 127)))
_C1 = "".join(map(chr, range(0x80, 0xA0)))
_HIDDEN = "".join(
    map(chr, (0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065),
              *range(0x2066, 0x2070), 0xFEFF, 0x2028, 0x2029, 0x180E, 0xFFF9, 0xE0001, 0xE0041,
              0xE007F))
)  # fmt: skip
POISON = f"{_SEQUENCES}{_C0}{_C1}{_HIDDEN}[@click=app.quit]x[/][/]"
NAME = "".join(c for c in f"{_SEQUENCES}\x07\x85\u202e\u200b\U000e0041" if c != "/")
"""What fits into a file's name."""
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\u2028\u2029\u180e\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_OWN_OF_COMMANDS = re.compile(r"\x1b\[[\d;]*m|\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_OWN_OF_SCREENS = re.compile(
    r"\x1b\[[\d;]*[Hm]|\x1b\[[?<>=][\d;]*\$?[hlpu]|\x1b\[[\d;]*u|\x1b\[c|\x1b\]11;\?\x1b\\"
    r"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"
)


def foreign(raw: bytes, *, screens: bool) -> list[str]:
    """Return what reached the terminal and is not our own, each with what stood around it."""
    text = raw.decode("utf-8", "surrogateescape")
    own = _OWN_OF_SCREENS if screens else _OWN_OF_COMMANDS
    left = own.sub("", text)
    left = left.replace("\x07", "") if screens else left  # a box that is full rings the bell
    found = [repr(left[max(m.start() - 40, 0) : m.end() + 40]) for m in _FORBIDDEN.finditer(left)]
    if "\x1b]52;c;UFdORUQ=" in text:
        found.append("the clipboard was set")
    return found


def _quoted(word: str) -> str:
    """A scalar of YAML or TOML that says the poison in escapes."""
    text = f"{word} {POISON}".replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(c if c.isascii() and c.isprintable() else f"\\U{ord(c):08x}" for c in text)
        + '"'
    )


def _page(title: str) -> str:
    fields = ("name", "title", "description", "summary", "area", "aliases", "tools", "model")
    head = "\n".join(f"{field}: {_quoted(field)}" for field in (*fields, "skills", "standards"))
    body = f"""
{title} {POISON}

## Your Expertise {POISON}

### Area {POISON}

- **Term {POISON}**: text {POISON} `code {POISON}`
- [link {POISON}](https://example.org/{POISON})

## Code Patterns

### Pattern {POISON}

A sentence {POISON}.

```python {POISON}
print("{POISON}")
```

| a {POISON} | b |
|---|---|
| {POISON} | &#27;]0;PWNED&#7; &#x9b;2J |

> quote {POISON}

<details>{POISON}</details> <!-- {POISON} -->

## Review Checklist {POISON}

- [ ] **Item {POISON}**: must {POISON}
  - **Why**: {POISON}
  - **How to check**: {POISON}
  - **Standard**: CWE-89 {POISON}
- [ ] **Other {POISON}**: must {POISON}

## When You Should Be Used

- when {POISON}
"""
    return f"---\n{head}\n---\n\n# {body}"


def _record(review: str) -> str:
    """A record whose every field is poisoned."""
    fields = ("project", "branch", "base", "commit", "reviewer", "started", "finished", "verdict")
    head = "\n".join(f"{field}: {_quoted(field)}" for field in fields)
    return f"""---
vade: 1
id: {review}
{head}
checklist:
- id: {_quoted("list")}
  title: {_quoted("title")}
odd: {_quoted("odd")}
---

# Review {POISON}

| {POISON} | b |
|---|---|

- [ ] **Item {POISON}** · fail · critical

  Reason: {POISON}

  Notes: {POISON}

  Evidence: `src/a.py:1` {POISON}

- [x] **Box {POISON}** · fail

{POISON}
"""


def infect(place: Place) -> Path:
    """Fill a place with poison; return a pack that is not among the standing ones."""
    shop = place.shop
    for folder in ("agents", "topics/x", "checklists", "skills/s"):
        inside = shop / ".vade" / folder
        inside.mkdir(parents=True)
        inside.joinpath(f"{NAME}.md").write_text(_page(folder), encoding="utf-8")
        inside.joinpath("plain.md").write_text(_page(folder), encoding="utf-8")
        inside.joinpath("SKILL.md").write_text(_page(folder), encoding="utf-8")
        inside.joinpath(f"broken{NAME}.md").write_bytes(b"---\na: [\x1b]0;PWNED\x07\n\xff\xfe\x00")
    (shop / ".vade" / "agents" / f"link{NAME}.md").symlink_to("/etc/passwd")
    pack = place.home / f"pack{NAME}"
    pack.mkdir()
    (pack / f"agent{NAME}.md").write_text(_page("agent"), encoding="utf-8")
    records = shop / "docs" / "reviews"
    records.mkdir(parents=True)
    for name in ("2026-01-01-a-b.md", f"2026-01-02-{NAME}.md"):
        (records / name).write_text(_record(f"01K{len(name):011}"), encoding="utf-8")
    (shop / f"source{NAME}.py").write_text(f"x = 1\n# {POISON}\n", encoding="utf-8")
    (shop / "source.py").write_text(f"x = 1\n# {POISON}\n", encoding="utf-8")
    commit(shop, "poison")
    git(shop, "config", "user.name", f"Ada {POISON}".replace("\0", ""))
    git(shop, "config", "remote.origin.url", f"https://example.org/{NAME}")
    head = (shop / ".git" / "HEAD").read_text("utf-8").strip().removeprefix("ref: ")
    target = git(shop, "rev-parse", "HEAD")
    packed = f"{target} refs/heads/b{NAME}\n{target} {head}\n{target} refs/heads/main\n"
    (shop / ".git" / "packed-refs").write_text(packed, encoding="utf-8")
    (shop / ".git" / "HEAD").write_text(f"ref: refs/heads/b{NAME}\n", encoding="utf-8")
    place.settings.write_text(f"reviewer = {_quoted('Ada')}\n[ui]\nhint = false\n", "utf-8")
    return pack
