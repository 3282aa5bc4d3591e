"""Exports go where they belong, over nobody's work, through no link."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from review.desks import LIST, desk
from vade.errors import VadeError
from vade.review import Desk
from vade.review.export.html import prose
from vade.review.model import Evidence, Review, State
from vade.review.record.parse import parse
from vade.settings import Settings


def written(here: Desk, review: Review, **options: object) -> Path:
    path = here.export(review.id, **options)  # type: ignore[arg-type]
    assert isinstance(path, Path)
    return path


def test_the_record_is_named_by_day_branch_and_checklist(here: Desk, started: Review) -> None:
    path = written(here, started)
    name = "docs/reviews/2026-11-23-feature-orders-list-checks.md"
    assert path == here.project.root / name
    assert parse(path.read_text(encoding="utf-8")).review == started
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444


def test_exporting_again_replaces_its_own_untouched_file(here: Desk, started: Review) -> None:
    first = written(here, started)
    here.answer(started.id, "logging", State.PASS)
    assert written(here, started) == first
    assert "· pass" in first.read_text(encoding="utf-8")
    assert [p.name for p in first.parent.iterdir()] == [first.name]


def test_a_file_that_somebody_touched_is_left_alone(here: Desk, started: Review) -> None:
    path = written(here, started)
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    with pytest.raises(VadeError, match="was changed since"):
        here.export(started.id)
    assert "Mine." in path.read_text(encoding="utf-8")
    written(here, started, force=True)
    assert "Mine." not in path.read_text(encoding="utf-8")


def test_another_review_of_the_day_gets_a_number(here: Desk, started: Review) -> None:
    first = written(here, started)
    second = written(here, here.start([LIST], again=False))
    assert second.name == first.name.replace(".md", "-2.md")


def test_a_file_of_somebody_else_is_never_replaced(here: Desk, started: Review) -> None:
    mine = here.project.root / "NOTES.md"
    mine.write_text("mine", encoding="utf-8")
    for form in ("md", "json"):
        with pytest.raises(VadeError):
            here.export(started.id, form, output=mine)
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("link", ["docs", "docs/reviews"])
def test_nothing_is_written_through_a_linked_folder(
    here: Desk, started: Review, link: str, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place = here.project.root / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(outside, target_is_directory=True)
    with pytest.raises(VadeError, match="link"):
        here.export(started.id, force=True)
    assert list(outside.iterdir()) == []


def test_nothing_is_written_through_a_linked_file(
    here: Desk, started: Review, tmp_path: Path
) -> None:
    path = written(here, started)
    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    path.unlink()
    path.symlink_to(victim)
    for options in ({}, {"force": True}, {"output": path, "force": True}):
        with pytest.raises(VadeError, match="link"):
            here.export(started.id, **options)  # type: ignore[arg-type]
    assert victim.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("name", [".git/hooks/x", ".GIT/x", "sub/.git/config"])
def test_nothing_is_written_into_git(here: Desk, started: Review, name: str) -> None:
    with pytest.raises(VadeError, match=r"\.git"):
        here.export(started.id, output=here.project.root / name, force=True)


@pytest.mark.parametrize("folder", ["../outside", "/etc", "docs/../../x"])
def test_a_folder_of_records_outside_the_project_is_refused(
    here: Desk, started: Review, folder: str
) -> None:
    other = replace(here, settings=Settings({"review.folder": folder}))
    with pytest.raises(VadeError, match="outside the project"):
        other.export(started.id)


def test_a_hostile_branch_stays_a_file_name(here: Desk, tmp_path: Path) -> None:
    head = here.project.root / ".git" / "HEAD"
    head.write_text("ref: refs/heads/../../../../tmp/evil\x1b]0;x\n", encoding="utf-8")
    again = desk(tmp_path / "state", here.project.root)
    path = written(again, again.start([LIST]))
    assert path.parent == here.project.root / "docs" / "reviews"
    assert "\x1b" not in path.read_text(encoding="utf-8")


def test_without_git_the_record_says_so(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    (plain / ".vade").mkdir(parents=True)
    here = desk(tmp_path / "state", plain)
    path = written(here, here.start([LIST]))
    assert path.name == "2026-11-23-no-git-list-checks.md"
    assert "No commit is known" in path.read_text(encoding="utf-8")


def test_json_has_no_folder_of_this_machine(here: Desk, started: Review, tmp_path: Path) -> None:
    text = here.export(started.id, "json")
    assert isinstance(text, str)
    value = json.loads(text)
    assert value["vade"] == 1
    assert value["review"]["id"] == started.id
    assert str(tmp_path) not in text
    assert text.isascii()


def test_html_is_one_file_without_scripts_or_requests(here: Desk, started: Review) -> None:
    nasty = "</blockquote><script src=//evil></script> ![x](http://evil/x.png) [y](javascript:z)"
    notes = "**bold** ![a & b](http://evil/y.png)"
    here.answer(started.id, "logging", State.FAIL, reason=nasty, notes=notes)
    page = str(here.export(started.id, "html"))
    assert "<strong>bold</strong>" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "javascript:" not in page.replace("[y](javascript:z)", "")
    assert "&lt;script" in page
    assert "a &amp; b (http://evil/y.png)" in page


def test_a_text_of_all_private_characters_is_shown_as_typed() -> None:
    text = "<b>" + "".join(map(chr, range(0xE000, 0xF900)))
    assert str(prose(text)) == f"<pre>{text.replace('<', '&lt;').replace('>', '&gt;')}</pre>"
    assert "<p>" in prose(text[:-1])


def test_sarif_names_failed_items_with_their_places(here: Desk, started: Review) -> None:
    here.answer(started.id, "sql-injection", State.FAIL, reason="bad", evidence=["src/b.py:2"])
    here.answer(started.id, "logging", State.FAIL, reason="nowhere")
    here.answer(started.id, "rate-limiting", State.PASS, evidence=["src/b.py:1"])
    log = json.loads(str(here.export(started.id, "sarif")))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "src/b.py"
    assert place["region"]["startLine"] == 2
    assert place["region"]["snippet"]["text"] == "rows = db.execute(sql)"
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1


def test_a_pull_request_comment_fits_and_says_when_it_was_shortened(
    here: Desk, started: Review
) -> None:
    for item in started.items:
        here.answer(started.id, item.id, State.FAIL, reason="é" * 20_000)
    text = str(here.export(started.id, "pr"))
    assert len(text.encode()) < 65_536
    assert "Shortened: 2 more items" in text


def test_a_template_sees_the_review_and_nothing_else(
    here: Desk, started: Review, tmp_path: Path
) -> None:
    own = tmp_path / "own.txt"
    own.write_text("{{ review.project }} {{ counts.total }} {{ items[0].title }}", encoding="utf-8")
    assert here.export(started.id, template=own) == "shop 3 Logging"


@pytest.mark.parametrize(
    "wrong",
    [
        "{{ review.__class__.__mro__ }}",
        "{{ nothing }}",
        "{% for %}",
        "{{ 1 / 0 }}",
        "{{ '%(x)s' % {} }}",
        "{{ '{3}'.format(1) }}",
        "{{ review.id|join(attribute='x.y')|first|attr('z').a }}",
        "{{ 7|replace('a', 'b')|map('x')|list }}",
        "{{ 'x' * 10 ** 15 }}",
    ],
)
def test_whatever_is_wrong_with_a_template_is_said(
    here: Desk, started: Review, tmp_path: Path, wrong: str
) -> None:
    own = tmp_path / "own.txt"
    own.write_text(wrong, encoding="utf-8")
    with pytest.raises(VadeError, match="template is wrong"):
        here.export(started.id, template=own)


@pytest.mark.parametrize("name", ["plain.txt", "table.md"])
def test_the_templates_that_come_with_vade_work(here: Desk, started: Review, name: str) -> None:
    assert "SQL Injection" in str(here.export(started.id, template=Path(name)))


def test_evidence_links_work_from_where_the_record_lies(here: Desk, started: Review) -> None:
    here.answer(started.id, "logging", State.PASS, evidence=[Evidence("src/a b.py", 2, 3)])
    deep = written(here, started, output=here.project.root / "a" / "b" / "c" / "r.md")
    assert "(../../../src/a%20b.py#L2-L3)" in deep.read_text(encoding="utf-8")


def test_a_name_that_is_too_long_is_said(here: Desk, started: Review, tmp_path: Path) -> None:
    with pytest.raises(VadeError, match="too long"):
        here.export(started.id, output=here.project.root / ("x" * 300))
