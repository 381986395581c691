"""The commands that publish, withdraw, list and compare, on a folder and on a database."""

import csv
import io
import json
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.releases.dataset import current_release, read_dataset
from dashboard.releases.filesystem_repository import FilesystemRepository
from tests.releases_made import number, published
from tests.servers import Postgres


@pytest.fixture(params=["folder", "database"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An empty place that the settings name."""
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    if request.param == "folder":
        return FilesystemRepository(tmp_path)
    from dashboard.releases.database.postgres_repository import PostgresRepository as Database

    server: Postgres = request.getfixturevalue("postgres")
    url = server.fresh()
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", url)
    return Database(url)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert "Traceback" not in out.err
    return out.err


def test_publishing_builds_and_shows_a_release(
    place: Any, capsys: pytest.CaptureFixture[str], dataset: Any
) -> None:
    [found] = said(capsys, "publish", "--by", "Anna", "--reason", "November")
    assert found == {"release": dataset.release, "before": "", "by": "Anna"}
    assert read_dataset(place).release == dataset.release
    [listed] = said(capsys, "releases")
    assert (listed["release"], listed["by"], listed["state"]) == (dataset.release, "Anna", "shown")
    [record] = said(capsys, "releases", "--record")
    assert (record["action"], record["by"], record["reason"]) == ("publish", "Anna", "November")


def test_rolling_back_and_withdrawing(place: Any, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, three = (published(place, n) for n in (1, 2, 3))
    [found] = said(capsys, "publish", "--release", two[:6], "--by", "Bo")
    assert (found["release"], found["before"]) == (two, three)
    [found] = said(capsys, "withdraw", two, "--reason", "wrong month", "--by", "Bo")
    assert (found["withdrawn"], found["shown"], number(place)) == (two, three, 3)
    states = {row["release"]: (row["state"], row["reason"]) for row in said(capsys, "releases")}
    assert states == {one: ("", ""), two: ("withdrawn", "wrong month"), three: ("shown", "")}
    assert "wrong month" in refused(capsys, "publish", "--release", two)
    assert said(capsys, "publish", "--release", two, "--reinstate")[0]["release"] == two
    assert [row["action"] for row in said(capsys, "releases", "--record")][-2:] == [
        "reinstate", "publish",
    ]  # fmt: skip


def test_a_difference_is_listed_with_both_values(
    place: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = published(place, 1), published(place, 2)
    rows = said(capsys, "diff", one, two)
    assert len(rows) == 5 * 21 * 12 * 2 * 3
    assert {(row["before"], row["after"]) for row in rows} == {(1, 2)}
    assert main(["diff", one, two, "--format", "csv"]) == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [line["figure"] for line in lines] == [row["figure"] for row in rows]
    assert main(["diff", one, two]) == 0
    shown = capsys.readouterr().out
    assert "7560 figures differ" in shown
    assert "7460 more" in shown
    assert said(capsys, "diff", one, one) == []
    assert main(["diff", one, one, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("figure,region,period")


def test_what_cannot_be_done_is_refused_with_a_reason(
    place: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no releases" in refused(capsys, "releases")
    one = published(place, 1)
    assert f"There is: {one}" in refused(capsys, "publish", "--release", "0123456789abcdef")
    assert "--release is empty" in refused(capsys, "publish", "--release", "")
    assert "no release ''" in refused(capsys, "diff", "", one)
    assert "no release '..'" in refused(capsys, "withdraw", "..", "--reason", "x")
    assert "--reason is empty" in refused(capsys, "withdraw", one, "--reason", " ")
    assert "only one" in refused(capsys, "withdraw", one, "--reason", "x")
    assert current_release(place) == one


def test_values_can_be_asked_for_as_they_were(
    place: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = published(place, 1), published(place, 2)
    asked = ("values", "--indicator", "available_beds", "--period", "2025-10", "--region", "14")
    [now], [then] = said(capsys, *asked), said(capsys, *asked, "--release", one[:8])
    assert (now["numerator"], then["numerator"], then["release"]) == (2, 1, one)
    assert "no release" in refused(capsys, *asked, "--release", "ffffff")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:///x.db", "must begin with postgresql://"),
        ("postgresql://tester:hidden@127.0.0.1:1/nothing", "cannot be used now"),
    ],
)
def test_a_database_that_cannot_be_used_is_named_without_its_password(
    url: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VARDPLATS_DATABASE_URL", url)
    for command in (["releases"], ["publish"], ["build"]):
        found = refused(capsys, *command)
        assert words in found
        assert "hidden" not in found
    assert "hidden" not in capsys.readouterr().out


@contextmanager
def a_full_disk(folder: Path) -> Iterator[str]:
    """No room for one more release in `folder`; gives what the system then says.

    Root mounts a file system of a megabyte; for others no file may grow beyond a size.
    """
    mounted = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mounted, capture_output=True, check=False).returncode == 0:
        try:
            yield "No space left on device"
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    else:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
        try:
            yield "File too large"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_the_old_release_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_full_disk(tmp_path) as words:
        old = published(tmp_path, 1)
        before = FilesystemRepository(tmp_path).audit()
        monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
        told = refused(capsys, "publish")
        assert words in told
        assert "Nothing has changed" in told
        assert (current_release(tmp_path), number(tmp_path)) == (old, 1)
        assert FilesystemRepository(tmp_path).audit() == before
        assert {path.name for path in (tmp_path / "releases").iterdir()} == {
            old, "audit.jsonl", "current",
        }  # fmt: skip
