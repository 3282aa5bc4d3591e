from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vade.library import Library
from vade.library.document import Document
from vade.search import Search
from vade.search.whoosh_index import write_files


def changed(library: Library, number: int, word: str) -> Library:
    """The library after a file of it got a word more."""
    documents = list(library.documents)
    old = documents[number]
    first, *rest = old.entries
    documents[number] = replace(old, entries=(replace(first, body=f"{first.body}\n{word}"), *rest))
    return Library(tuple(documents), (), f"{library.stamp} {word}")


def many(library: Library, count: int) -> Library:
    """A library of at least `count` entries, in documents of their own."""

    def made() -> Iterator[Document]:
        for number in range(-(-count // len(library.entries))):
            for document in library.documents:
                name = f"{document.name}-{number}"
                path = Path(f"/made/{name}.md")
                entries = tuple(
                    replace(e, id=f"{e.id}-{number}", document=name, path=path)
                    for e in document.entries
                )
                yield replace(document, name=name, path=path, entries=entries)

    return Library(tuple(made()), (), f"many-{count}")


@pytest.fixture(scope="module")
def small(agents: Library) -> Library:
    """A library of a dozen documents."""
    return many(agents, 12 * len(agents.entries))


def parts(search: Search) -> list[Path]:
    return sorted(search.generations.folder.glob("p-*"))


def test_an_index_is_current_for_its_library_only(search: Search, agents: Library) -> None:
    assert search.is_current(agents.stamp)
    assert not search.is_current("another")


def test_an_index_outlives_the_process(search: Search) -> None:
    again = Search(search.generations.folder)
    assert again.query("redis").hits[0].entry.title == "Redis"


def test_a_changed_file_goes_in_as_a_part_of_its_own(small: Library, tmp_path: Path) -> None:
    search = Search(tmp_path / "index")
    search.update(small)
    before = parts(search)
    search.update(changed(small, 3, "zyxgloop"))
    assert [h.entry.document for h in search.query("zyxgloop").hits] == [small.documents[3].name]
    assert len(parts(search)) == len(before) + 1
    search.update(small)
    assert search.query("zyxgloop").hits == ()
    assert Search(search.generations.folder).query("zyxgloop").hits == ()


def test_many_deltas_become_one_index_again(small: Library, tmp_path: Path) -> None:
    search, library = Search(tmp_path / "index"), small
    search.update(library)
    for number in range(10):
        library = changed(library, number, f"zyxgloop{number}")
        search.update(library)
    assert len(parts(search)) <= 9
    for number in range(10):
        assert len(search.query(f"zyxgloop{number}").hits) == 1


@pytest.mark.parametrize(
    ("program", "here"),
    [
        ("", 0),
        ("#!/bin/sh\nexit 0", 1),
        ("#!/bin/sh\nexit 3", 1),
        ("#!/bin/sh\ncat > /dev/null; exit 3", 1),
        ("#!/bin/sh\ncat > /dev/null", 1),
        ("no program", 1),
    ],
)
def test_a_process_beside_writes_what_would_be_written_here(
    small: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, here: int
) -> None:
    written: list[Path] = []

    def write(folder: Path, *rest: Any) -> None:
        written.append(folder)
        write_files(folder, *rest)

    monkeypatch.setattr("vade.search.beside.write_files", write)
    if program:
        other = tmp_path / "other"
        other.write_text(program)
        other.chmod(0o700)
        monkeypatch.setattr("sys.executable", str(other))
    search = Search(tmp_path / "index")
    search.update(small)
    monkeypatch.setattr("vade.search.beside._WORTH_IT", len(small.entries) + 1)
    alone = Search(tmp_path / "alone")
    alone.update(small)
    assert len(written) == here + 1
    for query in ("kind:topic redis", "title:redis", "code:express", "api -redis", "in:security"):
        found = [hit.entry.id for hit in search.query(query, limit=1000).hits]
        assert found, query
        assert found == [hit.entry.id for hit in alone.query(query, limit=1000).hits], query


def test_an_interrupted_build_leaves_no_process(
    small: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            started.append(self)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.Popen", Noted)
    with pytest.raises(KeyboardInterrupt):
        Search(tmp_path / "index").update(small, stop)
    assert [process.returncode for process in started] == [1]


def test_a_reader_outlives_the_next_generation(small: Library, tmp_path: Path) -> None:
    writer = Search(tmp_path / "index")
    writer.update(small)
    reader = Search(tmp_path / "index")
    assert reader.query("kind:topic redis").hits
    writer.update(changed(small, 2, "zyxgloop"))
    assert reader.query("kind:topic redis").hits
    assert not reader.is_current(small.stamp + " zyxgloop x")
