"""`python -m vade` is the `vade` command."""

from __future__ import annotations

from vade.cli import run

if __name__ == "__main__":
    run()
