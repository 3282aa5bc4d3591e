"""Markdown to lines."""

from __future__ import annotations

import time

from vade.library.entry import FenceRole
from vade.tui.page.blocks import Code, Table
from vade.tui.page.code import colored
from vade.tui.page.layout import lay_out
from vade.tui.page.markdown import LIMIT, markdown
from vade.tui.page.runs import width
from vade.tui.theme.roles import Role


def texts(source: str, columns: int = 60) -> list[str]:
    return [line.text.rstrip() for line in lay_out(markdown(source), columns)]


def test_items_hang_below_their_bullet() -> None:
    assert texts("- one two three four\n- five", 12) == ["• one two", "  three four", "• five"]


def test_numbered_and_nested_items_keep_their_places() -> None:
    assert texts("1. a\n2. b\n   - c") == ["1. a", "2. b", "   • c"]


def test_tasks_show_their_boxes() -> None:
    assert texts("- [ ] open\n- [x] done") == ["☐ open", "☑ done"]


def test_a_quote_keeps_its_bar_on_every_line() -> None:
    assert texts("> one two three", 10) == ["▎ one two", "▎ three"]


def test_a_fence_marked_bad_is_one() -> None:
    codes = [b for b in markdown("```python bad\nx = 1\n```") if isinstance(b, Code)]
    assert codes == [Code("x = 1", "python", FenceRole.BAD)]


def test_code_is_coloured_by_its_language() -> None:
    lines = lay_out(markdown("```python\nreturn 1\n```"), 40)
    roles = {run.text: run.role for line in lines for run in colored(line.runs, line.piece)}
    assert roles["return"] is Role.CODE_KEYWORD
    assert roles["1"] is Role.CODE_NUMBER


def test_a_table_fits_whatever_the_width() -> None:
    source = "| name | what |\n| --- | ---: |\n| a | " + "long words here " * 9 + "|"
    assert any(isinstance(block, Table) for block in markdown(source))
    for columns in (20, 40, 80):
        assert all(width(line.runs) <= columns + 2 for line in lay_out(markdown(source), columns))


def test_a_link_tells_where_it_leads() -> None:
    line = texts("see [the page](https://example.org/x)")[0]
    assert line == "see the page (https://example.org/x)"


def test_html_and_comments_are_seen_not_hidden() -> None:
    assert any("<!-- secret -->" in line for line in texts("a\n\n<!-- secret -->\n\nb"))


def test_wide_characters_do_not_break_a_line() -> None:
    for line in lay_out(markdown("漢字かな交じり文" * 12), 30):
        assert width(line.runs) <= 30


def test_deep_and_huge_texts_are_quick() -> None:
    began = time.perf_counter()
    lay_out(markdown("- " * 2000 + "x"), 40)
    lay_out(markdown("> " * 2000 + "x"), 40)
    lay_out(markdown("x" * (LIMIT + 1)), 40)
    assert time.perf_counter() - began < 8


def test_nothing_is_lost_when_a_line_of_code_is_folded() -> None:
    code = "call(" + ", ".join(f"argument_{n}" for n in range(30)) + ")"
    lines = lay_out([Code(code, "python", head=False)], 40)
    joined = "".join(line.text for line in lines).replace(" ", "")
    assert joined == code.replace(" ", "")
