"""The releases in a folder, newest first, with what is torn left out and named."""

import json

import pytest

from dashboard.releases.catalogue import note_of, releases, unreadable
from dashboard.releases.dataset import MANIFEST, ReleaseError

NEVER_STATED = {"created": "2026-01-01T00:00:00+00:00", "code_version": "0.1.0"}


@pytest.fixture
def release(tmp_path):
    """Writes a release of one file and gives its folder."""

    def written(name: str, day: str = "2026-01-01", **stated):
        folder = tmp_path / "releases" / name
        folder.mkdir(parents=True)
        (folder / "cube.npz").write_bytes(b"1234")
        manifest = {
            "created": f"{day}T12:00:00+00:00",
            "code_version": "0.1.0",
            "files": {"cube.npz": {"bytes": 4}},
            **stated,
        }
        (folder / MANIFEST).write_text(json.dumps(manifest))
        return folder

    return written


def names(home) -> list[str]:
    return [note.name for note in releases(home)]


def test_the_newest_stands_first(release, tmp_path):
    for name, day in (("b", "2026-01-02"), ("c", "2026-03-01"), ("a", "2026-02-01")):
        release(name, day)
    assert names(tmp_path) == ["c", "a", "b"]
    assert unreadable(tmp_path) == ()


def test_moments_are_compared_and_not_their_spelling(release, tmp_path):
    release("later", created="2026-01-01T12:30:00+00:00")
    release("earlier", created="2026-01-01T13:00:00+01:00")
    assert names(tmp_path) == ["later", "earlier"]


def test_a_release_says_what_it_holds_and_how_far_its_model_misses(dataset, home):
    (note,) = releases(home)
    found = dataset.manifest["residuals"]
    assert note.name == dataset.release
    assert note.counts == dataset.manifest["counts"]
    assert note.sources == dataset.manifest["sources"]
    assert note.misses.keys() == {"over", "out", "psychiatric_over"}
    largest = max(map(abs, found["over"]["national_years"].values()))
    assert note.misses["over"].national_year == largest
    assert note.misses["over"].region_year == found["over"]["region_year"]


def test_a_release_without_a_model_has_no_misses():
    assert note_of("imported", NEVER_STATED).misses == {}


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"created": "2026-01-01T00:00:00", "code_version": "1", "files": {}}',
        '{"created": "in January", "code_version": "1", "files": {}}',
        '{"created": "2026-01-01T00:00:00+00:00", "code_version": "1"}',
        '{"created": "2026-01-01T00:00:00+00:00", "code_version": "1", "files": {"cube.npz": 4}}',
        '{"created": "2026-01-01T00:00:00+00:00", "code_version": "1", "files": {}, "counts": 3}',
    ],
)
def test_a_torn_manifest_is_left_out_and_named(release, tmp_path, manifest):
    release("whole")
    (release("torn") / MANIFEST).write_text(manifest)
    assert names(tmp_path) == ["whole"]
    assert unreadable(tmp_path) == ("torn",)


def test_a_file_that_is_missing_or_cut_short_makes_a_release_torn(release, tmp_path):
    (release("missing") / "cube.npz").unlink()
    (release("short") / "cube.npz").write_bytes(b"12")
    assert names(tmp_path) == []
    assert unreadable(tmp_path) == ("missing", "short")


def test_a_folder_being_written_is_neither_a_release_nor_torn(release, tmp_path):
    release(".new-1")
    assert names(tmp_path) == []
    assert unreadable(tmp_path) == ()


def test_without_a_folder_there_are_no_releases(tmp_path):
    assert releases(tmp_path / "nowhere") == ()
    assert unreadable(tmp_path / "nowhere") == ()


def test_a_manifest_that_says_nothing_is_an_error():
    with pytest.raises(ReleaseError, match="abc"):
        note_of("abc", {})
