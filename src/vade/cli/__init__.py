"""The command line: one file a command."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

__all__ = ["run"]


def run() -> None:
    """Run `vade` and leave with its exit status; no traceback unless `VADE_DEBUG=1`."""
    _quiet_whoosh()
    sys.unraisablehook = _unraisable
    sys.exit(_status(sys.argv[1:]))


def _quiet_whoosh() -> None:
    """Keep the compiler's remarks on Whoosh 2.7.4 from users: installers do not all precompile."""
    warnings.filterwarnings("ignore", category=SyntaxWarning, module=r".*\bwhoosh\b")


def _unraisable(what: UnraisableHookArgs) -> None:
    """Let an interrupt end the process also where Python would drop it: in a finalizer, say.

    The screens take signals themselves, so that the terminal is as it was found here.
    """
    if what.exc_type is KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)
    sys.__unraisablehook__(what)


def _status(args: list[str]) -> int:
    from vade.cli.guard import UnwritableError, guard_streams, harden_streams
    from vade.errors import VadeError

    harden_streams()
    guard_streams()
    try:
        result = _result(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except VadeError as error:
        if isinstance(error, UnwritableError):
            _silence_stdout()
        _say(str(error))
        return error.exit_code
    except Exception as error:
        if os.environ.get("VADE_DEBUG"):
            raise
        return 130 if _interrupted(error) else _unexpected(error)
    return result if isinstance(result, int) else 0


def _result(args: list[str]) -> object:
    """Do what the arguments say; nothing to parse, no parser: the first frame comes sooner."""
    if not args and "_VADE_COMPLETE" not in os.environ:
        from vade.cli.screens import open_here

        return open_here()
    import click

    from vade.cli.main import vade

    try:
        return vade.main(args=args, prog_name="vade", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return 130


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interrupt is what an error began with: in the midst of an import it is wrapped."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _unexpected(error: Exception) -> int:
    _say(f"unexpected {type(error).__name__}: {error}. Set VADE_DEBUG=1 to see where")
    return 2


def _say(message: str) -> None:
    from vade.text import clean

    print(f"vade: {clean(message)}", file=sys.stderr)


def _silence_stdout() -> None:
    """Point standard output at nothing, so that closing it at exit does not raise again."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
