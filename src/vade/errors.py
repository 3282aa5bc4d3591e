"""The one root of every error that Vade raises on purpose."""

from __future__ import annotations

__all__ = ["DamagedError", "NotFoundError", "VadeError"]


class VadeError(Exception):
    """Something the user should read: what happened, where, and what to do about it."""

    exit_code = 2
    """The process's exit status when this ends a command: 2, wrong use or cannot."""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        """Say what went wrong.

        Args:
            message: What happened, in one sentence without a final dot.
            where: `file` or `file:line`, where there is one.
            hint: What to do about it.
        """
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """The whole story on one line: `where: message. Hint`."""
        place = f"{self.where}: " if self.where else ""
        advice = f". {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class DamagedError(VadeError):
    """One thing that was kept cannot be read any more; what lies beside it can."""


class NotFoundError(VadeError):
    """Nothing answers to the name that was asked for."""

    exit_code = 1
    """1, no: the question was understood and the answer is nothing."""
