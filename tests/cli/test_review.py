"""`vade review` from a shell: what it prints, in which shape, and how it exits."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from review.repository import commit, git, repository
from vade.cli import _status
from vade.paths import Paths

PACK = """---
name: backend-specialist
description: Reviews servers. Use for api.
---

# Backend

## Review Checklist

- [ ] **Logging**: What happens is logged.
- [ ] **SQL Injection**: Every query is parameterized.
  - **Severity**: critical
  - **Paths**: `**/*.py`; **words**: `execute(`
- [ ] **Rate Limiting**: Public routes are limited.
"""


@dataclass
class Shell:
    """Runs `vade` in a scratch project."""

    project: Path
    pack: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: str, exit_code: int = 0) -> str:
        """Run one command and return what it printed."""
        status = _status([*words, "--pack", str(self.pack), "--only"])
        found = self.capture.readouterr()
        assert status == exit_code, (words, found.out, found.err)
        return found.out + found.err if exit_code == 2 else found.out

    def json(self, *words: str, exit_code: int = 0) -> Any:
        """Run one command with `--json` and return its object."""
        text = self(*words, "--json", exit_code=exit_code)
        assert text.isascii()
        value = json.loads(text)
        assert value["vade"] == 1
        return value


@pytest.fixture
def vade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    project = repository(tmp_path / "shop")
    pack = tmp_path / "pack" / "agents" / "backend-specialist.md"
    pack.parent.mkdir(parents=True)
    pack.write_text(PACK, encoding="utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv("USER", "ada")
    return Shell(project, pack, capsys)


def answer_all(vade: Shell, *, sql: tuple[str, ...] = ("pass",)) -> None:
    vade("review", "answer", "logging", "pass")
    vade("review", "answer", "sql-injection", *sql)
    vade("review", "answer", "rate-limiting", "na", "--reason", "no public route")


def test_show_prints_the_documented_shape(vade: Shell) -> None:
    vade("review", "start")
    vade(
        *("review", "answer", "sql-injection", "fail", "--reason", "built by formatting"),
        *("--evidence", "src/b.py:2", "--evidence", "https://example.org/x"),
    )
    value = vade.json("review", "show")
    assert {"id", "project", "branch", "commit", "tally", "verdict"} <= value["review"].keys()
    sql = next(i for i in value["items"] if i["title"] == "SQL Injection")
    assert sql["id"].endswith("/sql-injection")
    assert (sql["state"], sql["reason"], sql["notes"]) == ("fail", "built by formatting", "")
    assert (sql["severity"], sql["by"]) == ("critical", "ada")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", sql["at"])
    lines, link = sql["evidence"]
    assert lines == {
        "path": "src/b.py",
        "start": 2,
        "end": 2,
        "url": "",
        "commit": git(vade.project, "rev-parse", "HEAD"),
        "quote": "rows = db.execute(sql)",
    }
    assert link["url"] == "https://example.org/x"
    assert sql["suggestions"] == ["src/b.py adds `execute(`"]


def test_list_answers_with_every_review(vade: Shell) -> None:
    assert vade.json("review", "list", exit_code=1) == {"vade": 1, "reviews": []}
    vade("review", "start")
    (one,) = vade.json("review", "list")["reviews"]
    assert (one["state"], one["verdict"], one["tally"]["unanswered"]) == ("draft", "incomplete", 3)


def test_a_damaged_review_is_named_and_the_others_are_listed(vade: Shell) -> None:
    damaged = vade.json("review", "start")["review"]["id"]
    sound = vade.json("review", "start", "--fresh")["review"]["id"]
    with sqlite3.connect(Paths.from_environment(os.environ).reviews) as raw:
        raw.execute("update item set answer = 'x' where review = ?", (damaged,))
    raw.close()
    listed = vade("review", "list", exit_code=2).splitlines()
    assert [line.split()[0] for line in listed[:-1]] == [sound]
    assert f"{damaged} is damaged" in listed[-1]


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("answer", "logging", "maybe"), 2),
        (("answer", "nothing-of-the-kind", "pass"), 1),
        (("answer", "logging", "pass", "--severity", "huge"), 2),
        (("answer", "logging", "pass", "--due", "soon"), 2),
        (("answer", "logging", "pass", "--evidence", "../x:1"), 2),
        (("show", "--review", "ZZZ"), 1),
        (("strat",), 2),
        (("undo",), 1),
        (("reopen",), 2),
        (("gate", "missing.md"), 2),
        (("import", "missing.md"), 2),
        (("todo",), 1),
        (("discard", "--list"), 1),
        (("compare",), 1),
        (("move",), 1),
        (("start", "--again"), 1),
        (("start", "no-such-checklist"), 1),
    ],
)
def test_exit_codes_say_no_or_cannot(vade: Shell, words: tuple[str, ...], exit_code: int) -> None:
    vade("review", "start")
    before = vade.json("review", "show")
    vade("review", *words, exit_code=exit_code)
    assert vade.json("review", "show") == before


def test_evidence_may_be_named_from_the_working_folder(
    vade: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    vade("review", "start")
    monkeypatch.chdir(vade.project / "src")
    for place in ("a.py:1", "src/a.py:1"):
        vade("review", "answer", "logging", "--evidence", place)
        item = vade.json("review", "show")["items"][0]
        assert [e["path"] for e in item["evidence"]] == ["src/a.py"]


def test_without_a_review_there_is_nothing_to_answer(vade: Shell) -> None:
    for verb in ("show", "undo", "finish", "export", "walk"):
        vade("review", verb, exit_code=1)
    assert vade.json("review", "list", exit_code=1)["reviews"] == []


def test_the_whole_way_from_start_to_an_open_gate(vade: Shell) -> None:
    vade("review", "start")
    answer_all(vade, sql=("fail", "--reason", "formatted", "--evidence", "src/b.py:2"))
    vade("review", "finish")
    record = Path(vade("review", "export").strip())
    assert record.parent == vade.project / "docs" / "reviews"
    closed = vade.json("review", "gate", "--last", exit_code=1)
    assert closed["open"] is False
    assert [r["kind"] for r in closed["reasons"]] == ["fail"]
    assert closed["reasons"][0]["item"].endswith("/sql-injection")
    git(vade.project, "add", "-A")
    git(vade.project, "commit", "-q", "-m", "record")
    vade("review", "gate", str(record), "--fail-on", "critical", exit_code=1)
    commit(vade.project, "fix", src_b_py="x = 1\n")
    assert "stale" in vade("review", "gate", "--same-head", exit_code=1)
    again = vade.json("review", "start")
    sql = next(i for i in again["items"] if i["title"] == "SQL Injection")
    assert sql["state"] == "unanswered"
    assert sql["previous"]["state"] == "fail"
    assert sql["previous"]["evidence_changed"] is True
    assert "SQL Injection  last time fail, evidence changed" in vade("review", "show")
    answer_all(vade)
    vade("review", "finish")
    vade("review", "export")
    git(vade.project, "add", "-A")
    git(vade.project, "commit", "-q", "-m", "record")
    assert vade("review", "gate", "--same-head", "--require", "review-checklist").startswith("open")
    delta = vade.json("review", "compare")["delta"]
    assert [c["title"] for c in delta["fixed"]] == ["SQL Injection"]
    assert len(vade.json("review", "list")["reviews"]) == 2


def test_a_record_comes_back_from_another_machine(
    vade: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    vade("review", "start")
    answer_all(vade, sql=("follow-up", "--reason", "later", "--owner", "Bo", "--due", "2026-12-01"))
    before = vade.json("review", "show")
    record = vade("review", "export").strip()
    monkeypatch.setenv("VADE_STATE_DIR", str(tmp_path / "elsewhere"))
    (result,) = vade.json("review", "import", record)["imported"]
    assert result["new"] is True
    after = vade.json("review", "show")
    assert after == before
    (todo,) = vade.json("review", "todo")["todo"]
    assert (todo["title"], todo["owner"], todo["due"]) == ("SQL Injection", "Bo", "2026-12-01")


def test_a_conflict_in_a_record_is_said_with_its_line(vade: Shell) -> None:
    vade("review", "start")
    answer_all(vade)
    record = Path(vade("review", "export").strip())
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("- [x] **Logging**", "- [ ] **Logging**"), encoding="utf-8")
    line = text.split("- [x] **Logging**")[0].count("\n") + 1
    (result,) = vade.json("review", "import", str(record), exit_code=1)["imported"]
    assert [(p["line"], p["conflict"]) for p in result["problems"]] == [(line, True)]
    assert f":{line}: conflict" in vade("review", "gate", str(record), exit_code=1)


def test_a_project_that_moved_takes_its_reviews_along(
    vade: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    vade("review", "start")
    vade.project.rename(tmp_path / "moved")
    monkeypatch.chdir(tmp_path / "moved")
    vade("review", "list", exit_code=1)
    assert "1 review" in vade("review", "move")
    assert len(vade.json("review", "list")["reviews"]) == 1


def test_a_walk_is_scripted_by_a_file(vade: Shell, tmp_path: Path) -> None:
    vade("review", "start")
    script = tmp_path / "answers"
    script.write_text("p\nf formatted\nevidence src/b.py:2\nx\n\nu no Redis\n", encoding="utf-8")
    said = vade("review", "walk", "--answers", str(script), exit_code=0)
    assert "\x1b" not in said
    states = [(i["title"], i["state"], i["reason"]) for i in vade.json("review", "show")["items"]]
    assert states[0] == ("Logging", "pass", "")
    assert states[1] == ("SQL Injection", "fail", "formatted")
    script.write_text("nonsense\n", encoding="utf-8")
    assert "answers:1" in vade("review", "walk", "--answers", str(script), exit_code=2)


def test_export_to_standard_output_writes_no_file(vade: Shell) -> None:
    vade("review", "start")
    for form in ("md", "json", "html", "sarif", "pr"):
        assert vade("review", "export", "--format", form, "--output", "-")
    assert not (vade.project / "docs").exists()


def test_every_verb_has_an_example(vade: Shell) -> None:
    from vade.cli.review.group import COMMANDS

    for verb in COMMANDS:
        assert "Example" in vade("review", verb, "--help")


def test_a_walk_begins_with_what_its_page_says_and_guides(vade: Shell, tmp_path: Path) -> None:
    page = tmp_path / "pack" / "checklists" / "launch.md"
    page.parent.mkdir()
    page.write_text(
        "---\nname: launch\ntitle: Launch\nsummary: s\n---\n# Launch\n\nHave a token at hand.\n\n"
        "## Checklist\n- [ ] **Quiet**: no alarm rings.\n  - **Why**: people sleep.\n"
        "  - **Paths**: `**/*.py`; **words**: `alarm`\n",
        encoding="utf-8",
    )
    (tmp_path / "lines").write_text("g\np\nq\n", encoding="utf-8")
    vade.pack = page
    assert "Launch" in vade("review", "start", "launch")
    said = vade("review", "walk", "--answers", str(tmp_path / "lines"))
    assert said.index("Have a token at hand.") < said.index("1 of 1: Quiet")
    assert "Why: people sleep." in said
    assert "alarm`" not in said
    assert "Have a token" not in vade("review", "walk", "--answers", str(tmp_path / "lines"))


def test_the_checklists_are_listed_those_of_topics_last(vade: Shell, tmp_path: Path) -> None:
    for folder in ("checklists", "topics"):
        page = tmp_path / "pack" / folder / f"{folder}.md"
        page.parent.mkdir()
        head = f"---\nname: a-{folder}\ntitle: A {folder}\nsummary: s\n---\n# A\n## Checks\n"
        page.write_text(head + "- [ ] **B**: c\n", encoding="utf-8")
    vade.pack = tmp_path / "pack"
    assert vade.json("review", "start", "--list")["checklists"] == [
        {
            "id": "pack:backend-specialist/review-checklist",
            "title": "Backend · Review Checklist",
            "items": 3,
        },
        {"id": "pack:a-checklists/checks", "title": "A checklists", "items": 1},
        {"id": "pack:a-topics/checks", "title": "A topics", "items": 1},
    ]
    assert "  1  A checklists  pack:a-checklists/checks" in vade("review", "start", "--list")
