"""The last guard of the commands."""

from __future__ import annotations

import io
import sys

import click
import pytest

from vade.cli.guard import Guard, harmless


def test_colours_pass_and_everything_else_is_made_visible() -> None:
    assert harmless("\x1b[1mbold\x1b[0m\n") == "\x1b[1mbold\x1b[0m\n"
    assert harmless("/tmp/\x1b]0;x\x07/a\u202e") == "/tmp/␛]0;x␇/a<U+202E>"
    assert harmless("naïve ✗") == "naïve ✗"


def test_a_guarded_stream_is_the_stream_in_all_else() -> None:
    stream = io.StringIO()
    guard = Guard(stream)
    guard.write("a\x1b[2Jb")
    assert guard.getvalue() == "a␛[2Jb"
    assert not guard.isatty()


def test_an_ascii_stream_is_not_written_past_its_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace")
    monkeypatch.setattr(sys, "stdout", Guard(stream))
    click.echo("a\x1b]52;c;aGk=\x07 ✗", color=True)
    stream.flush()
    assert b"\x1b" not in raw.getvalue()
    assert raw.getvalue().endswith(rb"\u2717" + b"\n")


def test_bytes_are_guarded_as_text_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Guard(stream))
    click.echo("plain,naïve\x1b[2J".encode())
    assert stream.getvalue() == "plain,naïve␛[2J\n"
