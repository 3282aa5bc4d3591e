"""Vade's own themes, one dark and one light. The others are Textual's."""

from __future__ import annotations

from textual.theme import Theme

__all__ = ["DARK", "LIGHT", "own_themes"]

DARK = "vade-dark"
LIGHT = "vade-light"


def own_themes() -> tuple[Theme, Theme]:
    """Return the dark and the light theme."""
    dark = Theme(
        name=DARK,
        primary="#82b4e6",
        secondary="#b6a8e0",
        accent="#e2b566",
        success="#8fc78d",
        warning="#dcae72",
        error="#ee8b87",
        foreground="#d5dae1",
        background="#14171c",
        surface="#191d23",
        panel="#242930",
        dark=True,
        variables=_common("#14171c", "#343b46", "#82b4e6"),
    )
    light = Theme(
        name=LIGHT,
        primary="#1c5f9c",
        secondary="#6a4b9f",
        accent="#8a5800",
        success="#2c6f37",
        warning="#8f5410",
        error="#b0302c",
        foreground="#262b31",
        background="#fbfaf7",
        surface="#f5f3ee",
        panel="#e9e6de",
        dark=False,
        variables=_common("#fbfaf7", "#d2cec5", "#1c5f9c"),
    )
    return dark, light


def _common(background: str, line: str, primary: str) -> dict[str, str]:
    return {
        "border": line,
        "border-blurred": line,
        "scrollbar": line,
        "scrollbar-hover": primary,
        "scrollbar-active": primary,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "block-cursor-text-style": "none",
        "input-selection-background": f"{primary} 35%",
    }
