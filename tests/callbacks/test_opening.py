"""What pages hold as they open, kept beside a release, is what they would be computed as."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from callbacks.opening import _place, computed, keep, kept, write_first
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.view.view import default_view
from dashboard.web import version
from layouts.document.pages import PAGES
from layouts.page.opening_file import Kept, packed
from layouts.page.opening_values import opening
from tests.each import each

INTERACTIVE = [page for page in PAGES if page.interactive]
# The page of a region asks for one before it shows anything.
SHOWING = [page for page in INTERACTIVE if not page.interactive.recalls_region]


@pytest.fixture(scope="module")
def values(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    path = tmp_path_factory.mktemp("kept") / "values"
    path.write_bytes(packed(computed(dataset)))
    return Kept(path)


@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
def test_a_page_opens_as_if_nothing_were_kept(
    page: Any, values: Mapping[str, Any], dataset: Dataset
) -> None:
    for lang in LANGS:
        found = page.layout(replace(dataset, opening=values), lang, {})
        assert found == page.layout(replace(dataset, opening={}), lang, {})


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.key)
def test_a_page_that_opens_computes_nothing(
    page: Any, values: Mapping[str, Any], dataset: Dataset
) -> None:
    there = replace(dataset, opening=values)
    for lang in LANGS:
        view = page.interactive.opened({}, there).view
        assert opening(there, page.key, view, lang, lambda: pytest.fail("computed"))


def test_what_not_everybody_sees_is_never_taken_from_it(
    values: Mapping[str, Any], dataset: Dataset
) -> None:
    there, view = replace(dataset, opening=values), default_view(dataset)
    changed = [
        replace(there, tier="region-14"),
        replace(there, withdrawn="wrong"),
        replace(there, kind="example"),
        replace(there, release="another"),
    ]
    for one in each(changed):
        assert opening(one, "overview", view, "sv", lambda: {"new": 1}) == {"new": 1}


def test_the_file_is_made_once_and_the_others_go(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "home")
    settings, old = Settings(home=tmp_path / "home"), tmp_path / "home" / "opening" / "old"
    old.parent.mkdir(exist_ok=True)
    old.write_text("of another release")
    keep(settings)
    [made] = old.parent.iterdir()
    before = made.stat().st_mtime_ns
    keep(settings)
    assert [one.stat().st_mtime_ns for one in old.parent.iterdir()] == [before]


def test_without_a_whole_file_of_this_code_there_is_nothing(
    values: Mapping[str, Any], dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path)
    assert kept(settings, dataset) == {}
    place = tmp_path / "opening"
    place.mkdir()
    monkeypatch.setattr("callbacks.opening._place", lambda *_: place / "values")
    whole = packed(values)
    for torn in each([b"", b"\x00" * 8, whole[:100], whole[:-1], b"\xff" * 60]):
        (place / "values").write_bytes(torn)
        assert kept(settings, dataset) == {}
    (place / "values").write_bytes(whole)
    assert dict(kept(settings, dataset)) == dict(values)


def test_other_code_and_other_releases_have_another_file(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path)
    before = _place(settings, dataset.release)
    (tmp_path / "releases" / "one").mkdir(parents=True)
    assert (beside := _place(settings, dataset.release)) != before
    monkeypatch.setattr(version, "_FILES", ())
    assert _place(settings, dataset.release) != beside


def test_only_pages_that_are_kept_are_written_ahead(
    values: Mapping[str, Any], dataset: Dataset, caplog: pytest.LogCaptureFixture
) -> None:
    written: list[str] = []

    def write(path: str, query: str) -> None:
        written.append(path)
        if path == "/en/":
            raise LookupError

    write_first(write, replace(dataset, opening={}))
    assert written == []
    write_first(write, replace(dataset, opening=values))
    assert set(written) == {page.path.in_(lang) for page in INTERACTIVE for lang in LANGS}
    assert [one.getMessage() for one in caplog.records] == ["/en/ cannot be written ahead"]
