"""What the palette offers first."""

from __future__ import annotations

from vade.tui.screens.palette import Offer, matching


def test_the_palette_offers_the_action_before_the_themes() -> None:
    offers = [
        Offer("theme:nord", "Theme nord"),
        Offer("entry:a", "Theming a site"),
        Offer("verb:theme", "Change the theme", "Choose another theme"),
    ]
    assert matching(offers, "theme")[0].key == "verb:theme"
