"""Nothing in the content is taken over from the corpora that it was tested with.

`VADE_CORPORA` names their folder. Eight words in a row, or three lines of code in a row, that
stand in both would be a copy. Addresses, imports and lists in front matter are facts: left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from vade.paths import bundled

FOLDER = Path(os.environ.get("VADE_CORPORA") or "none")
ROOT = bundled()
PAGES = sorted(path for folder in ("agents", "content") for path in (ROOT / folder).rglob("*.md"))

WORDS, LINES = 8, 3
COMMON = ("curl x post h content type application json d",)
"""What everybody writes with the same words: commands."""

FENCE = re.compile(r"\s*(```+|~~~+)")
ADDRESS = re.compile(r"\w+://\S+")
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
IMPORT = re.compile(r"(from|import|const \{?[\w, ]+\}? = require|use|using|#include)\b")

Shingles = set[tuple[str, ...]]


def split(text: str) -> tuple[str, list[list[str]]]:
    """The prose of a Markdown text, and the lines of each of its fences."""
    fences: list[list[str]] = []
    mark = ""
    front = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    prose = re.findall(r"^(?:summary|description): (.*)", front[0], re.MULTILINE) if front else []
    text = text[front.end() :] if front else text
    for line in text.splitlines():
        match = FENCE.match(line)
        if mark and match and match[1].startswith(mark) and line.strip() == match[1]:
            mark = ""
        elif mark:
            fences[-1].append(line)
        elif match:
            mark = match[1]
            fences.append([])
        else:
            prose.append(line)
    return "\n".join(prose), fences


def word_shingles(prose: str) -> Shingles:
    return set(runs(WORD.findall(ADDRESS.sub(" ", prose.lower())), WORDS))


def line_shingles(fences: list[list[str]]) -> Shingles:
    """Lines with at least eight letters or digits, whatever the spaces between."""
    found: Shingles = set()
    for fence in fences:
        lines = [" ".join(line.split()) for line in fence]
        telling = [
            line for line in lines if len(re.findall(r"\w", line)) >= 8 and not IMPORT.match(line)
        ]
        found |= set(runs(telling, LINES))
    return found


def runs(parts: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(parts[i : i + length]) for i in range(len(parts) - length + 1))


@cache
def theirs() -> tuple[Shingles, Shingles]:
    words: Shingles = set()
    lines: Shingles = set()
    for path in sorted(FOLDER.rglob("*")):
        if not path.is_file() or path.suffix == ".json":
            continue
        text = path.read_text("utf-8", "replace")
        markdown = path.suffix in (".md", ".mdc", "")
        prose, fences = split(text) if markdown else ("", [text.splitlines()])
        words |= word_shingles(prose)
        lines |= line_shingles(fences)
    return words, lines


corpora = pytest.mark.skipif(not FOLDER.is_dir(), reason="VADE_CORPORA names no folder")


@corpora
@pytest.mark.corpora
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_run_of_words_or_lines_is_theirs(path: Path) -> None:
    prose, fences = split(path.read_text(encoding="utf-8"))
    words, lines = theirs()
    common = set().union(*(word_shingles(text) for text in COMMON))
    assert [" ".join(run) for run in word_shingles(prose) & words - common] == []
    assert line_shingles(fences) & lines == set()


@corpora
@pytest.mark.corpora
def test_there_is_enough_to_compare_with() -> None:
    words, lines = theirs()
    assert len(words) > 100_000
    assert len(lines) > 1_000


def test_a_copied_sentence_and_copied_code_would_be_found() -> None:
    text = (
        "---\nname: x\nsummary: S.\n---\nNever, ever trust **the input** of any unknown caller.\n\n"
    )
    code = "```py\nimport os\nfirst = load(1)\n\nsecond = load(2)\n)\nthird = load(3)\n```\n"
    prose, fences = split(text + code)
    copied = "It said: never ever trust the input of any unknown caller!"
    assert word_shingles(prose) & word_shingles(copied)
    other = [["    first = load(1)", "second  = load(2)", "# ---", "third = load(3)", "x()"]]
    assert line_shingles(fences) & line_shingles(other)
    assert not word_shingles("see https://a.example/one/two/three/four/five/six/seven/eight")
