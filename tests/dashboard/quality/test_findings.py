"""The detector finds in the published figures what is known to be there, and asks about it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import binom

from dashboard.indicators.registry import BY_KEY
from dashboard.paths import ROOT
from dashboard.quality.context import known
from dashboard.quality.decomposition import splits
from dashboard.quality.finding import BY_KIND, SORTS, Kind
from dashboard.quality.findings import concerning, findings
from dashboard.quality.jumps import out_and_back
from dashboard.quality.published_years import all_series
from dashboard.quality.ranking_gate import gated
from dashboard.quality.repeats import tail
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.view.view import View
from tests.builders import a_dataset
from tests.each import each

RATE = ("overcrowding_per_100", "somatic")
DETECTORS = (
    "decomposition", "finding", "findings", "impossible", "jumps", "published_years", "repeats",
    "simultaneous_breaks",
)  # fmt: skip
PSYCHIATRIC = ("overcrowding_per_100", "psychiatric")


def of(dataset: Dataset, kind: Kind) -> list:
    return [one for one in findings(dataset) if one.kind == kind]


# --- the published figures ------------------------------------------------------------------


def test_psychiatric_overcrowding_of_2018_and_2019_is_found_as_a_copy(dataset) -> None:
    (copy,) = of(dataset, "duplicate_year")
    assert (copy.indicator, copy.periods) == ("psychiatric_overcrowding", ("2018", "2019"))
    assert copy.regions == ALL_CODES
    assert "22 av 22" in copy.question.sv


def test_the_jumps_of_2025_are_found(dataset) -> None:
    found = {
        one.regions[0]: one.figures
        for one in of(dataset, "jump")
        if (one.indicator, one.periods) == ("psychiatric_overcrowding", ("2025",))
    }
    assert found == {
        "12": (("2024", 5.3), ("2025", 1.6)),
        "13": (("2024", 1.5), ("2025", 7.4)),
        "18": (("2024", 0.5), ("2025", 5.0)),
        "21": (("2024", 0.9), ("2025", 10.5)),
        "24": (("2024", 7.9), ("2025", 15.8)),
    }


def test_the_share_of_146_per_cent_is_found_and_the_one_beside_it(dataset) -> None:
    (wrong,) = of(dataset, "impossible")
    assert (wrong.indicator, wrong.regions) == ("wait_first_contact_waiting", ("14",))
    assert wrong.figures == (("2025", 146.1),)
    assert "146,1" in wrong.question.sv
    (exact,) = of(dataset, "at_limit")
    assert (exact.indicator, exact.regions) == ("wait_first_contact_completed", ("14",))


def test_the_break_of_the_discharge_ready_is_found_in_both_series(dataset) -> None:
    breaks = {one.indicator for one in of(dataset, "common_change") if one.periods == ("2018",)}
    assert breaks == {"discharge_ready_share", "discharge_ready_bed_days_65plus"}
    # One question for all takes the place of one for each region.
    own = [
        one for one in of(dataset, "jump") if one.indicator in breaks and one.periods == ("2018",)
    ]
    assert own == []


def test_nothing_that_is_found_is_listed_by_hand() -> None:
    """The detector names no region, no year and no note."""
    for name in DETECTORS:
        text = (ROOT / "dashboard" / "quality" / f"{name}.py").read_text(encoding="utf-8")
        named = [f'"{code}"' for code in CODES] + [str(year) for year in range(2013, 2027)]
        assert [one for one in named if one in text] == [], name


def test_a_finding_is_a_question_with_its_figures_in_both_languages(dataset) -> None:
    for one in each(findings(dataset)):
        assert one.indicator in BY_KEY
        for words in one.question:
            assert words.endswith("?")
            assert "{" not in words
        assert one.figures or one.kind == "digits"


def test_a_region_is_asked_about_itself_and_about_what_concerns_all(dataset) -> None:
    own = concerning(dataset, "13")
    assert {one.kind for one in own} == {"jump", "duplicate_year", "common_change", "out_and_back"}
    assert len(concerning(dataset, "00")) == len(findings(dataset)) > len(own)


# --- each sort on the smallest store that has it ----------------------------------------------


def years(**rows: Sequence[float | None]) -> Dataset:
    """Ten calm years of a rate in every region, and other values where they are given."""
    usual = {code: [4 + 0.1 * ((i + n) % 3) for i in range(10)] for n, code in enumerate(CODES)}
    own = {name.removeprefix("r"): values for name, values in rows.items()}
    return a_dataset(first="2016-01", last="2025-12", published={RATE: {**usual, **own}})


def test_calm_years_raise_no_question() -> None:
    assert findings(years()) == ()


def test_a_doubling_is_asked_about_and_less_is_not() -> None:
    calm = [4.0, 4.1, 4.2, 4.0, 4.1, 4.2, 4.0, 4.1, 4.2]
    (jump,) = of(years(r20=[*calm, 8.4]), "jump")
    assert (jump.regions, jump.periods) == (("20",), ("2025",))
    assert of(years(r20=[*calm, 8.3]), "jump") == []
    (fall,) = of(years(r20=[*calm, 2.1]), "jump")
    assert fall.figures[-1] == ("2025", 2.1)


def test_a_year_out_and_back_is_asked_about_and_both_its_changes(dataset) -> None:
    (halland,) = [one for one in of(dataset, "out_and_back") if one.indicator == "outplacement"]
    assert (halland.regions, halland.periods) == (("13",), ("2023", "2024"))
    assert halland.figures == (("2022", 2.0), ("2023", 0.2), ("2024", 1.5))
    # The grant of 2024 compares its months with those of 2023.
    assert gated(dataset, "13", "outplacement", "2024-05") is not None
    assert gated(dataset, "12", "outplacement", "2024-05") is None


def test_a_year_out_and_back_needs_both_changes_beyond_rounding() -> None:
    def found(*last: float) -> list:
        dataset = years(r20=[4.0, 4.1, 4.2, 4.0, 4.1, 4.2, 4.0, *last])
        return [one.periods for own in all_series(dataset) for one in out_and_back(own)]

    assert found(4.1, 1.9, 4.0) == [("2024", "2025")]
    assert found(4.1, 2.0, 4.0) == []
    assert found(4.1, 1.9, 2.9) == []
    assert found(4.1, 8.4, 4.1) == [("2024", "2025")]
    # One change that stays is a jump, and asked about as that.
    assert found(4.1, 4.0, 1.9) == []
    assert [one.kind for one in findings(years(r20=[*[4.0, 4.1] * 4, 1.9, 4.0]))] == ["jump"] * 2


def test_beds_published_with_one_decimal_are_no_question_when_rounding_explains_them(
    dataset,
) -> None:
    """Beds of the estimates follow beds per 1 000, of which a step may be rounding alone."""
    assert of(dataset, "denominator") == []
    assert of(stepped(80, 4, 90), "denominator") != []


def test_a_value_below_zero_is_impossible_and_no_jump() -> None:
    dataset = years(r20=[4.0, 4.1, 4.2, 4.0, 4.1, 4.2, 4.0, 4.1, 4.2, -4.0])
    assert [one.kind for one in findings(dataset)] == ["impossible"]


def test_the_same_value_four_years_in_a_row_is_asked_about() -> None:
    wave = [4.0, 4.1, 4.2, 4.1, 4.0]
    (same,) = of(years(r20=[*wave, 4.3, 4.3, 4.3, 4.3, 4.1]), "repeated")
    assert same.periods == ("2021", "2022", "2023", "2024")
    assert of(years(r20=[*wave, 4.3, 4.3, 4.3, 4.1, 4.0]), "repeated") == []


def test_a_common_change_that_comes_back_is_no_break() -> None:
    def moved(*levels: float) -> Dataset:
        values = {code: [level + 0.01 * n for level in levels] for n, code in enumerate(CODES)}
        return a_dataset(first="2016-01", last="2025-12", published={RATE: values})

    stays = moved(6, 6.1, 6, 6.1, 3, 3.1, 3, 3.1, 3, 3.1)
    assert [one.periods for one in of(stays, "common_change")] == [("2020",)]
    returns = moved(6, 6.1, 6, 6.1, 3, 6.1, 6, 6.1, 6, 6.1)
    assert of(returns, "common_change") == []


def test_a_copied_year_has_nine_in_ten_the_same() -> None:
    base = {code: [4 + 0.3 * ((i * 7 + n) % 5) for i in range(10)] for n, code in enumerate(CODES)}
    for values in base.values():
        values[5] = values[4]
    dataset = a_dataset(first="2016-01", last="2025-12", published={PSYCHIATRIC: base})
    (copy,) = of(dataset, "duplicate_year")
    assert copy.periods == ("2020", "2021")
    for code in CODES[:3]:
        base[code][5] += 0.1
    dataset = a_dataset(first="2016-01", last="2025-12", published={PSYCHIATRIC: base})
    assert of(dataset, "duplicate_year") == []


def test_round_digits_are_asked_about_beyond_what_chance_gives() -> None:
    assert tail(0, 40) == pytest.approx(1)
    assert tail(40, 40, 0.5) == pytest.approx(0.5**40)
    assert tail(20, 40) == pytest.approx(binom.sf(19, 40, 0.2))
    series = ("overcrowding_per_100", "outplacement_per_100")
    waves = {
        code: [1.0 + ((i * 3 + n) % 10) * 1.1 for i in range(20)] for n, code in enumerate(CODES)
    }
    even = {**waves, "20": [float(1 + (i * 3) % 10) for i in range(20)]}
    published = {(one, "somatic"): even for one in series}
    dataset = a_dataset(first="2006-01", last="2025-12", published=published)
    assert [one.regions for one in of(dataset, "digits")] == [("20",)]


# --- the ratio taken apart --------------------------------------------------------------------


def stepped(beds: float, over: float, patients: float) -> Dataset:
    """Two years, the second of Uppsala with other daily averages."""

    def two(usual: float, then: float) -> dict[str, list[float]]:
        calm = dict.fromkeys(CODES, [usual] * 24)
        return {**calm, "03": [usual] * 12 + [then] * 12}

    return a_dataset(first="2024-01", beds=two(100, beds), over=two(4, over),
                   patients=two(90, patients))  # fmt: skip


def test_a_ratio_that_moves_with_the_beds_is_a_question_about_the_beds() -> None:
    over, out = of(stepped(80, 4, 90), "denominator")
    assert over.regions == out.regions == ("03",)
    assert "Patienterna ändrades 0 procent, platserna −20 procent" in out.question.sv
    assert of(stepped(100, 5, 90), "denominator") == []


def test_a_split_multiplies_up_to_the_change() -> None:
    dataset = stepped(80, 5, 90)
    one = splits(dataset, View("overcrowding", "2025"))[ALL_CODES.index("03")]
    assert (one.before, one.now) == (pytest.approx(4), pytest.approx(6.25))
    assert one.ratio == pytest.approx(56.25)
    assert 1 + one.ratio / 100 == pytest.approx((1 + one.above / 100) / (1 + one.below / 100))
    assert splits(dataset, View("overcrowding", "2025", data="published")) == ()
    assert splits(dataset, View("overcrowding", "2024")) == ()


def test_beds_that_step_without_patients_are_found_month_by_month() -> None:
    found = of(stepped(80, 4, 90), "beds_alone")
    assert len(found) == 12
    assert {one.regions for one in found} == {("03",)}
    assert of(stepped(80, 4, 72), "beds_alone") == []


def test_missing_measures_raise_no_question() -> None:
    dataset = a_dataset()
    cube = np.where(np.arange(len(MEASURES))[:, None, None, None, None] == 1, np.nan, dataset.cube)
    assert findings(replace(dataset, quality={}, cube=cube)) == ()


def test_every_sort_has_words_and_its_place() -> None:
    assert set(BY_KIND) == {sort.kind for sort in SORTS}
    for sort in SORTS:
        assert all((*sort.name, *sort.looks_for))


# --- what stands beside a question --------------------------------------------------------------


def test_what_is_known_already_stands_beside_the_question(dataset) -> None:
    beside = {
        one.regions[0]: [words.sv for words in known(dataset, one)]
        for one in of(dataset, "jump")
        if (one.indicator, one.periods) == ("psychiatric_overcrowding", ("2025",))
    }
    assert "Cosmic i Örebro (september 2024)" in beside["18"]
    assert "Stort hopp 2025" in beside["18"]
    assert not any("Cosmic" in words for words in beside["13"])
    (act, _) = [one for one in of(dataset, "common_change") if one.periods == ("2018",)]
    assert "Lag om utskrivning (januari 2018)" in [words.sv for words in known(dataset, act)]
    (copy,) = of(dataset, "duplicate_year")
    assert "Same values in 2018 and 2019" in [words.en for words in known(dataset, copy)]
