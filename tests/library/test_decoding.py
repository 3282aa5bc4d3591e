"""Bytes to clean lines: ends of lines, encodings, control characters."""

from __future__ import annotations

import textwrap

import pytest

from vade.library.decoding import NotTextError
from vade.library.draft import Draft
from vade.library.entry import Kind
from vade.library.parsed import Parsed, parsed_to
from vade.library.reader import read_bytes


def read(text: str, relative: str = "note.md") -> Parsed:
    return read_bytes(textwrap.dedent(text).encode(), relative)


def drafts(text: str, kind: Kind, relative: str = "note.md") -> list[Draft]:
    return [draft for draft in read(text, relative).drafts if draft.kind is kind]


@pytest.mark.parametrize("separator", ["\u2028", "\x0b", "\x1c"])
def test_only_a_newline_ends_a_line(separator: str) -> None:
    (draft,) = drafts(f"one{separator}two\n\n## S\ntext\n", Kind.SECTION)
    assert draft.line == 3


def test_control_characters_are_made_visible_and_said() -> None:
    parsed = read_bytes(b"# T\n\ntext \x1b]52;c;aGk=\x07\n", "x.md")
    assert "\x1b" not in parsed.drafts[0].body
    assert (3, "control-character") in [note[:2] for note in parsed.notes]


def test_an_escape_written_as_an_entity_or_in_yaml_is_made_visible_too() -> None:
    parsed = read('---\nname: "a\\e]0;x"\n---\n## Expertise\n- **T&#27;[31m**: x\n')
    assert "\x1b" not in repr(parsed_to(parsed)).encode().decode("unicode_escape")


def test_crlf_and_a_bom_make_no_difference() -> None:
    plain = "---\nname: a\n---\n# T\n\n- [ ] x\n"
    windows = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    assert read_bytes(windows, "x.md") == read_bytes(plain.encode(), "x.md")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\xff\0\0", "binary"),
        ("# T\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(NotTextError, match=said):
        read_bytes(data, "x.md")


def test_a_character_cut_by_the_sample_does_not_make_a_text_binary() -> None:
    text = "\x01" * 500 + "é" * 5_000
    assert read_bytes(b"a" + text.encode(), "x.md").drafts


def test_many_lines_with_control_characters_are_told_in_few() -> None:
    notes = read_bytes(b"a\x07\n" * 40, "x.md").notes
    assert [line for line, code, _ in notes if code == "control-character"] == [1, 2, 3, 4, 5, 6]
    assert notes[-1][2] == "control characters made visible on 35 more lines"


def test_bytes_that_are_no_utf_8_are_replaced_and_said() -> None:
    parsed = read_bytes(b"# T\n\ncaf\xe9\n", "x.md")
    assert (3, "not-utf-8") in [note[:2] for note in parsed.notes]
