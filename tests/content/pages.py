"""Pages of our own library as a test of style sees them: parts, prose, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from vade.library.front_matter import read_front_matter
from vade.library.links import unfenced

__all__ = ["Page", "ari"]

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_TARGET = re.compile(r"\]\([^)]*\)")
_END = re.compile(r"[.!?](?=[\s*)]|$)|[\n|]")
_PAUSE = re.compile(r"[:;](?=\s)")
_WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class Page:
    """One Markdown file of the library."""

    path: Path

    @cached_property
    def lines(self) -> list[str]:
        """All lines."""
        return self.path.read_text(encoding="utf-8").splitlines()

    @cached_property
    def parts(self) -> Mapping[str, list[str]]:
        """The lines under each second heading, without fences; under "" what stands before."""
        found: dict[str, list[str]] = {"": []}
        now = found[""]
        for line in self._unfenced():
            if line.startswith("## "):
                now = found.setdefault(line[3:].strip(), [])
            else:
                now.append(line)
        return found

    @cached_property
    def intro(self) -> list[str]:
        """The paragraphs between the title and the first part."""
        text = "\n".join(line for line in self.parts[""] if not line.startswith("# "))
        return [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]

    def bullets(self, part: str) -> list[str]:
        """The outermost list items of a part, each on one line."""
        found: list[str] = []
        for line in self.parts.get(part, []):
            if line.startswith("- "):
                found.append(line[2:])
            elif line.startswith("  ") and found:
                found[-1] += " " + line.strip()
        return found

    @cached_property
    def prose(self) -> str:
        """What is written for people: without front matter, headings, fences and code."""
        text = "\n".join(line for line in self._unfenced() if not line.startswith("#"))
        return _TARGET.sub("]", _CODE.sub("code", text))

    @cached_property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence; an item or a cell of a table ends one too."""
        return _worded(_END.split(self.prose))

    @cached_property
    def breaths(self) -> list[list[str]]:
        """The words that one reads in one go: up to a colon or semicolon."""
        return _worded(part for text in _END.split(self.prose) for part in _PAUSE.split(text))

    def _unfenced(self) -> Iterator[str]:
        body = read_front_matter(self.lines).body_line
        yield from (line for _, line in unfenced(self.lines[body - 1 :]))


def _worded(parts: Iterable[str]) -> list[list[str]]:
    every = (_WORD.findall(part) for part in parts)
    return [words for words in every if words]


def ari(sentences: list[list[str]]) -> float:
    """The Automated Readability Index: the school year that a text asks for.

    4.71 · letters/words + 0.5 · words/sentences - 21.43 (Smith and Senter, 1967,
    AMRL-TR-66-220). It counts letters, not syllables, so that any machine gets the same.
    """
    words = [word for sentence in sentences for word in sentence]
    letters = sum(len(word) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43
