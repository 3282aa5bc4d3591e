"""Mutated files: no crash, no hang, whatever they hold. The slow suite takes three seeds more."""

from __future__ import annotations

import os
import random
import time

import pytest

from vade.library.decoding import NotTextError
from vade.library.parsed import Parsed
from vade.library.reader import read_bytes
from vade.paths import bundled

SEEDS = [
    (bundled() / "agents" / "backend-specialist.md").read_bytes(),
    *(path.read_bytes() for path in sorted((bundled() / "content" / "skills").rglob("*.md"))),
    b"---\nname: a\ndescription: >\n  folded\ntools: [a, {b: c}]\n---\n\n| a |\n|---|\n| 1 |\n",
]
PIECES = [
    b"---\n", b"```", b"````markdown\n", b"- [ ] ", b"\x00", b"\xff\xfe", b"\x1b]0;x\x07", b"<a>\n",
    b"> ", b"\t", b"[" * 200, b"|" * 50, b"&x ", b"*x", b"!!python/name:os", b": ", b"{" * 40,
    b"\r", "\u2028".encode(), "\u202e".encode(), b"&#27;", b"**", b"    ", b"1. ", b"<X>\n", b"\\",
    b"```python bad\n", b"<!--", b"\n\n", b"-----\n", b"[a]: b\n", b"![", b"](javascript:x)",
]  # fmt: skip
RELATIVE = ["agents/a.md", "topics/x/a.md", "checklists/a.md", "skills/a/SKILL.md", "a.md",
            "checklists/a.yml"]  # fmt: skip


def mutated(random_: random.Random) -> bytes:
    text = bytearray(random_.choice(SEEDS))
    for _ in range(random_.randint(1, 12)):
        at = random_.randrange(len(text) + 1)
        match random_.randrange(4):
            case 0:
                text[at:at] = random_.choice(PIECES) * random_.choice((1, 1, 1, 30))
            case 1:
                del text[at : at + random_.randint(1, 400)]
            case 2:
                text[at:at] = text[: random_.randint(1, 300)]
            case _:
                text[at : at + 1] = bytes([random_.randrange(256)])
    return bytes(text)


def parsed_or_refused(data: bytes, relative: str) -> Parsed | None:
    """What is no text any more after its mutations is refused by name."""
    try:
        return read_bytes(data, relative)
    except NotTextError:
        return None


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 4))]
)
def test_no_mutated_file_crashes_or_hangs_the_reader(seed: int) -> None:
    random_ = random.Random(seed)
    slowest = 0.0
    for _ in range(int(os.environ.get("VADE_MUTATIONS", "2000")) // 4):
        data, relative = mutated(random_), random_.choice(RELATIVE)
        began = time.process_time()
        parsed = parsed_or_refused(data, relative)
        slowest = max(slowest, time.process_time() - began)
        if parsed is None:
            continue
        assert parsed.drafts
        assert all("\x1b" not in f"{d.title}{d.body}{d.summary}" for d in parsed.drafts)
    assert slowest < 2


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        ">" * 100_000,
        "`" * 100_000,
        "<http://" * 20_000,
        "\n".join("  " * n + "- x" for n in range(3_000)),
        "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|x|\n" * 20,
        "# " * 50_000,
        "*" * 100_000,
    ],
    ids=["brackets", "quotes", "ticks", "autolinks", "lists", "table", "hashes", "stars"],
)
def test_inputs_that_hang_other_parsers_do_not_hang_ours(text: str) -> None:
    began = time.process_time()
    assert read_bytes(text.encode(), "a.md").drafts
    assert time.process_time() - began < 2
