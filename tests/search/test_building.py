"""Building an index: where it writes, and what Whoosh reads of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from vade.search.whoosh_index import write_index
from vade.workspace import Workspace


def test_a_build_writes_nothing_into_the_shared_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, pack = tmp_path / "shared", tmp_path / "pack"
    for folder in (shared, pack):
        folder.mkdir()
    shared.chmod(0o500)
    (pack / "page.md").write_text("# Page\n\n## Checklist\n- [ ] **Pager**: somebody has it.\n")
    monkeypatch.setattr(tempfile, "tempdir", str(shared / "not-there"))
    workspace = Workspace.open(tmp_path, None, (pack,), only=True)
    assert workspace.search("pager").hits
    assert list(shared.iterdir()) == []


def test_whoosh_finds_what_its_own_writer_would_have_written(tmp_path: Path) -> None:
    from whoosh.fields import KEYWORD, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.index import open_dir
    from whoosh.query import Term

    every = {f"w{number}": range(0, 700, number) for number in range(1, 40)} | {"über": [699]}
    by_entry = RamStorage().create_index(Schema(words=KEYWORD))
    writer = by_entry.writer()
    for entry in range(700):
        writer.add_document(words=" ".join(w for w, numbers in every.items() if entry in numbers))
    writer.commit()
    written = write_index({"words": every, "title": {}}, 700)
    for name, data in written.storage.files.items():
        (tmp_path / name).write_bytes(data)
    by_word = open_dir(str(tmp_path), indexname="vade")
    with by_entry.searcher() as usual, by_word.searcher() as ours:
        assert list(ours.lexicon("words")) == list(usual.lexicon("words"))
        for word in every:
            sought = Term("words", word)
            assert [*ours.docs_for_query(sought)] == [*usual.docs_for_query(sought)], word


def test_a_segment_is_kept_with_the_codec_of_whoosh_itself() -> None:
    from whoosh.codec.whoosh3 import W3Codec

    written = write_index({"words": {"pager": [0]}}, 1)
    with written.reader() as reader:
        assert type(reader.segment().codec()) is W3Codec
    names = {name: data for name, data in written.storage.files.items() if name.endswith(".toc")}
    assert len(names) == 1
    assert all(b"vade.search.postings" not in data for data in names.values())
