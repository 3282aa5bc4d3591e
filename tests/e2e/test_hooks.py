"""The hooks of docs/gate.md, tried in a repository that pushes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from e2e.conftest import Run
from vade.paths import bundled

GATE = bundled() / "docs" / "gate.md"
ITEMS = (
    *("input-validation", "error-handling", "authentication", "authorization", "sql-injection"),
    *("response-format", "logging", "rate-limiting", "environment-variables", "tests"),
)

pytestmark = pytest.mark.slow


def example(language: str, after: str) -> str:
    """The first fence of a language below a heading of the page."""
    text = GATE.read_text(encoding="utf-8").partition(f"## {after}")[2]
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    """A clone with one commit to push."""
    run("git", "init", "-q", "--bare", "origin.git", cwd=tmp_path)
    run("git", "clone", "-q", "origin.git", "shop", cwd=tmp_path)
    shop = tmp_path / "shop"
    (shop / "orders.py").write_text("x = 1\n")
    run("git", "add", "-A", cwd=shop)
    run("git", "commit", "-qm", "Orders", cwd=shop)
    return shop


def review(shop: Path, run: Run) -> None:
    """Pass every item, and commit the record."""
    run("vade", "review", "start", "--checklist", "backend-specialist/review-checklist", cwd=shop)
    for item in ITEMS:
        run("vade", "review", "answer", item, "pass", cwd=shop)
    run("vade", "review", "finish", cwd=shop)
    run("vade", "review", "export", cwd=shop)
    run("git", "add", "-A", cwd=shop)
    run("git", "commit", "-qm", "Review", cwd=shop)


def check_that_only_a_reviewed_head_is_pushed(shop: Path, run: Run) -> None:
    push = ("git", "push", "-q", "origin", "HEAD")
    assert "closed: no record" in said(run(*push, cwd=shop, ok=False))
    review(shop, run)
    run(*push, cwd=shop)
    (shop / "orders.py").write_text("x = 2\n")
    run("git", "commit", "-qam", "More orders", cwd=shop)
    assert "stale" in said(run(*push, cwd=shop, ok=False))


def said(done: object) -> str:
    return f"{done.stdout}{done.stderr}"  # type: ignore[attr-defined]


def test_the_pre_push_hook_holds_back_what_was_not_reviewed(shop: Path, run: Run) -> None:
    hook = shop / ".git" / "hooks" / "pre-push"
    hook.write_text(example("sh", "As a pre-push hook"))
    hook.chmod(0o755)
    check_that_only_a_reviewed_head_is_pushed(shop, run)


def test_pre_commit_holds_back_what_was_not_reviewed(shop: Path, run: Run) -> None:
    (shop / ".pre-commit-config.yaml").write_text(example("yaml", "With pre-commit"))
    run("git", "add", "-A", cwd=shop)
    run("git", "commit", "-qm", "Hooks", cwd=shop)
    run("pre-commit", "install", "--hook-type", "pre-push", cwd=shop)
    check_that_only_a_reviewed_head_is_pushed(shop, run)
