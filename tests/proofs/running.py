"""Run the cases and say of each what was seen."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from proofs import node
from proofs.cases import Case
from proofs.servers import servers

FIXTURES = Path(__file__).with_name("fixtures_for_proofs.py")
_IMPORT = re.compile(r"^\s*(?:from|import)\s+(\w+)", re.MULTILINE)
_TS_IMPORT = re.compile(r"""(?:from|import)\s+["']((?:@[\w.-]+/)?[\w.-]+)""")
_INI = """[pytest]
addopts = -q -p no:cacheprovider -p no:xdist --import-mode=prepend
asyncio_mode = auto
"""


@dataclass(frozen=True)
class Outcome:
    """What was seen of one case."""

    state: str
    """`ran`, `failed` or `not proven`."""
    detail: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    cached: bool = False


def prove(cases: list[Case], cache: Path) -> dict[str, Outcome]:
    """Prove all cases, two at a time; what passed before with the same text is not run again."""
    cache.mkdir(parents=True, exist_ok=True)
    known = _remembered(cache)
    outcomes = {c.id: _again(known[_key(c)]) for c in cases if _key(c) in known}
    waiting = [case for case in cases if case.id not in outcomes]
    if waiting:
        outcomes |= _run_all(waiting, cache)
        _remember(cache, known, [(c, outcomes[c.id]) for c in waiting])
    return outcomes


def _run_all(cases: list[Case], cache: Path) -> dict[str, Outcome]:
    typescript = [case for case in cases if case.typescript]
    complaints: dict[str, str] = {}
    work = Path(tempfile.mkdtemp(prefix="python-"))
    ts_work = work
    if typescript:
        folder = node.install(cache)
        ts_work = folder / "work" / secrets.token_hex(6)
        ts_work.mkdir(parents=True)
        complaints = node.compile_all(typescript, ts_work)
    try:
        with servers() as urls, ThreadPoolExecutor(2) as pool:
            futures = {
                case.id: pool.submit(_one, case, work, ts_work, urls, complaints) for case in cases
            }
            return {case_id: future.result() for case_id, future in futures.items()}
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(ts_work, ignore_errors=True)


def _one(
    case: Case, work: Path, ts_work: Path, urls: dict[str, str], complaints: dict[str, str]
) -> Outcome:
    if case.folder in complaints:
        return Outcome("failed", complaints[case.folder])
    try:
        match case.runner:
            case "none":
                return Outcome("not proven", "it has no proof fence")
            case "python":
                ran = _python(case, work, urls)
            case _:
                with _Database(urls) as env:
                    ran = node.run(case, ts_work, env)
    except subprocess.TimeoutExpired as error:
        return Outcome("failed", f"took longer than {error.timeout} s")
    if ran.returncode:
        return Outcome("failed", (ran.stdout + ran.stderr)[-6000:])
    return Outcome("ran", versions=_versions(case))


def _python(case: Case, work: Path, urls: dict[str, str]) -> subprocess.CompletedProcess[str]:
    folder = work / case.folder
    folder.mkdir()
    for name, text in case.files:
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copyfile(FIXTURES, folder / "conftest.py")
    (folder / "pytest.ini").write_text(_INI, encoding="utf-8")
    env = {**os.environ, **urls, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "pytest", "test_proof.py"],
        cwd=folder, env={**env, "PATH": path, "NODE": node.node_binary()},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


class _Database:
    """A PostgreSQL database and a Redis number of its own, for one TypeScript proof."""

    def __init__(self, urls: dict[str, str]) -> None:
        self.urls = urls
        self.name = f"proof_{secrets.token_hex(8)}"

    def __enter__(self) -> dict[str, str]:
        self._admin(f"create database {self.name} template template0")
        return {
            "PG_URL": self.urls["PG_URL"].rsplit("/", 1)[0] + f"/{self.name}",
            "REDIS_URL": f"{self.urls['REDIS_URL']}/{secrets.randbelow(4000) + 1}",
        }

    def __exit__(self, *_: object) -> None:
        self._admin(f"drop database {self.name} with (force)")

    def _admin(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.urls["PG_URL"], autocommit=True) as connection:
            connection.execute(statement)


def _versions(case: Case) -> tuple[tuple[str, str], ...]:
    """The versions of what the case imports, and of the servers and runtimes that it used."""
    text = "\n".join(code for _, code in case.files)
    seen: dict[str, str] = {}
    if case.runner == "python":
        homes = importlib.metadata.packages_distributions()
        seen["python"] = ".".join(map(str, sys.version_info[:3]))
        for name in set(_IMPORT.findall(text)):
            for distribution in homes.get(name, ())[:1]:
                if distribution not in ("pytest",):
                    seen[distribution] = importlib.metadata.version(distribution)
    if case.typescript:
        known = node.versions(Path())
        seen |= {n: known[n] for n in set(_TS_IMPORT.findall(text)) if n in known}
        seen |= {"typescript": known["typescript"], "node": _node_version()}
    if re.search(r"\bpg\b|pg_url|PG_URL|\bconnect\b\)", text):
        seen["postgresql"] = _server_version("postgres")
    if re.search(r"\bredis\b|redis_url|REDIS_URL", text):
        seen["redis-server"] = _server_version("redis-server")
    return tuple(sorted(seen.items()))


def _node_version() -> str:
    return _said([node.node_binary(), "--version"]).lstrip("v")


def _server_version(program: str) -> str:
    places = [str(p) for p in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))]
    found = shutil.which(program) or (places[-1] if places else "")
    if not found:
        return "unknown"
    match = re.search(r"\d+\.\d+(?:\.\d+)?", _said([found, "--version"]))
    return match.group() if match else "unknown"


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _key(case: Case) -> str:
    package = node.PACKAGE.read_text(encoding="utf-8") if case.typescript else ""
    return f"{case.id} {case.hash} {hash_text(package)}"


def hash_text(text: str) -> str:
    """Return a short digest of a text."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _remembered(cache: Path) -> dict[str, dict[str, object]]:
    try:
        known: dict[str, dict[str, object]] = json.loads((cache / "results.json").read_text())
    except (OSError, ValueError):
        return {}
    return known


def _again(value: dict[str, object]) -> Outcome:
    pairs = tuple((str(a), str(b)) for a, b in value["versions"])  # type: ignore[attr-defined]
    return Outcome(str(value["state"]), "", pairs, cached=True)


def _remember(
    cache: Path, known: dict[str, dict[str, object]], ran: list[tuple[Case, Outcome]]
) -> None:
    fresh = {
        _key(case): {"state": outcome.state, "versions": [list(v) for v in outcome.versions]}
        for case, outcome in ran
        if outcome.state == "ran"
    }
    beside = cache / f"results.{secrets.token_hex(4)}"
    beside.write_text(json.dumps(_remembered(cache) | known | fresh), encoding="utf-8")
    beside.replace(cache / "results.json")
