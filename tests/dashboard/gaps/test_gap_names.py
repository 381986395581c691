"""One gap, one name: no name says two numbers of a view, and no number has two names."""

import re
from collections.abc import Iterator

import pytest

from dashboard.gaps.demand import demands
from dashboard.gaps.implied_gap import country_gap, implied_gap, implied_gaps
from dashboard.gaps.regional_distance import estimates
from dashboard.gaps.target_status import official_shares, shares_by_region, standing
from dashboard.indicators.gap_names import GAPS, NEVER_ADDED
from dashboard.language.formatting import number
from dashboard.language.text import LANGS, Lang
from dashboard.paths import ROOT
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.situation import cards, national_sentences, region_sentences
from dashboard.targets.shortfall import net_and_gross
from dashboard.unit_targets import words
from dashboard.values import values
from dashboard.view.view import Data, View
from tests.each import each

KINDS: tuple[Data, ...] = ("estimated", "example")
# What a gap was called before it had a name, in either language.
UNNAMED = re.compile(
    r"saknade platser|platser (som )?saknas|missing beds|beds (are )?missing|till riktvärdets nivå"
    r"|to the guideline level|platser till riktvärdet\b",
    re.I,
)
# What has been published is quoted in its words; a doctor's note on the table of wards is not ours.
QUOTED = re.compile(r"[Pp]ubli|ma[jy] 2023|Socialstyrelsen|[ 0-9][ ,](360|300|660)|baseline", re.I)


def named(dataset: Dataset, view: View) -> dict[str, float]:
    """Every gap of a view by the key of its name."""
    found: dict[str, float] = {}
    away = values.numbers(
        dataset, View("distance_to_guideline", view.period, region=view.region, data=view.data)
    )[ALL_CODES.index(view.region)]
    own = demands(dataset, view.period).get(view.region)
    if away is not None:
        found["distance"] = away
    if own is not None:
        gap = implied_gap(own, official_shares(dataset, view))
        found["occupancy_gap"] = gap.net
        found["occupancy_gap_locked"] = gap.locked
    month = standing(dataset, view, view.region, "all").beds_missing
    if month is not None:
        found["period_gap"] = month
    if view.region == SWEDEN and own is not None:
        whole = country_gap(
            implied_gaps(demands(dataset, view.period), shares_by_region(dataset, view))
        )
        found |= {
            "occupancy_gap": whole.net,
            "occupancy_gap_gross": whole.gross,
            "occupancy_gap_locked": whole.locked,
        }
        each_way = [one.distance for one in estimates(dataset, view).values()]
        found["distance_gross"] = net_and_gross(each_way)[1]
    return found


def views(dataset: Dataset, data: Data) -> Iterator[tuple[Dataset, View]]:
    shown = dataset.showing(data)
    months = [month for month in shown.months if month >= "2024-05"]
    for place, code in enumerate(ALL_CODES):
        for step in range(0, len(months), 4):
            yield shown, View("overcrowding", months[(step + place) % len(months)], region=code,
                              data=data)  # fmt: skip


def told(said: str, key: str, lang: Lang) -> list[str]:
    """The numbers that follow the name of a gap in a sentence, before the next name."""
    name = GAPS[key].said.in_(lang)
    pattern = (
        rf"(?i)(?<!periodens ){re.escape(name)}(?! of the period)(?: of)?(?: 17.660)? (?:är|is)"
        r"(?: då| then)?(?: i medeltal över tolv månader| on average over twelve months)?"
        r"(?: skattat| an estimated)? ([+−]?\d[\d\u00a0,]*)"
    )
    return [one.rstrip(",") for one in re.findall(pattern, said)]


@pytest.mark.parametrize("data", KINDS)
def test_each_name_has_the_number_of_its_gap_wherever_it_is_said(
    dataset: Dataset, data: Data
) -> None:
    said = 0
    for shown, view in each(views(dataset, data)):
        own = named(shown, view)
        for lang in LANGS:
            country = view.region == SWEDEN
            lead = national_sentences if country else region_sentences
            texts = [
                " ".join(lead.sentences(shown, view, lang)),
                " ".join(words.sentences(shown, view, lang)),
            ]
            for key in ("distance", "occupancy_gap", "period_gap"):
                for text in texts:
                    for shown_number in told(text, key, lang):
                        said += 1
                        plain = shown_number.lstrip("+−")
                        assert plain == number(abs(own[key]), 0, lang), (view, key, text)
    assert said > 300


def test_no_name_stands_for_two_gaps_and_no_gap_has_two(dataset: Dataset) -> None:
    for lang in LANGS:
        for names in ([one.name for one in GAPS.values()], [one.said for one in GAPS.values()]):
            assert len({name.in_(lang).lower() for name in names}) == len(GAPS)
    for shown, view in each(views(dataset, "estimated")):
        own = named(shown, view)
        # A single month is no mean over twelve, and net is not gross: they do not share a number.
        if {"occupancy_gap", "period_gap"} <= own.keys():
            assert own["occupancy_gap"] != own["period_gap"], view
    country = named(dataset.showing("estimated"), View("overcrowding", dataset.last_month))
    assert country["distance_gross"] > country["distance"]
    assert country["occupancy_gap_gross"] > country["occupancy_gap"]


def test_the_card_and_the_regions_share_the_distance_of_the_lead(dataset: Dataset) -> None:
    shown = dataset.showing("estimated")
    view = View("overcrowding", shown.last_month)
    distance = number(named(shown, view)["distance"], 0, "sv")
    assert cards.cards(shown, view, "sv")[-1].number == distance
    assert distance in " ".join(national_sentences.sentences(shown, view, "sv"))
    assert distance in " ".join(words.sentences(shown, view, "sv"))
    shares = [named(shown, View("overcrowding", shown.last_month, region=one)) for one in CODES]
    assert abs(sum(one["distance"] for one in shares) - named(shown, view)["distance"]) < 1


def test_a_gap_is_called_by_its_name_alone() -> None:
    """Text of pages, sentences, files and API calls no gap by other words than its name."""
    found = []
    files = [*ROOT.glob("dashboard/**/*.py"), *ROOT.glob("layouts/**/*.py")]
    # What was published stands there as it was written.
    files = [one for one in files if one.name not in ("guidelines.py", "back_test_texts.py")]
    for file in each(files):
        for line in file.read_text("utf-8").splitlines():
            code = line.split("#")[0]
            if '"""' in code or '"' not in code or QUOTED.search(code):
                continue
            if UNNAMED.search(code):
                found.append(f"{file.relative_to(ROOT)}: {code.strip()}")
    assert found == []


def test_one_line_says_that_the_two_are_never_added() -> None:
    for lang in LANGS:
        line = NEVER_ADDED.in_(lang).lower()
        assert GAPS["distance"].said.in_(lang) in line
        assert GAPS["occupancy_gap"].said.in_(lang).removeprefix("the ") in line
