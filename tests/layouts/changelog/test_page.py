"""Ändringslogg lists the releases that are there, marks the one shown, and hides no gap."""

import shutil
from dataclasses import replace

import pytest

from dashboard.language.text import LANGS
from dashboard.reference.changelog import CHANGES
from dashboard.view.addresses import EARLIER_CHANGES
from layouts.changelog import earlier
from layouts.changelog import page as changelog

every_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture
def copied(home, tmp_path, monkeypatch):
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path))
    return tmp_path / "releases"


def marked(tree, page) -> list[str]:
    rows = [row for row in tree.of_type(page, "Tr") if tree.of_type(row, "Strong")]
    return [tree.words(tree.of_type(row, "Code")) for row in rows]


@every_language
def test_the_release_being_shown_is_marked(tree, copied, dataset, lang):
    shutil.copytree(copied / dataset.release, copied / "another")
    page = changelog.layout(dataset, lang, {})
    assert marked(tree, page) == [dataset.release]
    assert len(tree.of_type(page, "Code")) == 2


def test_the_release_being_shown_is_listed_even_where_its_folder_is_gone(tree, copied, dataset):
    shutil.rmtree(copied / dataset.release)
    page = changelog.layout(replace(dataset), "sv", {})
    assert marked(tree, page) == [dataset.release]


@every_language
def test_a_torn_folder_is_named(tree, copied, dataset, lang):
    (copied / "torn").mkdir()
    assert "torn" in tree.words(changelog.layout(dataset, lang, {}))


def test_without_torn_folders_there_is_no_notice(copied, dataset):
    assert "notice" not in str(changelog.layout(dataset, "sv", {}))


@every_language
def test_every_change_is_told_under_its_version(tree, copied, dataset, lang):
    newest = changelog.layout(dataset, lang, {})
    said = tree.words(newest) + tree.words(earlier.layout(dataset, lang, {}))
    assert EARLIER_CHANGES.in_(lang) in tree.hrefs(newest)
    for change in CHANGES:
        assert change.text.in_(lang) in said
        assert f"Version {change.version}, " in said
