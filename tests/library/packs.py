"""Small packs for the tests of the library."""

from __future__ import annotations

from pathlib import Path

from vade.library import Library, load
from vade.library.layers import Root, pack_name
from vade.library.scan import scan

AGENT = "---\nname: {name}\ndescription: d\n---\n# T\n\n## Expertise\n- **{term}**: x\n"


def write(path: Path, text: str = "# T\n\n## S\ntext\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def agent(folder: Path, name: str, term: str, file: str = "") -> Path:
    return write(folder / "agents" / f"{file or name}.md", AGENT.format(name=name, term=term))


def pack(path: Path, layer: str = "given") -> Root:
    return Root(layer, pack_name(path), path)


def read(*roots: Root) -> Library:
    return load(scan(roots))


def refused(folder: Path) -> dict[str, str]:
    return {d.path.name: d.code for d in scan([pack(folder)]).diagnostics}
