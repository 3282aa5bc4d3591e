"""Command classes: every command takes `--pack`, and a first word that is no command is a query."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from vade.cli.context import pack_options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["LazyGroup", "QueryGroup", "VadeCommand", "VadeGroup"]

_OPEN = "open"
"""The command that a query without a command stands for; it is in no overview."""
_OPEN_AT = "vade.cli.open"


class VadeCommand(click.Command):
    """A command that also takes `--pack` and `--only`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add the options that every command takes."""
        super().__init__(*args, **kwargs)
        self.params.extend(pack_options())


class VadeGroup(click.Group):
    """A group of commands under one name, such as `vade review`."""

    command_class = VadeCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add the options that every command takes."""
        super().__init__(*args, **kwargs)
        self.params.extend(pack_options())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the one that was probably meant."""
        near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.6)
        if self.get_command(ctx, args[0]) is None and near:
            raise click.UsageError(f"no command {args[0]!r}. Did you mean {near[0]!r}?", ctx)
        return super().resolve_command(ctx, args)


class LazyGroup(VadeGroup):
    """A group that names its commands without importing any, and imports the one asked for."""

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        """Take the table of commands: name to module and overview line, in order."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command `cmd_name`."""
        module, _ = self.table.get(cmd_name, ("", ""))
        return _imported(module) if module else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._overview()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Offer the commands and the options that begin as typed."""
        from click.shell_completion import CompletionItem

        lines = self._overview()
        offered = [CompletionItem(n, help=tells) for n, tells in lines if n.startswith(incomplete)]
        return [*offered, *click.Command.shell_complete(self, ctx, incomplete)]

    def _overview(self) -> Iterator[tuple[str, str]]:
        """Each command with its line."""
        return ((name, line) for name, (_, line) in self.table.items())


class QueryGroup(LazyGroup):
    """The top of the command line: a first word that names no command begins a query."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command `cmd_name`; the one for queries is in no table."""
        return _imported(_OPEN_AT) if cmd_name == _OPEN else super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note whether the words stand behind `--`: then they are a query, whatever they name."""
        before = args[: args.index("--")] if "--" in args else None
        ctx.meta["vade.literal"] = before is not None and not self._words(before)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A first word that names a command is that command; anything else is a query."""
        word = args[0]
        if ctx.meta["vade.literal"]:
            return _OPEN, self.get_command(ctx, _OPEN), ["--", *args]
        if word in self.table:
            return word, self.get_command(ctx, word), args[1:]
        near = difflib.get_close_matches(word, self.table, n=1, cutoff=0.75)
        if near and len(self._words(args)) == 1:
            raise click.UsageError(
                f"no command {word!r}. Did you mean `vade {near[0]}`? "
                f"To search for the word: `vade -- {word}`",
                ctx,
            )
        return _OPEN, self.get_command(ctx, _OPEN), args

    @staticmethod
    def _words(args: list[str]) -> list[str]:
        """The words of `args` that are neither options nor the value of `--pack`."""
        pairs = zip(["", *args], args, strict=False)
        return [a for before, a in pairs if not a.startswith("-") and before != "--pack"]


def _imported(module: str) -> click.Command:
    command: click.Command = importlib.import_module(module).command
    return command
