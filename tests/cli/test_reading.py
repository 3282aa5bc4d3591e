"""The reading commands and the JSON they print, on the real agent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.running import vade
from vade.paths import bundled


@pytest.fixture(autouse=True)
def one_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the index once for all of these tests, as a user has it."""
    cache = tmp_path_factory.getbasetemp() / "reading-cache"
    monkeypatch.setenv("VADE_CACHE_DIR", str(cache))


def as_json(*arguments: str) -> dict[str, Any]:
    ran = vade(*arguments, "--json")
    assert ran.stdout.isascii()
    value: dict[str, Any] = json.loads(ran.stdout)
    assert value["vade"] == 1
    return value


BRIEF = {
    "id", "kind", "title", "document", "pack", "section", "path", "line", "language",
}  # fmt: skip


def test_a_search_prints_whole_hits() -> None:
    found = as_json("search", "rate lim")
    first = found["hits"][0]
    assert first["title"] == "Rate Limiting"
    assert {*BRIEF, "score", "excerpt", "matches"} <= first.keys()
    assert Path(first["path"]).is_absolute()
    start, end = first["matches"][0]
    assert first["excerpt"][start:end].lower() in "rate limiting"


def test_no_hits_are_an_empty_list_and_exit_1() -> None:
    ran = vade("search", "xyzzyplugh", "--json")
    assert json.loads(ran.stdout)["hits"] == []
    assert ran.returncode == 1


def test_a_list_has_the_same_objects_without_a_score() -> None:
    entries = as_json("list", "trigger")["entries"]
    assert {entry["kind"] for entry in entries} == {"trigger"}
    assert all(entry.keys() >= BRIEF and "score" not in entry for entry in entries)


def test_show_gives_the_body_and_what_is_related() -> None:
    entry = as_json("show", "backend-specialist/api-design/rate-limiting")["entry"]
    assert "token bucket" in entry["body"]
    assert "vade:backend-specialist/review-checklist/rate-limiting" in {
        related["id"] for related in entry["related"]
    }


def test_show_code_prints_the_code_and_nothing_else() -> None:
    ran = vade("show", "backend-specialist/code-patterns/fastapi-pattern", "--code")
    page = (bundled() / "agents/backend-specialist.md").read_text(encoding="utf-8")
    assert f"```python\n{ran.stdout}```" in page


@pytest.mark.parametrize(
    ("ref", "status", "said"),
    [
        ("no-such-entry-anywhere", 1, "no entry"),
        ("fastapi-pattern", 2, "vade:backend-specialist/code-patterns/fastapi-pattern"),
    ],
)
def test_a_name_that_finds_none_or_many_says_so(ref: str, status: int, said: str) -> None:
    ran = vade("show", ref)
    assert ran.returncode == status
    assert said in ran.stderr
    assert ran.stdout == ""


def test_a_name_of_any_length_is_said_in_a_line() -> None:
    for command in ("show", "copy", "review show"):
        ran = vade(*command.split(), "ab-" * 20_000)
        assert ran.returncode == 1
        assert len(ran.stderr) < 250


def test_a_requirement_is_shown_with_the_name_of_its_standard() -> None:
    label = vade("show", "password-storage").stdout.splitlines()[1]
    assert " · ASVS v5.0.0-6.2.1 · " in label
    assert " · CWE-256 · " in label


def test_a_hit_shows_the_words_of_its_line() -> None:
    listed = vade("search", "cors", "--limit", "20").stdout
    assert "CORS opens something" in listed
    assert "**" not in listed


def test_a_given_pack_is_read_and_can_hide_the_others(tmp_path: Path) -> None:
    pack = tmp_path / "team"
    (pack / "agents").mkdir(parents=True)
    (pack / "agents" / "ops.md").write_text(
        "---\nname: ops\ndescription: Operations.\n---\n# Ops\n\n## Your Expertise\n\n"
        "### Nights\n- **Pager**: who is called.\n"
    )
    assert "Pager" in vade("search", "pager", "--pack", str(pack)).stdout
    entries = as_json("list", "--only", "--pack", str(pack))["entries"]
    assert {entry["pack"] for entry in entries} == {"team"}
    assert [e["title"] for e in entries if e["kind"] == "topic"] == ["Pager"]


@pytest.mark.parametrize("kind", ["agent", "topic", "pattern", "checklist"])
def test_what_new_begins_is_read_back_without_a_warning(kind: str) -> None:
    made = vade("new", kind, "Night shift")
    assert made.returncode == 0
    assert Path(made.stdout.strip()).is_file()
    listed = as_json("list")["entries"]
    assert any(entry["pack"] == "mine" for entry in listed)
    assert vade("new", kind, "Night shift").returncode == 2


@pytest.mark.parametrize("place", [("--in", "{}"), ("--in", "{}", "--pack", "{}")])
def test_new_goes_into_the_pack_that_is_named(place: tuple[str, ...], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    made = vade("new", "checklist", "Mobile release", *(p.format(pack) for p in place))
    assert made.stdout == f"{pack}/checklists/mobile-release.md\n"


def test_minus_words_need_no_quoting() -> None:
    titles = {hit["title"] for hit in as_json("search", "python", "-celery")["hits"]}
    assert titles
    assert "Celery" not in titles


def test_what_is_wrong_with_a_given_pack_is_said_and_the_rest_is_listed(
    tmp_path: Path,
) -> None:
    (tmp_path / "good.md").write_text("# Good\n")
    (tmp_path / "bad.md").write_bytes(bytes(range(256)) * 4)
    ran = vade("--pack", str(tmp_path), "--only", "list")
    assert ran.returncode == 0
    assert "Good" in ran.stdout
    assert ran.stderr == f"{tmp_path}/bad.md:1: error: is a binary file\n"


def test_the_doctor_says_when_only_a_dot_folder_could_have_been_meant(tmp_path: Path) -> None:
    (tmp_path / ".agent").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".agent" / "a.md").write_text("# A\n")
    said = vade("library", "check", str(tmp_path)).stdout
    assert "0 files read" in said
    assert said.endswith("dot folders are read only when they are named: .agent\n")
    assert "dot folders" not in vade("library", "check", str(tmp_path / ".agent")).stdout
