"""Each command and option of `--help` is in docs/commands.md, and the other way round."""

from __future__ import annotations

import re

import click
import pytest

from vade.cli.main import vade
from vade.cli.manual import walk
from vade.paths import bundled

PAGE = (bundled() / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^##+ `(vade[^`]*)`\n(.*?)(?=^##|\Z)", PAGE, re.M | re.S))
EVERYWHERE = {"--pack", "--only", "-h", "--help"}
COMMANDS = {name: (command, context) for name, command, context in walk(vade)}


def test_every_command_has_its_section_and_every_section_its_command() -> None:
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_usage_line_is_the_one_of_help(name: str) -> None:
    command, context = COMMANDS[name]
    pieces = [p for p in command.collect_usage_pieces(context) if p != "[OPTIONS]"]
    assert f"\n    {' '.join([name, *pieces])}\n" in SECTIONS.get(name, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_are_those_of_help(name: str) -> None:
    command, _ = COMMANDS[name]
    real = {o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")}
    rows = re.findall(r"^\| (`-.*?) \|", SECTIONS.get(name, ""), re.MULTILINE)
    said = {o for row in rows for o in re.findall(r"`(--?[A-Za-z][\w-]*)", row)}
    assert said - EVERYWHERE == real - EVERYWHERE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_explains_itself(name: str) -> None:
    command, _ = COMMANDS[name]
    assert command.help
    assert "Example" in (command.epilog or "")
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert not silent
