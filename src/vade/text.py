"""Cleaning and naming of text: the door through which everything foreign comes in."""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["clean", "clean_line", "counted", "fingerprint", "first_words", "kebab", "quoted"]

_NEWLINES = re.compile(r"\r\n?")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 except tab and newline, DEL, C1
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"  # bidi, zero width
    "\u2028\u2029\u180e\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"  # separators, tags
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_APOSTROPHE = re.compile(r"['’]")
_LONGEST = 80
"""As many characters of what somebody typed are repeated to them."""


def clean(text: str) -> str:
    """Return `text` with LF line ends and every character that could steer a terminal made visible.

    C0 controls become their Unicode control picture (ESC is ``␛``), the rest ``U+XXXX`` in angle
    brackets. Newline and tab stay. Cleaning twice changes nothing.
    """
    if not _UNSAFE.search(text) and "\r" not in text:
        return text
    return _UNSAFE.sub(_visible, _NEWLINES.sub("\n", text))


def clean_line(text: str) -> str:
    """Return `text` cleaned and folded onto one line, for titles, names, paths and messages."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")  # what nearly every title and name is
    return " ".join(clean(text).split())


def counted(number: int, word: str, several: str = "") -> str:
    """Return a number with its word: `1 file`, `2 files`; `several` is how it is not regular."""
    return f"{number} {word}" if number == 1 else f"{number} {several or word + 's'}"


def quoted(text: str) -> str:
    """Return what somebody typed as a message repeats it: on one line in quotes, cut where long."""
    line = clean_line(text)
    return repr(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")


@functools.lru_cache(maxsize=8192)
def kebab(text: str) -> str:
    """Return `text` as a kebab-case part of an id: lower case, letters and digits, single dashes.

    Accents are dropped; letters of other scripts stay. `C#` and `C++` keep their difference.
    """
    named = text.replace("#", " sharp ") if "#" in text else text
    named = _APOSTROPHE.sub("", named.replace("++", " plus plus "))
    if not named.isascii():
        folded = unicodedata.normalize("NFKD", named)
        named = "".join(c for c in folded if not unicodedata.combining(c))
    return "-".join(_WORD.findall(named.casefold()))


def first_words(text: str, count: int = 6) -> str:
    """Return the first `count` words of `text`: the name of an entry that has no title."""
    return " ".join(text.split()[:count])


def fingerprint(text: str, length: int = 8) -> str:
    """Return the first `length` hex digits of the SHA-256 of `text` with its white space folded."""
    import hashlib  # noqa: PLC0415  # the first frame waits for this module

    folded = " ".join(text.split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
