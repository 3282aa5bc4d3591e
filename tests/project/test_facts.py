"""What git says of a project, and what cannot be known."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from review.repository import commit, git, repository
from vade.project import GitFacts, find_project
from vade.project.changes import changed_files
from vade.project.content import Content
from vade.project.files import project_files
from vade.project.git import Git
from vade.project.history import age_of, first_commit


def facts(folder: Path) -> GitFacts:
    found = find_project(folder).git
    assert found is not None
    return found


def test_branch_head_and_base_are_known(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    found = facts(shop)
    assert found.branch == "feature/orders"
    assert found.head == git(shop, "rev-parse", "HEAD")
    assert found.base == git(shop, "rev-parse", "main")
    assert found.base_name == "main"
    assert found.notes == ()


def test_a_detached_head_has_a_commit_and_no_branch(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    git(shop, "checkout", "-q", "--detach")
    assert facts(shop).branch == ""
    assert facts(shop).head == git(shop, "rev-parse", "HEAD")


def test_packed_refs_and_worktrees_are_read(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    git(shop, "pack-refs", "--all")
    git(shop, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    assert facts(shop).branch == "feature/orders"
    assert facts(tmp_path / "tree").branch == "other"
    assert facts(tmp_path / "tree").head == git(shop, "rev-parse", "other")


def test_an_empty_repository_says_that_it_has_no_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    found = facts(tmp_path)
    assert (found.branch, found.head, found.base) == ("main", "", "")
    assert "no commits" in found.notes[0]


def test_no_repository_is_no_facts(tmp_path: Path) -> None:
    assert find_project(tmp_path).git is None


def test_a_shallow_clone_says_so(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    target = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", shop.as_uri(), str(target))
    assert facts(target).head == git(shop, "rev-parse", "HEAD")
    old = git(shop, "rev-parse", "main")
    assert "shallow" in age_of(target, old, "docs/reviews").why


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:secret@example.org:8443/team/shop.git?token=x", "example.org/team/shop"),
        ("git@example.org:team/shop.git", "example.org/team/shop"),
        ("ssh://git@example.org:22/team/shop", "example.org/team/shop"),
        ("/srv/git/shop.git", "shop"),
    ],
)
def test_a_remote_is_shown_without_credentials(tmp_path: Path, url: str, shown: str) -> None:
    shop = repository(tmp_path / "shop")
    git(shop, "config", "remote.origin.url", url)
    assert facts(shop).remote == shown


def test_changed_files_come_with_their_added_lines(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    found = changed_files(shop, git(shop, "rev-parse", "main"), git(shop, "rev-parse", "HEAD"))
    assert [(c.path, c.added) for c in found] == [("src/b.py", ("x = 1", "rows = db.execute(sql)"))]
    assert changed_files(shop, "0" * 40, git(shop, "rev-parse", "HEAD")) == ()


def test_commits_of_records_do_not_count(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    reviewed = git(shop, "rev-parse", "HEAD")
    commit(shop, "record", docs_reviews_r_md="x")
    assert age_of(shop, reviewed, "docs/reviews").commits == 0
    commit(shop, "code", src_c_py="x")
    assert age_of(shop, reviewed, "docs/reviews").commits == 1


def test_a_rewritten_branch_is_a_reason_of_its_own(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    reviewed = git(shop, "rev-parse", "HEAD")
    git(shop, "commit", "-q", "--amend", "-m", "other")
    assert "no ancestor" in age_of(shop, reviewed, "docs/reviews").why


def test_git_variables_of_the_environment_are_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = repository(tmp_path / "shop"), repository(tmp_path / "other")
    git(other, "checkout", "-q", "main")
    head = git(shop, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert facts(shop).head == head
    assert Git(shop).run("rev-parse", "HEAD").text == head


def test_only_plumbing_is_ever_run(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="status"):
        Git(tmp_path).run("status")


def hostile(shop: Path, canary: Path) -> None:
    """Put a program into every place of a repository that git might run one from."""
    trap = canary.with_suffix(".sh")
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> {canary}\ncat\n', encoding="utf-8")
    trap.chmod(0o755)
    for key in (
        *("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass"),
        *("diff.external", "diff.bad.textconv", "diff.bad.command", "filter.bad.clean"),
        *("filter.bad.smudge", "filter.bad.process", "gpg.program", "credential.helper"),
        *("alias.rev-parse", "alias.diff-tree", "core.gitProxy", "core.alternateRefsCommand"),
    ):
        value = f"!{trap}" if key.startswith(("alias", "credential")) else str(trap)
        git(shop, "config", key, value)
    (shop / ".git" / "info").mkdir(exist_ok=True)
    (shop / ".git/info/attributes").write_text("* filter=bad diff=bad\n", encoding="utf-8")
    for hook in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction"):
        path = shop / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        shutil.copy(trap, path)
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
    git(shop, "config", "log.showSignature", "true")
    git(shop, "config", "extensions.partialClone", "origin")
    git(shop, "config", "remote.origin.promisor", "true")
    git(shop, "config", "remote.origin.url", "ssh://evil.example/x")
    canary.unlink(missing_ok=True)


def test_nothing_of_a_hostile_repository_is_executed(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    base, head = git(shop, "rev-parse", "main"), git(shop, "rev-parse", "HEAD")
    blob = git(shop, "rev-parse", "HEAD:src/b.py")
    canary = tmp_path / "canary"
    hostile(shop, canary)
    (shop / ".git" / "objects" / blob[:2] / blob[2:]).unlink()  # a missing object is fetched …
    found = facts(shop)
    changed = changed_files(shop, base, head)
    assert Content(shop).at(head, "src/a.py") == ("one", "two", "three")
    assert Content(shop).at(head, "src/b.py") is None
    age_of(shop, base, "docs/reviews")
    first_commit(shop)
    assert found.head == head
    assert [c.path for c in changed] == ["src/b.py"]
    assert not canary.exists(), canary.read_text(encoding="utf-8")


def test_the_canary_would_sing(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    canary = tmp_path / "canary"
    hostile(shop, canary)
    env = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    subprocess.run(["git", "-C", str(shop), "status"], env=env, capture_output=True, check=False)
    assert canary.exists()


def test_the_files_to_choose_from_are_those_of_the_commit(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    (shop / "untracked").write_text("x", encoding="utf-8")
    assert project_files(shop) == ("src/a.py", "src/b.py")
    plain = tmp_path / "plain"
    (plain / "node_modules").mkdir(parents=True)
    (plain / "node_modules" / "x").write_text("x", encoding="utf-8")
    (plain / "a.txt").write_text("x", encoding="utf-8")
    assert project_files(plain) == ("a.txt",)


def test_a_project_may_be_a_part_of_its_repository(tmp_path: Path) -> None:
    shop = repository(tmp_path / "mono")
    part = shop / "src"
    (part / ".vade").mkdir()
    assert find_project(part).root == part
    assert facts(part).branch == "feature/orders"
    base, head = git(shop, "rev-parse", "main"), git(shop, "rev-parse", "HEAD")
    assert [c.path for c in changed_files(part, base, head)] == ["b.py"]
    assert Content(part).at(head, "a.py") == ("one", "two", "three")
    assert project_files(part) == ("a.py", "b.py")
    commit(shop, "record", src_docs_reviews_r_md="x")
    assert age_of(part, head, "docs/reviews").commits == 0


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs root to give it away")
def test_a_folder_that_git_refuses_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    head = git(shop, "rev-parse", "HEAD")
    for path in (shop, shop / ".git"):
        os.chown(path, 12345, 12345)
    found = facts(shop)
    assert (found.branch, found.head, found.base) == ("feature/orders", head, "")
    assert "safe.directory" in found.notes[0]
