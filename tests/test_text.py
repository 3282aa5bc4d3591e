from __future__ import annotations

import pytest

from vade.text import clean, clean_line, fingerprint, kebab, quoted


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("a\x1b]52;c;aGk=\x07b", "a␛]52;c;aGk=␇b"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\tstays\n", "tab\tstays\n"),
        ("\x7f\x9b31m", "␡<U+009B>31m"),
        ("left\u202eright", "left<U+202E>right"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_cleaning_makes_every_steering_character_visible(raw: str, safe: str) -> None:
    assert clean(raw) == safe
    assert clean(safe) == safe


def test_a_cleaned_line_has_no_line_break() -> None:
    assert clean_line(" a\n\tb  c ") == "a b c"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("SQL Injection", "sql-injection"),
        ("Helmet.js / Security Headers", "helmet-js-security-headers"),
        ("C#", "c-sharp"),
        ("C++", "c-plus-plus"),
        ("Don't Repeat", "dont-repeat"),
        ("Größe — café", "grosse-cafe"),
        ("日本語", "日本語"),
        ("🎯 ", ""),
    ],
)
def test_kebab_names(title: str, slug: str) -> None:
    assert kebab(title) == slug


def test_a_fingerprint_ignores_wrapping_only() -> None:
    assert fingerprint("a b\nc") == fingerprint("a  b c")
    assert fingerprint("a b c") != fingerprint("a b d")


def test_what_was_typed_is_repeated_on_one_line_and_cut() -> None:
    assert quoted("rate\nlimits") == "'rate limits'"
    assert quoted("x" * 80) == f"'{'x' * 80}'"
    assert quoted("x" * 100_000) == f"'{'x' * 80}…'"
