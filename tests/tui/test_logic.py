"""What the screens show, worked out without one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.conftest import DATA
from vade.errors import VadeError
from vade.library.diagnostic import Diagnostic, Level
from vade.library.entry import Entry
from vade.library.layers import Root
from vade.library.manifest import Manifest
from vade.paths import Paths, bundled
from vade.review.model import Answer, Item, Previous, Review, State
from vade.tui.areas import Areas, browsable
from vade.tui.evidence import Candidates, listed
from vade.tui.fuzzy import fuzzy
from vade.tui.gallery import Gallery
from vade.tui.keys import hints
from vade.tui.link_rows import link_rows
from vade.tui.own_copy import is_own, own_copy
from vade.tui.packs_rows import Shelved, about_rows
from vade.tui.page.item import item_page
from vade.tui.page.layout import lay_out
from vade.tui.page.links import chips
from vade.tui.page.runs import Run, plain, squeeze, width
from vade.tui.page.trend import trend
from vade.tui.parts import copyable, difference, fill, placeholders, tabs
from vade.tui.screens.palette import Offer, matching
from vade.tui.terminal import is_light, is_remote
from vade.tui.theme.glyphs import KINDS, word_of
from vade.tui.theme.states import STATES
from vade.tui.theming_app import Theming
from vade.tui.widgets.row_list import Row
from vade.workspace import Workspace


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return Workspace.open(tmp_path, packs=(DATA / "pack",), only=True).library().entries


def named(entries: tuple[Entry, ...], title: str, kind: str = "") -> Entry:
    return next(e for e in entries if e.title == title and kind in ("", str(e.kind)))


def text(rows: list[Row]) -> list[str]:
    return [
        "".join(r.text for r in (*line.left, *line.right)) for row in rows for line in row.lines
    ]


def test_a_pattern_has_a_tab_for_each_fence_its_difference_and_its_proof(
    entries: tuple[Entry, ...],
) -> None:
    labels = [p.label for p in tabs(named(entries, "Number from a sequence"))]
    assert labels == ["python", "sql", "± difference", "✗ bad", "◆ proof"]


def test_a_difference_says_what_is_wrong_and_what_is_right() -> None:
    assert difference("a\nb", "a\nc") == "  a\n- b\n+ c"


def test_several_fences_are_copied_together_or_one_by_one(entries: tuple[Entry, ...]) -> None:
    parts = copyable(named(entries, "Number from a sequence"))
    assert [p.label for p in parts] == ["all of it", "python", "sql"]
    assert parts[2].with_source.text.startswith("-- Number from a sequence: ")


def test_a_page_offers_the_code_of_its_patterns(entries: tuple[Entry, ...]) -> None:
    page = named(entries, "Order Numbers")
    inside = [e for e in entries if e.document == page.document and e is not page]
    labels = [p.label for p in copyable(page, inside)]
    assert labels.count("Number from a sequence") == 2
    assert "Label for a parcel" in labels


def test_placeholders_are_filled_and_code_of_others_is_left_alone() -> None:
    code = "{{name}} {{ name }} ${{ secrets.X }} {{ .Values.x }} {{other}}"
    assert placeholders(code) == ("name", "other")
    assert fill(code, {"name": "a"}) == "a a ${{ secrets.X }} {{ .Values.x }} {{other}}"


def test_the_gallery_goes_through_languages_in_a_circle(entries: tuple[Entry, ...]) -> None:
    gallery = Gallery.of(entries)
    seen = []
    for _ in gallery.languages:
        seen.append(gallery.language)
        gallery = gallery.step(1)
    assert gallery.language == seen[0] == ""
    assert set(seen) == {"", *(e.language for e in gallery.patterns)}


def test_the_gallery_finds_words_in_code(entries: tuple[Entry, ...]) -> None:
    from dataclasses import replace

    found = replace(Gallery.of(entries), words="nextval").shown
    assert [e.title for e in found] == ["Number from a sequence"]


def test_areas_count_what_was_found(entries: tuple[Entry, ...]) -> None:
    areas = Areas(browsable(entries))
    found = {"kind": {"pattern": 2}, "pack": {"pack": 3}}
    rows = text(areas.rows(found=found))
    assert rows[0] == "All3"
    assert "◇ patterns2" in rows
    assert "□ checks–" in rows


def test_a_folded_heading_hides_its_rows(entries: tuple[Entry, ...]) -> None:
    rows = text(Areas(browsable(entries)).rows(folded={"kind"}))
    assert "▸ Kinds" in rows
    assert not any("patterns" in row for row in rows)


def test_letters_find_a_path_whole_words_first() -> None:
    names = ["src/order_rows.py", "src/orders.py", "docs/readme.md"]
    assert fuzzy("orders", names) == ["src/orders.py", "src/order_rows.py"]
    assert fuzzy("rdme", names) == ["docs/readme.md"]
    assert fuzzy("zz", names) == []


def test_the_terminal_says_its_background_in_any_number_of_digits() -> None:
    assert is_light(b"\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62c") is True
    assert is_light(b"\x1b]11;rgb:1e/1e/2e\x1b\\") is False
    assert is_light(b"\x1b[?62c") is None


def test_ssh_is_known_by_its_variables() -> None:
    assert is_remote({"SSH_TTY": "/dev/pts/1"})
    assert not is_remote({})


def test_a_chip_is_never_broken_and_asvs_is_named() -> None:
    assert plain(chips(["v5.0.0-2.4.1", "RFC 9562"])).split("  ") == [
        "",
        "\xa0ASVS\xa0v5.0.0-2.4.1\xa0",
        "\xa0RFC\xa09562\xa0",
    ]


def test_editing_what_comes_with_vade_edits_a_copy(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path).library()
    entry = next(e for e in library.entries if e.path.is_relative_to(bundled() / "content"))
    paths = Paths(tmp_path, tmp_path, tmp_path, tmp_path)
    path, copied = own_copy(entry, paths)
    assert copied
    assert path.is_relative_to(tmp_path / "packs/mine")
    assert path.read_bytes() == entry.path.read_bytes()
    assert own_copy(entry, paths) == (path, False)
    assert not is_own(path, entry)
    assert not path.exists()


def full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_copy_that_cannot_be_written_whole_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = next(e for e in Workspace.open(tmp_path).library().entries)
    monkeypatch.setattr("vade.files.os.fsync", full_disk)
    own = tmp_path / "own"
    with pytest.raises(VadeError, match="No space left"):
        own_copy(entry, Paths(own, own, own, own))
    assert [path for path in own.rglob("*") if path.is_file()] == []


def test_a_finding_of_a_pack_that_is_one_file_names_the_file(tmp_path: Path) -> None:
    root = Root("given", "notes", tmp_path / "notes.md")
    for path, name in ((root.path, "notes.md:3"), (tmp_path / "elsewhere.md", "elsewhere.md:3")):
        found = Diagnostic(path, 3, Level.WARNING, "link-dead", "gone")
        *_, row = about_rows(Shelved(root, (), 1, (found,), Manifest()))
        assert name in row.lines[1].left[0].text.split()


def test_the_files_of_a_project_are_told_from_the_changed_ones_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    class Counted(set[str]):
        def __init__(self, names: object) -> None:
            made.append(names)
            super().__init__(names)  # type: ignore[call-overload]

    for n in range(50):
        (tmp_path / f"{n}.py").touch()
    monkeypatch.setattr("vade.tui.evidence.set", Counted, raising=False)
    found = listed(Candidates(changed=("3.py",)), review(1), tmp_path)
    assert found.files[0] == "3.py"
    assert len(found.files) == 50
    assert len(made) == 1


def test_an_editor_may_leave_anything_in_the_place_of_a_copy(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path).library()
    entry = next(e for e in library.entries if e.path.is_relative_to(bundled() / "content"))
    path, _ = own_copy(entry, Paths(tmp_path, tmp_path, tmp_path, tmp_path))
    path.write_text("# Mine\n", encoding="utf-8")
    assert is_own(path, entry)
    path.unlink()
    assert not is_own(path, entry)
    path.mkdir()
    with pytest.raises(VadeError, match="no regular file"):
        is_own(path, entry)


def test_last_time_stands_beside_this_time() -> None:
    before = Previous(State.FAIL, "no schema", by="Ada", evidence_changed=True)
    item = Item("a", "Input", "", "", answer=Answer(State.PASS), previous=before)
    lines = [line.text for line in lay_out(item_page(item, None), 70)]
    assert any("✗ fail" in line and "✓ pass" in line for line in lines)
    assert any("no schema" in line and "–" in line for line in lines)
    assert any("have changed since" in line for line in lines)


def test_the_palette_offers_the_action_before_the_themes() -> None:
    offers = [
        Offer("theme:nord", "Theme nord"),
        Offer("entry:a", "Theming a site"),
        Offer("verb:theme", "Change the theme", "Choose another theme"),
    ]
    assert matching(offers, "theme")[0].key == "verb:theme"


def review(day: int, *states: State) -> Review:
    at = datetime(2026, 1, day, tzinfo=UTC)
    items = tuple(Item(str(n), str(n), "", "", answer=Answer(s)) for n, s in enumerate(states))
    return Review(str(day), "shop", (), items, at, finished=at)


def test_the_trend_shows_a_single_fail_among_many_passes() -> None:
    passes = [State.PASS] * 40
    blocks = trend([review(1, *passes), review(2, *passes, State.FAIL)])
    lines = [line.text for line in lay_out(blocks, 60)]
    assert any("▚" in line for line in lines[:12])
    assert any("fail" in line and "0 → 1" in line for line in lines)


def test_one_review_is_no_trend() -> None:
    assert trend([review(1, State.PASS)]) == []


def test_glyphs_tell_kinds_and_states_apart_without_colour() -> None:
    for table in (KINDS, STATES):
        glyphs = [glyph for glyph, _ in table.values()]
        assert len(set(glyphs)) == len(glyphs)


def test_no_row_is_wider_than_its_pane_whatever_the_script() -> None:
    from vade.tui.page.runs import Run, fit

    for sample in ("注文番号の一覧" * 9, "مرجع الطلب " * 9, "👩‍👩‍👧‍👦 family " * 9, "e\u0301" * 50):
        for columns in (1, 7, 20, 33):
            assert width(fit((Run(sample),), columns)) <= columns


def test_a_light_terminal_gets_a_light_theme() -> None:
    class Dressed(Theming):
        workspace = Workspace.open(Path.cwd(), {})

    for light, name in ((True, "vade-light"), (False, "vade-dark"), (None, "vade-dark")):
        app = Dressed()
        app.light_terminal = light
        app.dress()
        assert app.theme == name


def test_what_has_no_room_is_left_out_whole_and_the_last_part_stays() -> None:
    keys = hints(("enter", "open"), ("y", "copy"), ("f1", "help"))
    assert plain(squeeze(keys, 40)) == "enter open  y copy  f1 help"
    assert plain(squeeze(keys, 20)) == "enter open  f1 help"
    assert plain(squeeze(keys, 8)) == "f1 help"
    assert plain(squeeze(keys, 5)) == "f1 h…"


def test_of_counts_that_have_no_room_what_was_meant_stays() -> None:
    found = (Run("47 in 23 subjects"), Run(" · did you mean idempotency"))
    assert plain(squeeze(found, 30)) == "did you mean idempotency"


def test_a_page_is_told_from_the_bullet_of_its_name(entries: tuple[Entry, ...]) -> None:
    topics = [e for e in entries if e.title == "Order Numbers" and e.kind == "topic"]
    assert {word_of(e) for e in topics} >= {"page"}
    assert word_of(named(entries, "Number from a sequence")) == "pattern"


def test_links_that_lead_to_one_entry_are_one_row(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path, packs=(DATA / "pack",), only=True).library()
    page = next(e for e in library.entries if e.title == "Order Numbers" and e.is_whole)
    pattern = next(e for e in library.entries if e.title == "Number from a sequence")
    links = (("the sequence", f"entry:{pattern.id}"), ("it", "#number-from-a-sequence"))
    rows = link_rows((*links, ("RFC", "https://example.org/rfc")), library, page.id)
    shown = text(rows)
    assert len(rows) == 2
    assert "Number from a sequence" in shown[0]
    assert "example.org" in shown[1]


def test_a_gallery_is_made_again_only_for_other_entries_or_stars(
    entries: tuple[Entry, ...],
) -> None:
    gallery = Gallery.of(entries, ("a",))
    assert gallery.renewed(entries, ("a",)) is gallery
    assert gallery.renewed(entries, ("b",)) is not gallery
    fewer = gallery.renewed(entries[: len(entries) // 2], ("a",))
    assert len(fewer.patterns) < len(gallery.patterns)
