from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from vade.library import Library
from vade.library.document import Document
from vade.search import Search


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


@pytest.mark.parametrize("broken", [False, True])
def test_a_large_index_is_built_by_two_processes(
    agents: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    if broken:  # the other process dies: its half is built here
        monkeypatch.setattr("sys.executable", "/bin/false")
    library = many(agents, 3000)
    search = Search(tmp_path / "index")
    search.update(library)
    assert len(search.open()) == 2
    assert sum(part.count for part in search.open()) == len(library.entries)
    assert len(search.query("redis", limit=1000).hits) > 30
    assert all(not (part / "inbox").exists() for part in parts(search))


def test_a_reader_outlives_the_next_generation(small: Library, tmp_path: Path) -> None:
    writer = Search(tmp_path / "index")
    writer.update(small)
    reader = Search(tmp_path / "index")
    assert reader.query("kind:topic redis").hits
    writer.update(changed(small, 2, "zyxgloop"))
    assert reader.query("kind:topic redis").hits
    assert not reader.is_current(small.stamp + " zyxgloop x")
