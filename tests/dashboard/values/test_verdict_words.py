"""Every verdict of every region, indicator, period and kind of data is held to its numbers."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from dashboard.gaps import target_status
from dashboard.indicators.registry import INDICATORS, OCCUPANCY
from dashboard.language.text import LANGS
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation import cards, control_chart_words
from dashboard.statistics.signal_words import OFF_LEVEL, SIGNAL_WORDS
from dashboard.statistics.verdict_words import VERDICTS, Evidence
from dashboard.values import trends, values
from dashboard.values.may_be_said import undecided
from dashboard.view.view import Data, View
from tests.each import each

KINDS: tuple[Data, ...] = ("estimated", "published", "reported", "example")


def views(shown: Dataset, data: Data) -> Iterator[View]:
    """Every region, indicator, month and year of a kind of data."""
    periods = shown.year_labels if data == "published" else (*shown.months, *shown.year_labels)
    for indicator in INDICATORS:
        cares = indicator.cares(data)
        for code in ALL_CODES if cares else ():
            for period in periods:
                yield View(indicator.key, period, region=code, care=cares[0], data=data)


@pytest.mark.parametrize("data", KINDS)
def test_no_verdict_goes_against_the_numbers_beside_it(dataset: Dataset, data: Data) -> None:
    met, count = set(), 0
    if data == "reported":
        # The months of the example, as though every region had reported them.
        assert dataset.example is not None
        everything = np.ones(dataset.cube.shape, dtype=bool)
        dataset = replace(dataset, cube=dataset.example, imported=everything)
    shown = dataset.showing(data)
    for view in each(views(shown, data)):
        found = trends.trend(shown, view)
        met.add(found.signal)
        count += 1
        beside = trends.evidence(shown, found, view)
        assert VERDICTS[found.signal].holds(beside), (view, found, beside)
        if found.since:
            side = "over_level" if found.above else "under_level"
            assert VERDICTS[side].holds(beside), (view, found, beside)
            start = OFF_LEVEL[found.above].sv.split(" {}")[0]
            assert trends.signal_words(found).sv.startswith(start)
        else:
            assert trends.signal_words(found) is SIGNAL_WORDS[found.signal]
        if data in ("published", "estimated"):
            assert found.signal == "cannot_be_decided"
            assert data == "published" or undecided(shown, view)
        if found.change is not None and found.panel is None:
            assert beside.change == beside_the_year(shown, view)
    kinds = sum(bool(one.cares(data)) for one in INDICATORS)
    length = len(shown.year_labels) + (0 if data == "published" else len(shown.months))
    assert count == kinds * len(ALL_CODES) * length > 2000
    if data in ("reported", "example"):
        assert met >= {"improvement", "deterioration", "changed", "no_certain_change"}


def beside_the_year(shown: Dataset, view: View) -> float:
    """The change that a reader counts from the two numbers shown, straight from the series."""
    row, periods = ALL_CODES.index(view.region), values.periods_of(shown, view)
    line, places = values.series(shown, view)[row], view.of.decimals
    now, then = (
        round(float(line[periods.index(period)]), places)
        for period in (view.period, same_period_last_year(view.period))
    )
    return round(now - then, places)


def test_a_word_of_better_or_worse_needs_both_the_level_and_the_year() -> None:
    off = Evidence(now=7.4, level=9.0, change=-1.6, better=-1, signal=True)
    assert VERDICTS["improvement"].holds(off)
    # 9.0 became 7.4, and yet above the level: neither word.
    above = replace(off, level=6.0)
    assert not VERDICTS["deterioration"].holds(above)
    assert not VERDICTS["improvement"].holds(above)
    # A signal to the better with +0.1 on the year.
    assert not VERDICTS["improvement"].holds(replace(off, change=0.1))
    assert VERDICTS["changed"].holds(replace(off, change=0.1))


def test_words_on_the_target_are_counted_over_the_months_of_the_chart(dataset: Dataset) -> None:
    kinds = set()
    shown = dataset.showing("example")
    for code in each(ALL_CODES):
        for period in shown.months[11:]:
            view = View(OCCUPANCY.key, period, region=code, data="example")
            target = target_status.standing(shown, view, code, "all").target
            found = control_chart_words.on_target(shown, view, target)
            assert found is not None
            past = [v for v in trends.history(shown, view, code, 24) if v is not None]
            met = sum(round(v, 1) <= round(target, 1) for v in past)
            assert (found.met, found.months) == (met, len(past))
            beside = Evidence(met=met, months=len(past))
            held = [
                key
                for key in (
                    "target_met_consistently",
                    "target_missed_consistently",
                    "target_met_at_times",
                )
                if VERDICTS[key].holds(beside)
            ]
            assert [found.words] == [VERDICTS[key].words.format(met, len(past)) for key in held]
            kinds.add(found.kind)
    assert len(kinds) >= 2


@pytest.mark.parametrize("data", ["estimated", "example"])
def test_the_card_of_occupancy_meets_its_target_as_it_is_shown(
    dataset: Dataset, data: Data
) -> None:
    shown = dataset.showing(data)
    for period in each(shown.months[-24::5]):
        view = View(OCCUPANCY.key, period, data=data)
        own = target_status.standing(shown, view, SWEDEN, "all")
        met = round(own.distance or 0, 1) <= 0
        word = VERDICTS["target_met" if met else "target_missed"]
        assert word.holds(Evidence(now=round(own.distance or 0, 1), target=0))
        for lang in LANGS:
            card = cards.cards(shown, view, lang)[3]
            assert card.verdict.lower() == word.words.in_(lang)
