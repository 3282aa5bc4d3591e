"""What is looked at, what is refused by name, and what a library makes of several packs."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from vade.errors import NotFoundError, VadeError
from vade.library import AmbiguousError, Library, load
from vade.library.added import Added, add, added, remove
from vade.library.layers import Root, pack_name, roots
from vade.library.scan import scan
from vade.library.watch import watch
from vade.paths import Paths
from vade.settings import Settings

AGENT = "---\nname: {name}\ndescription: d\n---\n# T\n\n## Expertise\n- **{term}**: x\n"


def write(path: Path, text: str = "# T\n\n## S\ntext\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def agent(folder: Path, name: str, term: str, file: str = "") -> Path:
    return write(folder / "agents" / f"{file or name}.md", AGENT.format(name=name, term=term))


def pack(path: Path, layer: str = "given") -> Root:
    return Root(layer, pack_name(path), path)


def read(*roots: Root) -> Library:
    return load(scan(roots))


def refused(folder: Path) -> dict[str, str]:
    return {d.path.name: d.code for d in scan([pack(folder)]).diagnostics}


def test_special_files_are_refused_by_name_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    write(folder / "good.md")
    os.mkfifo(folder / "fifo.md")
    with (folder / "sparse.md").open("wb") as file:
        file.truncate(5_000_000_000)
    (folder / "out.md").symlink_to(write(tmp_path / "secret.md"))
    (folder / "gone.md").symlink_to(folder / "nothing.md")
    (folder / "null.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.md"))
        assert refused(folder) == {
            "fifo.md": "not-a-file",
            "sparse.md": "too-large",
            "out.md": "link-outside",
            "gone.md": "not-a-file",
            "null.md": "not-a-file",
            "socket.md": "not-a-file",
        }
    assert [d.name for d in read(pack(folder)).documents] == ["good"]


def test_a_link_to_a_folder_is_not_followed_and_said(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack" / "a.md").parent
    (folder / "loop").symlink_to(".")
    (folder / "out").symlink_to(write(tmp_path / "other" / "b.md").parent)
    assert refused(folder) == {"loop": "link-folder", "out": "link-folder"}
    assert [d.name for d in read(pack(folder)).documents] == ["a"]


def test_a_binary_file_is_one_line_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack" / "a.md").parent
    (folder / "b.md").write_bytes(bytes(range(256)) * 8)
    library = read(pack(folder))
    assert [d.name for d in library.documents] == ["a"]
    assert [(d.path.name, d.code) for d in library.diagnostics] == [("b.md", "not-text")]


def test_an_agent_and_its_skill_lead_to_each_other(tmp_path: Path) -> None:
    head = "---\nname: ops\ndescription: d\nskills: paging\n---\n# Ops\n"
    write(tmp_path / "p" / "agents" / "ops.md", head)
    write(tmp_path / "p" / "skills" / "paging" / "SKILL.md", "# Paging\n\n## Use\ntext\n")
    library = read(pack(tmp_path / "p"))
    assert [e.id for e in library.related(library.find("p:ops"))] == ["p:paging"]
    for entry in ("p:paging", "p:paging/use"):
        assert [e.id for e in library.used_by(library.find(entry))] == ["p:ops"]
        assert "p:ops" in [e.id for e in library.related(library.find(entry))]


def test_a_link_inside_the_pack_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "pack" / "a.md")
    (tmp_path / "pack" / "b.md").symlink_to("a.md")
    assert len(read(pack(tmp_path / "pack")).documents) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_listed_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path / "pack" / "a.md").chmod(0)
    (finding,) = read(pack(tmp_path / "pack")).diagnostics
    assert finding.code == "unreadable"


def test_a_file_that_vanishes_after_the_look_is_listed(tmp_path: Path) -> None:
    path = write(tmp_path / "pack" / "a.md")
    seen = scan([pack(tmp_path / "pack")])
    path.unlink()
    (finding,) = load(seen).diagnostics
    assert (finding.path, finding.code) == (path, "unreadable")


def test_a_line_of_130_000_characters_is_read(tmp_path: Path) -> None:
    write(tmp_path / "pack" / "a.md", "# T\n\n" + "word " * 26_000)
    assert len(read(pack(tmp_path / "pack")).documents) == 1


def test_names_that_are_no_utf_8_are_read(tmp_path: Path) -> None:
    folder = os.fsencode(write(tmp_path / "pack" / "a.md").parent)
    with open(folder + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123
        file.write(b"# T\n")
    assert len(read(pack(tmp_path / "pack")).documents) == 2


def test_dot_folders_and_dependencies_are_not_walked_unless_named(tmp_path: Path) -> None:
    for name in (".git", "node_modules", ".venv", ".hidden"):
        write(tmp_path / "pack" / name / "a.md")
    assert read(pack(tmp_path / "pack")).documents == ()
    assert len(read(pack(tmp_path / "pack" / ".hidden")).documents) == 1


@pytest.mark.parametrize(
    ("path", "name"),
    [(".agent", "agent"), (".claude/agents", "claude"), ("team", "team"), ("one.md", "one")],
)
def test_a_pack_is_named_by_its_folder(path: str, name: str) -> None:
    assert pack_name(Path("/home") / path) == name


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


def test_the_layers_of_a_home_and_a_project_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    paths = Paths(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    agent(tmp_path / "home" / ".claude", "mine", "A")
    agent(paths.packs / "team", "theirs", "B")
    for name in (".vade", ".claude", ".github", ".agent"):
        agent(tmp_path / "shop" / name, "x", "C")
    found = roots(paths, Settings(), tmp_path / "shop")
    assert [(root.layer, root.pack) for root in found] == [
        ("bundled", "vade"),
        ("bundled", "vade"),
        ("user", "team"),
        ("user", "claude"),
        ("project", "vade"),
        ("project", "claude"),
        ("project", "github"),
        ("project", "agent"),
    ]
    assert [r.path.name for r in roots(paths, Settings(), tmp_path, [tmp_path], only=True)] == [
        tmp_path.name
    ]


def test_added_packs_are_recorded_listed_and_forgotten(tmp_path: Path) -> None:
    register = tmp_path / "data" / "packs.json"
    team = Added("team", tmp_path)
    add(register, team)
    add(register, team)
    assert added(register) == (team,)
    with pytest.raises(VadeError, match="added already"):
        add(register, Added("team", tmp_path / "data"))
    assert remove(register, "team") == team
    with pytest.raises(NotFoundError, match="no added pack 'team'"):
        remove(register, "team")


def test_a_pack_that_went_away_is_a_warning(tmp_path: Path) -> None:
    (finding,) = read(Root("user", "team", tmp_path / "gone")).diagnostics
    assert (finding.code, finding.level) == ("pack-missing", "warning")


def test_what_has_not_changed_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent(tmp_path / "pack", "ops", "One")
    path = agent(tmp_path / "pack", "dev", "Two")
    cache = tmp_path / "cache" / "parsed.db"
    first = load(scan([pack(tmp_path / "pack")]), cache)
    parsed: list[Path] = []
    from vade.library import loading

    read_one = loading.read
    monkeypatch.setattr(
        loading, "read", lambda found: (parsed.append(found.path), read_one(found))[1]
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


@pytest.mark.parametrize("polling", [False, True])
def test_a_changed_file_is_told_within_a_second_or_two(tmp_path: Path, polling: bool) -> None:
    path = agent(tmp_path / "pack", "ops", "One")
    stop = threading.Event()
    told: list[frozenset[Path]] = []

    def listen() -> None:
        for changed in watch(lambda: (pack(tmp_path / "pack"),), stop, polling=polling):
            told.append(changed)
            stop.set()

    listener = threading.Thread(target=listen)
    listener.start()
    deadline = time.monotonic() + 10
    number = 0
    while listener.is_alive() and time.monotonic() < deadline:
        number += 1
        path.write_text(AGENT.format(name="ops", term="x" * number))
        listener.join(0.2)
    stop.set()
    listener.join(5)
    assert told == [frozenset({path})]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("topics/api/rest.md", "topic"),
        ("topics", "topic"),
        ("checklists/a.md", "checklist"),
        ("checklists", "checklist"),
        ("notes/rest.md", "doc"),
    ],
)
def test_a_part_of_a_pack_is_what_it_is_in_the_pack(tmp_path: Path, given: str, kind: str) -> None:
    for name in ("topics/api/rest.md", "checklists/a.md", "notes/rest.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# A\n- [ ] **B**: c\n")
    library = load(scan([Root("given", "part", tmp_path / given)]))
    assert {document.kind for document in library.documents} == {kind}
