"""The documentation says what the program does."""

from __future__ import annotations

import re
import tomllib

import click
import pytest

from vade import __version__
from vade.cli.main import COMMANDS, vade
from vade.library.catalogue import CATALOGUE
from vade.paths import bundled
from vade.settings import KEYS

ROOT = bundled()
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    context = click.Context(vade)
    names = []
    for name in COMMANDS:
        command = vade.get_command(context, name)
        inner = list(command.commands) if isinstance(command, click.Group) else []
        names += [f"{name} {sub}" for sub in inner] or [name]
    return names


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_diagnostic_code_is_documented_as_it_is_explained(code: str) -> None:
    known = CATALOGUE[code]
    row = f"| `{code}` | {known.level} | {known.meaning} | {known.advice} |"
    assert row in (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"`vade {name}\b|\b{name}\b", README)


@pytest.mark.parametrize("name", commands())
def test_the_help_shows_no_mark_of_its_layout(name: str) -> None:
    found: click.Command = vade
    context = click.Context(vade)
    for word in name.split():
        assert isinstance(found, click.Group)
        found = found.get_command(context, word) or found
        context = click.Context(found, info_name=word, parent=context)
    assert "\b" not in found.get_help(context)


@pytest.mark.parametrize("key", [key.name for key in KEYS])
def test_every_configuration_key_is_documented(key: str) -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert f"`{key}`" in text


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_configuration_key_stands_with_its_default_and_nothing_else() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z][\w.-]*)` \| (.*?) \|", text, re.MULTILINE))
    shown = {key.name: _shown(key.default) for key in KEYS}
    assert rows == shown


def _shown(value: str | bool | int) -> str:
    if value == "":
        return "empty"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
