"""What is looked at, and what is refused by name."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from library.packs import pack, read, refused, write
from vade.library import load
from vade.library.layers import Root
from vade.library.scan import scan


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


def test_a_link_that_nothing_can_be_asked_about_stops_nobody(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack" / "a.md").parent
    (folder / "circle").symlink_to("circle")
    (folder / "long").symlink_to("x" * 300)
    assert refused(folder) == {}
    assert refused(folder / "circle" / "below") == {"below": "pack-missing"}


def test_a_link_inside_the_pack_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "pack" / "a.md")
    (tmp_path / "pack" / "b.md").symlink_to("a.md")
    assert len(read(pack(tmp_path / "pack")).documents) == 2


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; root becomes nobody for the test, as it reads all."""
    was = os.geteuid() if os.name == "posix" else 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        if was == 0:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(was)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_an_unreadable_file_is_listed_with_its_reason(open_folder: Path) -> None:
    write(open_folder / "pack" / "a.md").chmod(0)
    (finding,) = read(pack(open_folder / "pack")).diagnostics
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
