"""Roles to colours: every one readable on the surface it stands on, whatever the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rich.style import Style
from textual.color import Color

from vade.tui.theme.roles import TOKENS, Role, Token

__all__ = ["CONTRAST", "Palette", "Surface", "contrast"]

CONTRAST = 4.5
"""The least contrast of text, WCAG 2.2 success criterion 1.4.3."""


class Surface(StrEnum):
    """What text stands on."""

    PAGE = "page"
    RAISED = "raised"
    """Code, callouts, the status line."""
    CURSOR = "cursor"
    """The row that the keys act on."""
    RESTING = "resting"
    """The cursor's row while another pane has the focus."""
    BAD = "bad"
    GOOD = "good"


_SILVER = Color(192, 192, 192)
"""The cursor's row in 16 colours: there is no tint between a dark page and the text on it."""
_INK = Style(color="black", bgcolor=_SILVER.rich_color)
_TINTS: dict[Surface, tuple[str, float]] = {
    Surface.PAGE: ("background", 0.0),
    Surface.RAISED: ("foreground", 0.05),
    Surface.CURSOR: ("primary", 0.20),
    Surface.RESTING: ("foreground", 0.08),
    Surface.BAD: ("error", 0.10),
    Surface.GOOD: ("success", 0.09),
}
"""Each surface is the background with some of another theme variable in it."""


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of two opaque colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass
class Palette:
    """The styles of one theme, worked out on first use."""

    variables: Mapping[str, str]
    """The theme's variables, name to colour."""
    colors_shown: int = 0
    """How many colours the terminal shows, 16 or 256; 0 where it shows all of them."""
    _styles: dict[tuple[Role, Surface], Style] = field(default_factory=dict)

    def surface(self, surface: Surface) -> Color:
        """The colour of a surface."""
        name, amount = _TINTS[surface]
        color = self._color("background").blend(self._color(name), amount, 1)
        if self.colors_shown == 16 and surface is Surface.CURSOR:
            return _SILVER
        tinted = self.colors_shown and surface is not Surface.PAGE
        return _grey(color) if tinted else color

    def style(self, role: Role, surface: Surface = Surface.PAGE) -> Style:
        """The style of `role` on `surface`."""
        key = (role, surface)
        if key not in self._styles:
            self._styles[key] = self._make(TOKENS[role], self.surface(surface))
            if self.colors_shown == 16 and surface is Surface.CURSOR:
                self._styles[key] += _INK
        return self._styles[key]

    def fill(self, surface: Surface) -> Style:
        """The style of a surface where nothing stands on it."""
        return self.style(Role.TEXT, surface)

    def colors(self, role: Role, surface: Surface) -> tuple[Color, Color]:
        """Foreground and background of `role` on `surface`."""
        style = self.style(role, surface)
        assert style.color is not None
        assert style.bgcolor is not None
        return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)

    def _make(self, token: Token, ground: Color) -> Style:
        below = self._color(token.background) if token.background else ground
        wanted = self._color(token.color).blend(below, token.fade, 1)
        return Style(
            color=self._readable(wanted, below).rich_color,
            bgcolor=below.rich_color,
            bold=token.bold or None,
            italic=token.italic or None,
            underline=token.underline or None,
            strike=token.strike or None,
        )

    def _readable(self, wanted: Color, below: Color) -> Color:
        """Move `wanted` away from `below`, towards black or white, until it can be read."""
        end = Color(255, 255, 255) if _luminance(below) < 0.18 else Color(0, 0, 0)
        for step in range(21):
            color = wanted.blend(end, step / 20, 1)
            if contrast(color, below) >= CONTRAST:
                return color
        return end

    def _color(self, name: str) -> Color:
        color = Color.parse(self.variables.get(name, "#808080"))
        if color.ansi is None:
            return color.with_alpha(1)
        # A theme that leaves its colours to the terminal gives none to calculate with.
        return Color(0, 0, 0) if name == "background" else Color(200, 200, 200)


def _grey(color: Color) -> Color:
    """The grey that is as light: a faint tint becomes teal or navy among 256 colours."""
    level = round(0.299 * color.r + 0.587 * color.g + 0.114 * color.b)
    return Color(level, level, level)


def _luminance(color: Color) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
