"""A query is read by the view's own grammar, and everything wrong with it is named at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.api.parameters import parameters_of
from dashboard.api.problems import Refused
from dashboard.api.request import Request, read_request
from dashboard.api.resources import BY_KEY, RESOURCES
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from tests.builders import a_dataset

VALUES = BY_KEY["values"]
STORE = a_dataset()


def asked(query: str, dataset: Dataset = STORE, name: str = "values") -> Request:
    pairs = [tuple(one.split("=", 1)) for one in query.split("&") if one]
    return read_request(BY_KEY[name], pairs, dataset)  # type: ignore[arg-type]


def faults(query: str, name: str = "values") -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        asked(query, name=name)
    assert refusal.value.status == 400
    assert all(one.todo.sv and one.todo.en for one in refusal.value.faults)
    return [(one.name, one.what.en) for one in refusal.value.faults]


def test_an_empty_query_is_the_default_view_of_all_regions() -> None:
    found = asked("")
    assert found.query.regions == ALL_CODES
    assert found.query.periods == (STORE.last_month,)
    assert (found.format, found.page, found.size) == ("json", 1, 100)


def test_regions_are_one_several_or_all() -> None:
    assert asked("region=14").query.regions == ("14",)
    assert asked("region=14,01,14").query.regions == ("14", "01")
    assert asked("region=all").query.regions == ALL_CODES
    assert asked("region=14").query.view.region == "14"


def test_a_span_leads_up_to_the_period_and_covers_all_years() -> None:
    found = asked("span=24&period=2025-06").query.periods
    assert (len(found), found[0], found[-1]) == (24, "2023-07", "2025-06")
    assert asked("span=24&period=2025&data=published").query.periods == ("2023", "2024", "2025")
    assert asked("span=24&period=2031-01").query.periods == ("2031-01",)


def test_peers_bring_those_a_region_is_compared_with_and_sweden(dataset: Dataset) -> None:
    found = asked("region=14&peers=01,03", dataset).query.regions
    assert found == ("14", "01", "03", "00")
    assert faults("peers=similar") == [("peers", "peers needs one single region.")]


def test_the_link_of_a_view_is_a_question() -> None:
    view = View("overcrowding", "2025-10", region="14", span=24)
    assert asked(view.link()).query.view == view


def test_every_fault_is_named_with_its_place() -> None:
    assert [name for name, _ in faults("regoin=14&care=x&page=0&size=1001&period=2025-13")] == [
        "regoin", "care", "page", "size", "period",
    ]  # fmt: skip
    with pytest.raises(Refused) as refusal:
        asked("regoin=14")
    assert refusal.value.faults[0].todo.en.startswith("Was region meant?")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("region=", "region is empty."),
        ("region=14,", "region is empty."),
        ("region=14&region=01", "region is given more than once."),
        ("region=14,02", "region=02 does not exist."),
        ("indicator=overcrowdng", "indicator=overcrowdng does not exist."),
        ("format=xml", "format=xml does not exist."),
        ("page=²", "page=² does not exist."),
        ("page=1e3", "page=1e3 does not exist."),
        (f"peers={'1' * 400}", "peers is longer than 300 characters."),
    ],
)
def test_a_bad_value_is_refused_in_words(query: str, words: str) -> None:
    assert words in [what for _, what in faults(query)]


def test_what_follows_no_view_knows_no_view() -> None:
    assert [name for name, _ in faults("region=14", name="events")] == ["region"]
    assert asked("page=1&format=csv", name="events").format == "csv"


@given(
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(["region", "period", "care", "size", "peers"]), st.text()),
            st.one_of(st.sampled_from([*CODES, "all", "2025", "10"]), st.text()),
        ),
        max_size=4,
    )
)
def test_any_query_is_answered_or_refused(pairs: list[tuple[str, str]]) -> None:
    for resource in RESOURCES:
        try:
            found = read_request(resource, pairs, STORE)
        except Refused:
            continue
        assert {key for key, _ in pairs} <= {one.name for one in parameters_of(resource)}
        assert found.query.periods
