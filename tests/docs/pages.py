"""The pages of the documentation, and the fences in them that are run.

A fence is run where its info string says so:

- ```` ```console run ````: lines that begin with `$ ` are commands, the lines below one are what it
  prints. A line of three dots stands for any lines, three dots inside a line for any text. Without
  lines below it, a command's output is not compared. A command must succeed unless the next one is
  `$ echo $?`.
- ```` ```sh run ````: a script; it must succeed.
- a fence with `file=PATH`: the file is written before what follows is run.

The fences of a page share one shell, one empty HOME and one project folder.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vade.paths import bundled

__all__ = ["PAGES", "Fence", "Step", "check", "fences", "run", "steps"]

ROOT = bundled()
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
_FENCE = re.compile(r"^(`{3,}|~{3,})([^`\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_MARK = "\x1e"


@dataclass(frozen=True)
class Fence:
    """One fenced block of a page."""

    info: str
    text: str
    line: int


@dataclass(frozen=True)
class Step:
    """One piece of shell, and what it is said to print; None where nothing is said."""

    code: str
    output: str | None
    line: int
    may_fail: bool = False


def fences(page: Path) -> Iterator[Fence]:
    """Yield the fences at the margin of a page."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        yield Fence(match[2].strip(), match[3], text.count("\n", 0, match.start()) + 1)


def steps(page: Path) -> list[Step]:
    """Return what a page asks to be run, in its order."""
    found: list[Step] = []
    for fence in fences(page):
        words = fence.info.split()
        place = next((w.removeprefix("file=") for w in words if w.startswith("file=")), None)
        if place is not None:
            code = f"mkdir -p $(dirname {place}) && cat > {place} <<'END-OF-FILE'\n{fence.text}"
            found.append(Step(f"{code}END-OF-FILE", None, fence.line))
        elif words[:2] == ["console", "run"]:
            found += _console(fence)
        elif words[:2] == ["sh", "run"]:
            found.append(Step(f"( set -e\n{fence.text})", None, fence.line))
    return found


def _console(fence: Fence) -> list[Step]:
    found: list[Step] = []
    for part in re.split(r"^\$ ", fence.text, flags=re.MULTILINE)[1:]:
        code, _, rest = re.sub(r"\n> ", "\n", part).partition("\n")
        while code.endswith("\\") or code.count("'") % 2:
            more, _, rest = rest.partition("\n")
            code += f"\n{more}"
        if code == "echo $?" and found:
            found[-1] = Step(found[-1].code, found[-1].output, found[-1].line, may_fail=True)
        found.append(Step(code, rest.rstrip("\n") or None, fence.line))
    return found


def run(every: list[Step], cwd: Path, env: Mapping[str, str]) -> list[tuple[str, int]]:
    """Run the steps in one shell; return what each printed and its exit status."""
    lines = ["status=0"]
    for step in every:
        lines += ["(exit $status)", step.code, f"status=$?; printf '{_MARK}%d{_MARK}' $status"]
    done = subprocess.run(
        ["bash", "-s"],
        input="\n".join(lines),
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    parts = done.stdout.split(_MARK)
    return [(parts[i], int(parts[i + 1])) for i in range(0, len(parts) - 1, 2)]


def check(step: Step, printed: str, status: int) -> str:
    """Return what is wrong with a step that was run; empty where nothing is."""
    if status and not step.may_fail:
        return f"line {step.line}: `{step.code}` ended with {status}:\n{printed}"
    if step.output is not None and not _matches(step.output, printed.rstrip("\n")):
        return f"line {step.line}: `{step.code}` printed\n{printed}\nand not\n{step.output}"
    return ""


def _matches(said: str, printed: str) -> bool:
    lines = [".*" if line == "..." else _pattern(line) for line in said.split("\n")]
    pattern = "\n".join(lines)
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def _pattern(line: str) -> str:
    return "[^\n]*".join(map(re.escape, line.split("...")))
