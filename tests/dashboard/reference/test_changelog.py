"""The change log of the site is dated, in order, and up to the version that runs."""

from datetime import date
from importlib.metadata import version

from dashboard.reference.changelog import CHANGES
from tests.each import each


def test_the_newest_change_is_of_this_version():
    assert CHANGES[0].version == version("vardplatslaget")


def test_changes_are_dated_and_newest_first():
    days = [date.fromisoformat(change.date) for change in CHANGES]
    assert days == sorted(days, reverse=True)


def test_every_change_is_told_in_both_languages():
    assert all(words.strip() for change in CHANGES for words in each(change.text))
