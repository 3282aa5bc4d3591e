"""Tables that are checklists: those with an id column and a column of what must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vade.library.draft import Draft
from vade.library.entry import Kind
from vade.library.roles import Role
from vade.library.sections import Section
from vade.text import clean_line, first_words

__all__ = ["table_drafts"]

_CELL = re.compile(r"(?<!\\)\|")
_IDS = re.compile(r"^(#|no\.?|id|item|ref|number)$", re.IGNORECASE)
_CHECKS = re.compile(
    r"^(check|checked|done|✓|✔|☐|requirement|verify|verification requirement|criterion|criteria|"
    r"control|what to check)$",
    re.IGNORECASE,
)
_MOST_ROWS = 2_000


def table_drafts(section: Section, lines: list[str]) -> Iterator[Draft]:
    """Yield a check for each row of a table that is a checklist.

    A table is one when it has a check or requirement column and stands under a checklist heading
    or has an id column too.
    """
    for table in section.walk("table"):
        rows = lines[table.line - 1 : table.end]
        header = _cells(rows[0])
        check = next((n for n, cell in enumerate(header) if _CHECKS.match(cell)), None)
        named = next((n for n, cell in enumerate(header) if _IDS.match(cell)), None)
        if check is None or (named is None and section.role is not Role.CHECKLIST):
            continue
        for offset, row in enumerate(rows[2:_MOST_ROWS], 2):
            draft = _draft(section, _cells(row), named, check, table.line + offset)
            if draft is not None:
                yield draft


def _draft(
    section: Section, cells: list[str], named: int | None, check: int, line: int
) -> Draft | None:
    text = _text(cells, check)
    if not text:
        return None
    name = cells[named] if named is not None and named < len(cells) else ""
    return Draft(
        kind=Kind.CHECK,
        title=" ".join(filter(None, (name, first_words(text)))).rstrip(".,;:"),
        body=text,
        line=line,
        end=line,
        section=section.path,
        summary=text,
        derived=True,
    )


def _text(cells: list[str], check: int) -> str:
    """The check's text; where the check column is a box to tick, the longest other cell."""
    own = cells[check] if check < len(cells) else ""
    boxed = not re.search(r"\w{2}", own)
    return max(cells, key=len, default="") if boxed else own


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [clean_line(cell.replace("\\|", "|")).strip("*`") for cell in _CELL.split(inner)]
