"""What a library makes of its files: who wins, ids, skills, what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from library.packs import AGENT, agent, pack, read, write
from vade.errors import NotFoundError
from vade.library import AmbiguousError, load
from vade.library.scan import scan


def test_an_agent_and_its_skill_lead_to_each_other(tmp_path: Path) -> None:
    head = "---\nname: ops\ndescription: d\nskills: paging\n---\n# Ops\n"
    write(tmp_path / "p" / "agents" / "ops.md", head)
    write(tmp_path / "p" / "skills" / "paging" / "SKILL.md", "# Paging\n\n## Use\ntext\n")
    library = read(pack(tmp_path / "p"))
    assert [e.id for e in library.related(library.find("p:ops"))] == ["p:paging"]
    for entry in ("p:paging", "p:paging/use"):
        assert [e.id for e in library.used_by(library.find(entry))] == ["p:ops"]
        assert "p:ops" in [e.id for e in library.related(library.find(entry))]


def test_a_higher_layer_replaces_a_document_of_the_same_name(tmp_path: Path) -> None:
    agent(tmp_path / "low", "ops", "Old")
    agent(tmp_path / "low", "other", "Kept")
    agent(tmp_path / "high", "ops", "New")
    library = read(pack(tmp_path / "low", "bundled"), pack(tmp_path / "high", "project"))
    assert {e.title for e in library.entries if e.kind == "topic"} == {"Kept", "New"}


def test_a_name_taken_in_the_pack_is_known_by_its_path_and_said(tmp_path: Path) -> None:
    agent(tmp_path / "pack", "ops", "One", "a")
    agent(tmp_path / "pack", "ops", "Two", "b")
    library = read(pack(tmp_path / "pack"))
    assert [d.id for d in library.documents] == ["pack:ops", "pack:agents-b".replace("-b", "--b")]
    (finding,) = library.diagnostics
    assert finding.code == "name-taken"
    assert str(tmp_path / "pack/agents/a.md") in finding.message


def test_every_id_is_unique_however_names_collide(tmp_path: Path) -> None:
    for name in ("a", "a-", "A", "é"):
        agent(tmp_path / "pack", "same", "Term", name)
    twice = "# T\n\n## S\n- [ ] **A**: x\n- [ ] **A**: x\n- [ ] **A**: y\n- [ ] **!**\n"
    write(tmp_path / "pack" / "twice.md", twice)
    ids = [entry.id for entry in read(pack(tmp_path / "pack")).entries]
    assert len(ids) == len(set(ids))


def test_an_edit_elsewhere_changes_no_id(tmp_path: Path) -> None:
    text = "# T\n\n## S\n- [ ] **A**: x\n- [ ] **A**: y\n- [ ] **B**: z\n"
    path = write(tmp_path / "pack" / "a.md", text)
    before = {e.body: e.id for e in read(pack(tmp_path / "pack")).entries if e.kind == "check"}
    path.write_text(text.replace("## S\n", "## S\n- [ ] **New**: first\n") + "\n## More\ntext\n")
    after = {e.body: e.id for e in read(pack(tmp_path / "pack")).entries if e.kind == "check"}
    assert before.items() <= after.items()


def test_an_unknown_or_ambiguous_name_is_said_with_what_is_near(tmp_path: Path) -> None:
    agent(tmp_path / "pack", "ops", "Paging")
    agent(tmp_path / "pack", "dev", "Paging")
    library = read(pack(tmp_path / "pack"))
    with pytest.raises(AmbiguousError) as many:
        library.find("paging")
    assert len(many.value.candidates) == 2
    with pytest.raises(NotFoundError, match="Did you mean pack:"):
        library.find("pagin")


def test_a_skill_is_looked_for_in_its_own_pack_first_then_in_the_layers(tmp_path: Path) -> None:
    head = "---\nname: ops\ndescription: d\nskills: games/pc, shared, missing\n---\n# T\n"
    write(tmp_path / "one" / "agents" / "ops.md", head)
    write(tmp_path / "one" / "skills" / "games" / "pc" / "SKILL.md")
    write(tmp_path / "two" / "skills" / "pc" / "SKILL.md")
    write(tmp_path / "two" / "skills" / "shared" / "SKILL.md")
    library = read(pack(tmp_path / "two"), pack(tmp_path / "one"))
    found = library.document("one:ops")
    assert found is not None
    assert found.skills == ("one:pc", "two:shared")
    (missing,) = [d for d in library.diagnostics if d.code == "skill-unresolved"]
    assert (missing.line, "'missing'" in missing.message) == (4, True)


def test_what_has_not_changed_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent(tmp_path / "pack", "ops", "One")
    path = agent(tmp_path / "pack", "dev", "Two")
    cache = tmp_path / "cache" / "parsed.db"
    first = load(scan([pack(tmp_path / "pack")]), cache)
    parsed: list[Path] = []
    from vade.library import reader

    read_one = reader.read
    monkeypatch.setattr(
        reader, "read", lambda found: (parsed.append(found.path), read_one(found))[1]
    )
    assert load(scan([pack(tmp_path / "pack")]), cache).entries == first.entries
    assert parsed == []
    path.write_text(AGENT.format(name="dev", term="Three and more"))
    load(scan([pack(tmp_path / "pack")]), cache)
    assert parsed == [path]


def test_a_damaged_cache_is_parsed_around(tmp_path: Path) -> None:
    agent(tmp_path / "pack", "ops", "One")
    cache = tmp_path / "parsed.db"
    cache.write_bytes(b"SQLite format 3\0" + b"\xff" * 500)
    assert len(load(scan([pack(tmp_path / "pack")]), cache).documents) == 1


@pytest.mark.parametrize("broken", ["", "---\nname: ops\n", None])
def test_a_file_that_breaks_keeps_its_last_good_entries(tmp_path: Path, broken: str | None) -> None:
    path = agent(tmp_path / "pack", "ops", "One")
    good = read(pack(tmp_path / "pack"))
    seen = scan([pack(tmp_path / "pack")])
    path.unlink() if broken is None else path.write_text(broken)
    seen = seen if broken is None else scan([pack(tmp_path / "pack")])
    after = load(seen, before=good.parsed)
    assert [e.title for e in after.entries if e.kind == "topic"] == ["One"]
    assert after.diagnostics


@pytest.mark.parametrize(
    "broken",
    [b"", b"---\nname: ops\n", bytes(range(256))],
    ids=["emptied", "unclosed", "binary"],
)
def test_what_stands_in_for_a_broken_file_is_not_kept_as_its_reading(
    tmp_path: Path, broken: bytes
) -> None:
    cache, path = tmp_path / "parsed.db", agent(tmp_path / "pack", "ops", "One")
    good = read(pack(tmp_path / "pack"))
    path.write_bytes(broken)
    seen = scan([pack(tmp_path / "pack")])
    meanwhile = load(seen, cache, before=good.parsed)
    assert "One" in {entry.title for entry in meanwhile.entries}
    again = load(seen, cache, before=meanwhile.parsed)
    assert again.diagnostics == meanwhile.diagnostics
    elsewhere = load(seen, cache)
    assert "One" not in {entry.title for entry in elsewhere.entries}
    assert elsewhere.diagnostics
