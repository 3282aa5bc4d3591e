"""Secrets in quoted lines: what looks like a key is masked, and the quote says so."""

from __future__ import annotations

import re

__all__ = ["MASK", "masked"]

MASK = "[masked: looks like a secret]"
_KEYS = re.compile(
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"  # AWS
    r"|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}"  # GitHub
    r"|\bglpat-[\w-]{18,}"  # GitLab
    r"|\bxox[abprs]-[\w-]{10,}"  # Slack
    r"|\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}"  # Stripe
    r"|\bAIza[\w-]{35}"  # Google
    r"|\bsk-[\w-]{32,}"  # OpenAI, Anthropic
    r"|\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{40,}"
    r"|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"  # a JWT
    r"|^\s*[A-Za-z0-9+/]{60,76}={0,2}\s*$"  # a line inside a PEM block
)
_NAMED = re.compile(
    r"""(?i)((?:passw(?:or)?d|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)\w*
    ["']?\s*(?::=|=>|[:=])\s*[rbuf]{0,2})(["'])(?=[^"'\s]*\d)([^"'\s{}$<>]{12,})(\2)""",
    re.VERBOSE,
)
"""A name that promises a secret, then a literal with a digit in it: no variable, no template."""
_IN_URL = re.compile(r"(\w://[^\s:/@\"']+:)([^\s@/\"'{}$<>]{4,})(?=@)")


def masked(text: str) -> str:
    """Return `text` with what looks like a key, a token or a password replaced by `MASK`.

    Line by line, so that a line says the same whichever lines are quoted with it.
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    line = _KEYS.sub(MASK, line)
    line = _NAMED.sub(lambda m: f"{m[1]}{m[2]}{MASK}{m[4]}", line)
    return _IN_URL.sub(lambda m: f"{m[1]}{MASK}", line)
