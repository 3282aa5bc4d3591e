"""SVG pictures of a terminal, made to look right everywhere, and many of them as one that moves."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["animated", "tidy"]

_CELL = 12.2
"""The width of a cell in Rich's pictures."""
_INDENTED = re.compile(
    r'<text([^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>((?:&#160;)+)([^<]*)<'
)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ID = re.compile(r"terminal-(\d+)")


def tidy(svg: str) -> str:
    """Move text to where its first letter stands: some viewers drop the spaces before it."""
    return _INDENTED.sub(_moved, svg)


def _moved(found: re.Match[str]) -> str:
    head, x, middle, length, tail, spaces, rest = found.groups()
    cells = len(spaces) // len("&#160;")
    left = float(length) - _CELL * cells
    if not rest:
        return found.group()
    at = float(x) + _CELL * cells
    return f'<text{head}x="{at:g}"{middle}textLength="{left:g}"{tail}>{rest}<'


def animated(frames: Sequence[tuple[str, float]]) -> str:
    """Return one SVG that shows frames in turn, for ever.

    Args:
        frames: Pictures of one size, and how many seconds each is shown.
    """
    total = sum(seconds for _, seconds in frames)
    head = frames[0][0].split("<style>", maxsplit=1)[0]
    styles, bodies = [], []
    at = 0.0
    for n, (svg, seconds) in enumerate(frames):
        named = _ID.sub(f"f{n}", svg)
        styles.append((_STYLE.search(named) or [""] * 2)[1] if n == 0 else _rules(named))
        body = named.rpartition("</style>")[2].rpartition("</svg>")[0]
        first, last = 100 * at / total, 100 * (at + seconds) / total
        styles.append(_keyframes(n, first, last, total))
        bodies.append(f'<g class="frame" id="frame{n}">{body}</g>')
        at += seconds
    style = "\n".join(styles)
    still = ".frame{visibility:hidden}#frame0{visibility:visible}"
    return f"{head}<style>{still}{style}</style>{''.join(bodies)}</svg>"


def _rules(svg: str) -> str:
    """The rules of one frame, without the font that the first one names."""
    found = _STYLE.search(svg)
    return re.sub(r"@font-face \{.*?\}", "", found[1], flags=re.DOTALL) if found else ""


def _keyframes(n: int, first: float, last: float, total: float) -> str:
    shown = f"{first:.3f}%,{last - 0.001:.3f}%{{visibility:visible}}"
    before = f"0%,{max(first - 0.001, 0):.3f}%{{visibility:hidden}}" if first > 0 else ""
    after = f"{last:.3f}%,100%{{visibility:hidden}}" if last < 100 else ""
    name = f"show{n}"
    return (
        f"@keyframes {name}{{{before}{shown}{after}}}"
        f"#frame{n}{{animation:{name} {total:g}s step-end infinite}}"
    )
