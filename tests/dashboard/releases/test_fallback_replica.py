"""The mirror answers as its source does, and goes on with a copy when that is away."""

import shutil
from pathlib import Path

import pytest

from dashboard.ingest.publish import withdraw
from dashboard.releases.dataset import read_dataset
from dashboard.releases.fallback_replica import FallbackReplica, is_intact
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import CUBE, Away, Head
from tests.releases_made import number, published


class Leaving(FilesystemRepository):
    """A folder that can be away, as a database can."""

    gone = False
    asked = 0

    def head(self) -> Head:
        self._be_there()
        return super().head()

    def names(self) -> tuple[str, ...]:
        self._be_there()
        return super().names()

    def content(self, release: str, name: str) -> bytes:
        self._be_there()
        return super().content(release, name)

    def _be_there(self) -> None:
        self.asked += 1
        if self.gone:
            raise Away("it does not answer")


@pytest.fixture
def source(tmp_path: Path) -> Leaving:
    return Leaving(tmp_path / "source")


@pytest.fixture
def kept(tmp_path: Path) -> FilesystemRepository:
    return FilesystemRepository(tmp_path / "kept")


def test_while_the_source_is_away_the_release_seen_last_is_shown(
    source: Leaving, kept: FilesystemRepository
) -> None:
    one = published(source, 1)
    two = published(source, 2)
    withdraw(source, one, reason="wrong")
    mirror = FallbackReplica(source, kept)
    assert (mirror.head().current, number(mirror), mirror.away) == (two, 2, "")
    source.gone = True
    later = FallbackReplica(source, kept)
    for each in (mirror, later):
        assert each.head() == Head(two, {one: "wrong"})
        assert number(each, two) == 2
        assert each.away == "it does not answer"
        assert each.names() == (two,)
        with pytest.raises(Away):
            read_dataset(each, one)
    source.gone = False
    three = published(source, 3)
    for each in (mirror, later):
        assert (each.head().current, number(each), each.away) == (three, 3, "")
        assert number(each, one) == 1


def test_a_source_that_is_away_is_asked_by_the_look_alone(
    source: Leaving, kept: FilesystemRepository
) -> None:
    published(source, 1)
    mirror = FallbackReplica(source, kept)
    mirror.head()
    source.gone = True
    mirror.head()
    before = source.asked
    mirror.names()
    with pytest.raises(Away):
        mirror.content("0123456789abcdef", CUBE)
    assert source.asked == before


def test_without_a_copy_it_is_as_away_as_its_source(
    source: Leaving, kept: FilesystemRepository
) -> None:
    source.gone = True
    with pytest.raises(Away, match="does not answer"):
        FallbackReplica(source, kept).head()


def test_a_copy_that_was_damaged_is_not_believed(
    source: Leaving, kept: FilesystemRepository
) -> None:
    one = published(source, 1)
    FallbackReplica(source, kept).head()
    path = kept.home / "releases" / one / CUBE
    path.write_bytes(path.read_bytes()[:-1])
    assert not is_intact(kept, one)
    mirror = FallbackReplica(source, kept)
    assert number(mirror, one) == 1, "it is read from the source"
    mirror.head()
    assert is_intact(kept, one), "and copied anew"


def test_a_folder_that_cannot_be_written_leaves_everything_else_as_it_is(
    source: Leaving, tmp_path: Path
) -> None:
    one = published(source, 1)
    (tmp_path / "file").write_text("no folder")
    mirror = FallbackReplica(source, FilesystemRepository(tmp_path / "file"))
    assert (mirror.head().current, number(mirror)) == (one, 1)
    shutil.rmtree(source.home)
