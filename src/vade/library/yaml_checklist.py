"""Checklists in YAML, as deon writes them: `title` and `sections` with `lines`."""

from __future__ import annotations

from collections.abc import Iterator

from vade.library.yaml_guard import loaded
from vade.text import clean_line

__all__ = ["markdown_of"]


def markdown_of(text: str) -> str | None:
    """Return a YAML checklist as a Markdown page; None for other YAML.

    The format: github.com/drivendataorg/deon, `checklist.yml`.
    """
    value, _ = loaded(text)
    sections = value.get("sections")
    if not isinstance(sections, list):
        return None
    title = clean_line(str(value.get("title") or "Checklist"))
    return "\n".join([f"# {title}", "", *_sections(sections)])


def _sections(sections: list[object]) -> Iterator[str]:
    for section in sections:
        if not isinstance(section, dict):
            continue
        name = clean_line(f"{section.get('section_id') or ''} {section.get('title') or ''}")
        yield from (f"## {name or 'Checklist'}", "")
        for line in section.get("lines") or []:
            if isinstance(line, dict):
                what = clean_line(str(line.get("line") or ""))
                label = " ".join(
                    filter(
                        None, (str(line.get("line_id") or ""), str(line.get("line_summary") or ""))
                    )
                )
                yield f"- [ ] **{clean_line(label) or 'Item'}**: {what}"
        yield ""
