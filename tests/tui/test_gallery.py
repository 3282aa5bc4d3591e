"""The patterns by language, by word, and kept while nothing changes."""

from __future__ import annotations

from dataclasses import replace

from vade.library.entry import Entry
from vade.tui.gallery import Gallery


def test_the_gallery_goes_through_languages_in_a_circle(entries: tuple[Entry, ...]) -> None:
    gallery = Gallery.of(entries)
    seen = []
    for _ in gallery.languages:
        seen.append(gallery.language)
        gallery = gallery.step(1)
    assert gallery.language == seen[0] == ""
    assert set(seen) == {"", *(e.language for e in gallery.patterns)}


def test_the_gallery_finds_words_in_code(entries: tuple[Entry, ...]) -> None:
    found = replace(Gallery.of(entries), words="nextval").shown
    assert [e.title for e in found] == ["Number from a sequence"]


def test_a_gallery_is_made_again_only_for_other_entries_or_stars(
    entries: tuple[Entry, ...],
) -> None:
    gallery = Gallery.of(entries, ("a",))
    assert gallery.renewed(entries, ("a",)) is gallery
    assert gallery.renewed(entries, ("b",)) is not gallery
    fewer = gallery.renewed(entries[: len(entries) // 2], ("a",))
    assert len(fewer.patterns) < len(gallery.patterns)
