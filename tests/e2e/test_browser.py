"""The HTML of a review in a real browser: it shows everything and asks for nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from e2e.conftest import Run

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
LIST = "backend-specialist/review-checklist"
PNG = b"\x89PNG"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BROWSER, reason="no Chromium is installed"),
]


@pytest.fixture
def heard() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback, as its address, and the paths that it was asked for."""
    paths: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


@pytest.fixture
def page(tmp_path: Path, run: Run, heard: tuple[str, list[str]]) -> Path:
    """The page of a review whose texts would like to reach out."""
    reason = f'<img src="{heard[0]}/x.png"> <script>document.title="taken"</script> naïve ✗'
    notes = f"![]({heard[0]}/y.png)"
    shop = tmp_path / "shop"
    shop.mkdir()
    run("git", "init", "-q", cwd=shop)
    run("vade", "review", "start", "--checklist", LIST, cwd=shop)
    answer = ("answer", "logging", "fail", "--reason", reason, "--notes", notes)
    run("vade", "review", *answer, cwd=shop)
    run("vade", "review", "export", "--format", "html", "--output", "review.html", cwd=shop)
    return shop / "review.html"


def browse(folder: Path, *flags: str) -> str:
    profile = folder / "profile"
    command = [BROWSER, *FLAGS, f"--user-data-dir={profile}", *flags]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return ran.stdout


def test_the_page_shows_the_review_and_runs_nothing(page: Path, tmp_path: Path) -> None:
    shown = browse(tmp_path, "--dump-dom", page.as_uri())
    assert "SQL Injection" in shown
    assert "naïve ✗" in shown
    assert "<title>Review of" in shown
    assert "<img" not in shown


def test_the_page_asks_for_nothing(
    page: Path, tmp_path: Path, heard: tuple[str, list[str]]
) -> None:
    address, paths = heard
    browse(tmp_path, "--dump-dom", page.as_uri())
    assert paths == []
    careless = tmp_path / "careless.html"
    careless.write_text(f'<img src="{address}/seen.png">')
    browse(tmp_path, "--dump-dom", careless.as_uri())
    assert paths == ["/seen.png"]  # so the listener hears what a page asks for


@pytest.mark.parametrize("scheme", ["0", "1"], ids=["dark", "light"])
def test_the_page_is_painted_dark_and_light(page: Path, tmp_path: Path, scheme: str) -> None:
    picture = tmp_path / "page.png"
    size = f"--blink-settings=preferredColorScheme={scheme}"
    browse(tmp_path, size, "--window-size=900,1200", f"--screenshot={picture}", page.as_uri())
    assert picture.read_bytes().startswith(PNG)
    if os.environ.get("VADE_PICTURES"):
        shutil.copy(picture, Path(os.environ["VADE_PICTURES"]) / f"review-{scheme}.png")
