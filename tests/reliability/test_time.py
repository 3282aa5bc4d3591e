"""Clocks that run back, leap days, far years, other zones, other languages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reliability.figures import tell
from reliability.place import LIST, Place
from vade.project import find_project
from vade.review import Desk
from vade.review.model import State
from vade.review.record.parse import parse
from vade.settings import Settings

pytestmark = pytest.mark.slow

MOMENTS = (
    datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC),
    datetime(2100, 3, 1, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 0, tzinfo=UTC),
)


FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
LOCALEDEF = shutil.which("localedef") or ""


@pytest.fixture(scope="session")
def turkish(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the Turkish locale, whose small I has no dot."""
    if not LOCALEDEF or not Path("/usr/share/i18n/locales/tr_TR").exists():
        pytest.skip("needs localedef and the sources of locales")
    folder = tmp_path_factory.mktemp("locales")
    made = folder / "tr_TR.UTF-8"
    subprocess.run([LOCALEDEF, "-i", "tr_TR", "-f", "UTF-8", str(made)], check=True)
    return str(folder)


def at(place: Place, times: Iterator[datetime]) -> Desk:
    project = find_project(place.shop)
    settings = Settings({"reviewer": "Ada"})
    return Desk.open(place.state / "reviews.db", project, settings, {}, lambda: next(times))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: m.date().isoformat())
@pytest.mark.parametrize("step", [60, -60], ids=["on", "back"])
def test_a_record_of_any_day_reads_back(place: Place, moment: datetime, step: int) -> None:
    if moment.year in {1970, 9999}:
        step = abs(step) if moment.year == 1970 else -abs(step)
    times = (moment + timedelta(seconds=step * n) for n in range(10_000))
    here = at(place, times)
    review = here.start([LIST])
    for item in review.items[:5]:
        here.answer(review.id, item.id, State.FAIL, reason="x")
    here.undo(review.id)
    here.redo(review.id)
    review = here.finish(review.id)
    path = here.export(review.id)
    read = parse(path.read_text("utf-8")).review  # type: ignore[union-attr]
    assert (read.started, read.finished) == (review.started, review.finished)
    assert [i.answer for i in read.items] == [i.answer for i in review.items]
    assert [r.id for r in here.reviews()] == [review.id]
    here.store.close()
    tell("time", 1)


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/St_Johns"},
        {"TZ": "nonsense"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
    ids=lambda env: "-".join(env.values()),
)
def test_the_commands_say_the_same_everywhere(place: Place, env: dict[str, str]) -> None:
    same_everywhere(place, env)


def test_the_commands_say_the_same_in_turkish(place: Place, turkish: str) -> None:
    env = {"LC_ALL": "tr_TR.UTF-8", "LOCPATH": turkish}
    script = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.getlocale()[0])"
    told = subprocess.run(
        [sys.executable, "-c", script], env={**place.env, **env}, capture_output=True, check=True
    )
    assert told.stdout.strip() == b"tr_TR"
    same_everywhere(place, env)


@pytest.mark.skipif(FAKETIME is None, reason="needs libfaketime")
def test_the_clock_of_the_machine_jumps(place: Place) -> None:
    place.begin()
    moments = [m for m in MOMENTS if m.year != 9999]
    for number, moment in enumerate((*moments, *reversed(moments))):
        clock = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"@{moment:%Y-%m-%d %H:%M:%S}"}
        clock["TZ"] = "UTC"
        for args in (
            ("answer", f"item-{number:02}", "fail", "--reason", "x"),
            ("export", "--force"),
            ("list",),
            ("show",),
        ):
            done = place.run("review", *args, **clock)
            assert done.returncode == 0, f"{moment} {args}: {done.stderr}"
        record = max((place.shop / "docs" / "reviews").glob("*.md"))
        read = parse(record.read_text("utf-8")).review
        answer = next(i.answer for i in read.items if i.title == f"Item {number:02}")
        assert answer.at is not None
        assert abs(answer.at - moment) < timedelta(minutes=5)
        gone = place.run("search", "validation", **clock)
        assert gone.returncode == 0, gone.stderr
    tell("time", 2 * len(moments))


def same_everywhere(place: Place, env: dict[str, str]) -> None:
    place.begin()
    reason = "Größe ✗ İı"
    done = place.run("review", "answer", "item-00", "fail", "--reason", reason)
    assert done.returncode == 0, done.stderr
    for args in (("show", "--json"), ("show",), ("list",), ("export", "--output", "-")):
        done = place.run("review", *args, **env)
        assert done.returncode == 0, f"{args}: {done.stderr}"
        if args == ("show", "--json"):
            assert done.stdout == place.run("review", *args).stdout
    found = place.run("search", "INPUT validation", "--json", **env)
    assert found.returncode == 0
    assert found.stdout.isascii()
    tell("time", 1)
