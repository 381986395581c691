"""An address leads back to its view, and what cannot be read is named."""

from dataclasses import fields, replace
from typing import get_args
from urllib.parse import parse_qsl

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.indicators.registry import (
    BY_KEY,
    INDICATORS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
    WAIT_OPERATION_WAITING,
    Care,
    Data,
    Stream,
)
from dashboard.language.text import LANGS
from dashboard.reference.events import Events
from dashboard.reference.periods import FIRST_YEAR, LAST_YEAR, months_between
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.view.assumptions import EXAMPLES as ASSUMED
from dashboard.view.payment_rule import EXAMPLES as RULE_EXAMPLES
from dashboard.view.peer_choice import EXAMPLES
from dashboard.view.query_values import SPANS
from dashboard.view.view import (
    View,
    apply_change,
    default_data,
    default_view,
    latest_period,
    parse,
    query_of,
)
from tests.builders import a_dataset
from tests.each import each

STORE = a_dataset()
CONTROLS = ("indicator", "period", "region", "care", "stream", "span", "data")

months = st.sampled_from(months_between(f"{FIRST_YEAR}-01", f"{LAST_YEAR}-12"))
years = st.integers(FIRST_YEAR, LAST_YEAR).map(str)
peers = st.sampled_from(EXAMPLES) | st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(
    ",".join
)
views = st.builds(
    View,
    indicator=st.sampled_from(list(BY_KEY)),
    period=months | years,
    region=st.sampled_from(ALL_CODES),
    care=st.sampled_from(get_args(Care)),
    stream=st.sampled_from(get_args(Stream)),
    span=st.sampled_from(SPANS),
    peers=peers,
    data=st.sampled_from(get_args(Data)),
    rule=st.sampled_from(RULE_EXAMPLES),
    against=st.sampled_from(RULE_EXAMPLES),
    events=st.sampled_from(get_args(Events)),
    assumptions=st.sampled_from(ASSUMED),
)


def touch(view: View, **changed: str) -> View:
    """The view after a reader moved one control, sent with all the others."""
    asked = {name: str(getattr(view, name)) for name in CONTROLS}
    return apply_change(view, {**asked, **changed}, STORE)


@given(views)
@example(default_view(STORE))
@settings(deadline=None)
def test_a_query_leads_back_to_its_view(view: View) -> None:
    found = parse(query_of(view.query(STORE)), STORE)
    assert found.view == view
    assert (found.warnings, found.errors) == ((), ())


@given(views)
@settings(deadline=None)
def test_a_query_says_nothing_that_is_understood(view: View) -> None:
    query = view.query(STORE)
    for left_out in query_of(query):
        shorter = {key: value for key, value in query_of(query).items() if key != left_out}
        assert parse(shorter, STORE).view != view
    assert len(query) < 1000


@pytest.mark.parametrize("one", INDICATORS, ids=lambda one: one.key)
def test_the_default_view_of_an_indicator_needs_no_more_than_its_key(one: object) -> None:
    view = default_view(STORE, indicator=one.key)  # type: ignore[attr-defined]
    expected = "" if one is OVERCROWDING else f"indicator={view.indicator}"
    assert view.query(STORE) == expected
    assert view.care in view.of.cares(view.data)


def test_the_default_is_the_latest_month_of_overcrowding_in_somatic_care() -> None:
    view = parse({}, STORE).view
    assert view == View("overcrowding", "2025-12", care="somatic", data="estimated")
    assert latest_period(STORE, "published") == "2025"
    assert default_data(WAIT_OPERATION_WAITING) == "published"


def test_an_unknown_key_is_noticed_and_named() -> None:
    found = parse({"regoin": "14", "care": "psychiatric"}, STORE)
    assert found.view.care == "psychiatric"
    assert found.errors == ()
    assert [notice.sv for notice in found.warnings] == [
        "Okänt fält regoin i adressen har inte använts; menades region?"
    ]
    assert [notice.en for notice in found.warnings] == [
        "Unknown key regoin in the address was not used; was region meant?"
    ]


BAD = {
    "indicator": "overcrowdin",
    "period": "2025-13",
    "region": "02",
    "care": "somatik",
    "stream": "akut",
    "span": "36",
    "peers": "14,02",
    "data": "modeled",
    "rule": "threshold=x",
    "against": "2023",
    "events": "all",
    "assumptions": "size=0",
    "targets": "v0",
    "scenario": "beds=x",
    "beside": "bed=2",
    "sort": "99",
    "release": "fedcba",
}


@pytest.mark.parametrize("key", [field.name for field in fields(View)])
def test_a_bad_value_is_named_and_the_default_used_instead(key: str) -> None:
    found = parse({key: BAD[key], "region": "14"} | {key: BAD[key]}, STORE)
    assert len(found.errors) == 1
    for lang in LANGS:
        assert f"{key}={BAD[key]} " in found.errors[0].in_(lang)
        assert found.problems[0].in_(lang).startswith(found.errors[0].in_(lang))
    assert getattr(found.view, key) == getattr(default_view(STORE), key)
    assert found.view.region == ("00" if key == "region" else "14")


def test_every_bad_value_is_named() -> None:
    assert len(parse(BAD, STORE).errors) == len(BAD)


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=300), max_size=9))
@settings(deadline=None)
def test_any_query_at_all_gives_a_view(query: dict[str, str]) -> None:
    assert isinstance(parse(query, STORE).view, View)


@given(st.sampled_from(list(BAD)), st.text(min_size=1, max_size=2000))
@settings(deadline=None)
def test_a_long_value_is_cut_off_in_the_message(key: str, value: str) -> None:
    for refusal in each(parse({key: value}, STORE).errors):
        assert len(refusal.sv) < 600


@pytest.mark.parametrize(
    "period", ["1989", "2101-01", "2025-00", "2025-1", "25-01", " 2025", "٢٠٢٥"]
)
def test_a_period_is_a_month_or_a_year_and_nothing_else(period: str) -> None:
    assert len(parse({"period": period}, STORE).errors) == 1


def test_of_a_repeated_key_the_last_one_counts_and_an_empty_value_is_none() -> None:
    assert query_of("?region=01&region=14&care=") == {"region": "14", "care": ""}
    assert parse(query_of("region=01&region=14&care="), STORE).view.region == "14"
    assert parse({"care": ""}, STORE).view.care == "somatic"


def test_the_separator_of_regions_stays_readable_in_an_address() -> None:
    for peers in ("14,12", "similar:k=5,population=2"):
        view = replace(default_view(STORE), peers=peers)
        assert view.query(STORE) == f"peers={peers}"
        assert parse_qsl(view.query(STORE)) == [("peers", peers)]


# --- what follows along --------------------------------------------------------------------


def test_a_touch_that_changes_one_thing_leaves_the_rest() -> None:
    view = replace(default_view(STORE), period="2024-03", region="14", span=24)
    assert touch(view, region="01") == replace(view, region="01")
    assert touch(view, stream="acute") == replace(view, stream="acute")
    assert touch(view, period="2023-01") == replace(view, period="2023-01")
    assert touch(view, indicator=OCCUPANCY.key) == replace(view, indicator=OCCUPANCY.key)


def test_what_has_no_control_stays() -> None:
    view = replace(default_view(STORE), peers="14,12")
    assert touch(view, region="01").peers == "14,12"


def test_another_indicator_takes_the_data_and_the_year_in_which_it_exists() -> None:
    view = replace(default_view(STORE), period="2024-03")
    waits = touch(view, indicator=WAIT_OPERATION_WAITING.key)
    assert (waits.data, waits.period, waits.care) == ("published", "2024", "all")


def test_another_indicator_takes_the_care_area_in_which_it_exists() -> None:
    view = default_view(STORE)
    psychiatric = touch(view, indicator=PSYCHIATRIC_OVERCROWDING.key)
    assert psychiatric.care == "psychiatric"
    assert touch(psychiatric, indicator=OUTPLACEMENT.key).care == "somatic"
    assert touch(psychiatric, indicator=OVERCROWDING.key).care == "psychiatric"


@given(views, st.sampled_from(list(BY_KEY)))
@settings(deadline=None)
def test_after_a_choice_of_indicator_there_is_always_something_to_show(
    view: View, key: str
) -> None:
    found = touch(view, indicator=key)
    if key != view.indicator:
        assert found.care in found.of.cares(found.data)


def test_a_care_area_without_values_stays_chosen_so_that_the_reason_is_seen() -> None:
    view = replace(default_view(STORE), indicator=OCCUPANCY.key)
    assert touch(view, care="psychiatric").care == "psychiatric"


def test_other_data_take_the_same_year_or_its_last_month() -> None:
    view = replace(default_view(STORE), period="2024-03")
    years = touch(view, data="published")
    assert (years.data, years.period) == ("published", "2024")
    months = touch(years, data="estimated")
    assert (months.data, months.period) == ("estimated", "2024-12")


def test_a_year_of_modelled_values_stays_a_year_when_published_values_are_chosen() -> None:
    view = replace(default_view(STORE), period="2024")
    assert touch(view, data="published").period == "2024"


@pytest.mark.parametrize(("key", "value"), list(BAD.items()))
def test_a_control_with_a_value_it_cannot_have_is_an_error(key: str, value: str) -> None:
    with pytest.raises(ValueError, match=key):
        touch(default_view(STORE), **{key: value})
