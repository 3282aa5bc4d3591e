"""Reading 2,000 files, beside markdown-it-py parsing the same bytes and doing nothing else.

The files are copies of the corpora under new paths: `VADE_CORPORA` names the folder, else the
bundled content is used. Figures are processor seconds, the two in turn, and the median of ratios.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from vade.library import load
from vade.library.layers import Root
from vade.library.scan import Scan, scan
from vade.paths import bundled

__all__ = ["main"]

FILES = 2_000
ROUNDS = 5


def main() -> str:
    """Return the section of the results about reading."""
    with tempfile.TemporaryDirectory() as folder:
        seen = _copies(Path(folder) / "pack")
        texts = [found.path.read_text("utf-8", "replace") for found in seen.files]
        ours, peer = _timed(lambda: load(seen), lambda: _peer(texts))
        cache = Path(folder) / "parsed.db"
        load(seen, cache)
        again = _seconds(lambda: load(seen, cache))
        memory = _memory(Path(folder) / "pack")
    ratio = statistics.median(a / b for a, b in zip(ours, peer, strict=True))
    size = sum(len(text) for text in texts) / 1e6
    return "\n".join(
        [
            "## Reading",
            "",
            f"{FILES:,} files, {size:.1f} MB: scan, front matter, outline, entries, ids, layers.",
            "",
            "| | processor seconds | ratio |",
            "| --- | --- | --- |",
            f"| Vade, cold | {statistics.median(ours):.2f} | {ratio:.2f} |",
            f"| markdown-it-py, parsing alone | {statistics.median(peer):.2f} | 1 |",
            f"| Vade, nothing changed | {again:.2f} | {again / statistics.median(peer):.2f} |",
            "",
            f"Memory above an empty interpreter: {memory:.0f} MB. Goals: ≤ 0.5, ≤ 150 MB.",
        ]
    )


def _copies(target: Path) -> Scan:
    corpora = os.environ.get("VADE_CORPORA")
    source = Path(corpora) if corpora else bundled() / "content"
    files = [path for path in sorted(source.rglob("*.md")) if path.is_file()]
    for number in range(FILES):
        path = target / f"{number // 100:02}" / f"{number}-{files[number % len(files)].name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(files[number % len(files)], path)
    return scan([Root("given", "copies", target)])


def _peer(texts: list[str]) -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")
    for text in texts:
        parser.parse(text)


def _timed(
    ours: Callable[[], object], peer: Callable[[], object]
) -> tuple[list[float], list[float]]:
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(ROUNDS)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _memory(folder: Path) -> float:
    """Peak memory in MB of an interpreter that loads the files, above one that does nothing."""
    load_all = (
        "from pathlib import Path;from vade.library import load;"
        "from vade.library.layers import Root;from vade.library.scan import scan;"
        f"library=load(scan([Root('given','copies',Path({str(folder)!r}))]));"
    )
    report = (  # not ru_maxrss, which a child inherits from its parent
        "import re;from pathlib import Path;"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    return (_peak(load_all + report) - _peak(report)) / 1024


def _peak(program: str) -> int:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env
    )
    return int(json.loads(ran.stdout))


if __name__ == "__main__":
    print(main())
