"""Our counts beside those of an independent reader, on three public corpora.

The corpora are not part of the repository: `VADE_CORPORA` names the folder that holds them and
`expected/*.json`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vade.library.blocks import Block, parse, walk
from vade.library.counts import COUNTED, _led, count
from vade.library.decoding import decode
from vade.library.front_matter import read_front_matter
from vade.library.reader import read_bytes
from vade.library.sections import sections

FOLDER = Path(os.environ.get("VADE_CORPORA") or "none")
CORPORA = ("antigravity-kit", "voltagent-subagents", "owasp-cheatsheets")
OURS = {
    # Three items written `*   [ ] text` inside a Markdown fence. A marker may be followed by one
    # to four spaces (CommonMark 0.31, list items), and cmark-gfm renders them as task items.
    (".agent/agents/code-archaeologist.md", "tasks_in_fence"): 3,
}

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="VADE_CORPORA names no folder"),
]


def expected() -> list[tuple[str, dict[str, Any]]]:
    if not FOLDER.is_dir():
        return []
    tables = [(c, json.loads((FOLDER / "expected" / f"{c}.json").read_text())) for c in CORPORA]
    return [(corpus, file) for corpus, table in tables for file in table["files"]]


def count_sections(blocks: list[Block]) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Line, level, items, bold-led items, tasks and fences of each section.

    What stands before the first heading is a section of line and level 0, where it has any.
    """
    for section in sections(blocks):
        items = [b for b in walk(section.blocks) if b.kind == "item"]
        figures = (
            len(items),
            sum(_led(b) for b in items),
            sum(b.task is not None for b in items),
            sum(b.info is not None for b in walk(section.blocks, "fence")),
        )
        if section.level:
            yield (section.line, section.level, *figures)
        elif any(figures):
            yield (0, 0, *figures)


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_file_has_the_counts_that_were_expected(corpus: str) -> None:
    files = [file for name, file in expected() if name == corpus]
    for file in files:
        lines, _ = decode((FOLDER / corpus / file["path"]).read_bytes())
        front = read_front_matter(lines)
        body = [""] * (front.body_line - 1) + lines[front.body_line - 1 :]
        blocks, whole = parse("\n".join(body))
        wanted = {key: OURS.get((file["path"], key), file[key]) for key in COUNTED}
        assert whole
        assert dict(count(blocks, body)) == wanted, file["path"]
        assert [list(row) for row in count_sections(blocks)] == file["sections"], file["path"]
        assert front.body_line == file["body_line"], file["path"]
        state = file["fm"] if file["fm"] in ("strict", "none") else "repaired"
        assert front.state == state, file["path"]
    assert files


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_file_is_of_the_kind_that_was_expected(corpus: str) -> None:
    for _, file in (pair for pair in expected() if pair[0] == corpus):
        parsed = read_bytes((FOLDER / corpus / file["path"]).read_bytes(), file["path"])
        kind = parsed.kind.value if parsed.kind.value in ("agent", "skill") else "doc"
        assert kind == file["kind"], file["path"]
