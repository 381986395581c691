"""Everybody asks every kind of request: nothing of what they may not see is in any answer."""

import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.leaks import run
from dashboard.releases.dataset import read_dataset
from tests.each import each
from tests.leak_requests import PEOPLE, Asked, Maker
from tests.leak_sites import (
    AGREED,
    EVERYTHING,
    HANDED_IN,
    RELEASED,
    SHOWN,
    answered,
    leaked,
    same,
    sight_of,
    sites,
)
from tests.tiers_made import BO, CAI, headers, person_of


@pytest.fixture(scope="module")
def whole(home: Path, tmp_path_factory: pytest.TempPathFactory) -> object:
    """The site in which everything is handed in, agreed and planned."""
    made = sites(home / "releases", tmp_path_factory.mktemp("sites"))
    return made[EVERYTHING]


def test_made_up_requests_leak_nothing_and_differ_in_nothing(home: Path, tmp_path: Path) -> None:
    found = run(home / "releases", tmp_path, count=240, compare=2, seed=7)
    assert (found["leaks"], found["differing"]) == ([], [])
    assert found["compared"] == 120
    statuses = found["statuses"]
    assert isinstance(statuses, dict)
    assert 500 not in statuses
    assert statuses[200] > 100


def test_requests_are_of_everybody_and_of_every_kind(whole: object, home: Path) -> None:
    maker = Maker(whole, read_dataset(home), Random(1))  # type: ignore[arg-type]
    made = list(maker.requests(3000))
    assert {one.person for one in made} == set(PEOPLE)
    assert {one.method for one in made} == {"GET", "HEAD", "POST"}
    paths = {one.path.partition("?")[0] for one in made}
    for path in each(("/", "/en/my-region", "/api/v1/values", "/sitemap.xml", "/inloggad",
                      "/inloggad/slapp", "/inloggad/beredskap",
                      "/inloggad/beredskap/slapp", "/api/v2/savedqueries")):  # fmt: skip
        assert path in paths


@pytest.mark.parametrize(("person", "seen"), [
    ("", ()), (person_of("14"), ("14",)), (person_of("09"), ()), (BO, HANDED_IN),
    (CAI, (RELEASED,)),
])  # fmt: skip
def test_a_figure_that_is_shown_is_found_and_told_of_whoever_may_not_see_it(
    whole: object, person: str, seen: tuple[str, ...]
) -> None:
    assert sight_of(person).drafts == seen
    for code in each(HANDED_IN):
        one = Asked(person, "GET", f"/api/v1/values?{SHOWN.format(code)}", headers(person))
        status, data, sent = answered(whole, one)  # type: ignore[arg-type]
        assert leaked(one, status, data, sent) == []
        # The same answer to somebody else would be a leak wherever there is a figure in it.
        other = Asked("", "GET", one.path, {})
        told = leaked(other, status, data, sent)
        assert bool(told) == (code in seen), (code, told)


def test_an_agreement_is_told_to_its_region_and_to_nobody_else(whole: object) -> None:
    path = "/dialog?region=14"
    for person in each(PEOPLE):
        one = Asked(person, "GET", path, headers(person))
        status, data, sent = answered(whole, one)  # type: ignore[arg-type]
        assert status == 200
        assert leaked(one, status, data, sent) == []
        assert (AGREED.format("14").encode() in data) == (person in (person_of("14"), BO))


@pytest.mark.parametrize("path", [
    "/scenario?region={}", "/en/scenario?region={}", "/files/scn-ladder.csv?region={}",
    "/files/scn-ladder.xlsx?region={}", "/api/v1/figures/scn-ladder?region={}",
])  # fmt: skip
def test_preparedness_is_told_to_its_region_and_the_authority_and_once_released_the_ministry(
    whole: object, path: str
) -> None:
    for code in each(HANDED_IN):
        words = {}
        for person in each(PEOPLE):
            one = Asked(person, "GET", path.format(code), headers(person))
            status, data, sent = answered(whole, one)  # type: ignore[arg-type]
            assert status == 200
            assert leaked(one, status, data, sent) == []
            words[person] = data
            if not path.startswith("/files/scn-ladder.xlsx"):
                # The same answer to somebody else would be a leak wherever it is told.
                other = leaked(Asked("", "GET", one.path, {}), status, data, sent)
                told = f"the preparedness of {code}" in " ".join(other)
                assert told is (code in sight_of(person).prepared), (code, person)
        told_to = {person for person, data in words.items() if data != words[""]}
        seeing = {person for person in PEOPLE if code in sight_of(person).prepared}
        assert seeing <= told_to


def test_what_is_written_at_another_moment_is_the_same_and_another_number_is_not() -> None:
    first, later = b"at 2026-01-02 10:11 31", b"at 2026-01-02 10:12 31"
    assert same((200, first), (200, later), json.loads)
    assert not same((200, first), (200, b"at 2026-01-02 10:11 32"), json.loads)
    assert not same((200, first), (404, first), json.loads)
    assert same((200, b'{"a": 1, "b": 2}'), (200, b'{"b": 2, "a": 1}'), json.loads)
