"""The grade of a region's figure follows its written rule, and what it keeps out follows it."""

from dataclasses import replace

import pytest

from dashboard.quality.grades import GRADE_RULES, grades
from dashboard.quality.ranking_gate import gate, gated
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.view.view import View
from tests.builders import a_dataset, without

LAST = View("overcrowding", "2024-12")
RATES = [4 + 0.01 * i for i in range(36)]


def a_calm_dataset() -> Dataset:
    return a_dataset(first="2022-01", last="2024-12", over=RATES, out=[one / 2 for one in RATES])


def wrong_in(*months: str, measure: str = "over_days", per_day: float = 80) -> Dataset:
    """Values of Uppsala that cannot be right, in these months."""
    dataset = a_calm_dataset()
    cube = dataset.cube.copy()
    for month in months:
        where = (CODES.index("03"), dataset.months.index(month), 0)
        cube[(MEASURES.index(measure), *where, 0)] = per_day * 30
    return replace(dataset, quality={}, cube=cube)


def grade(dataset: Dataset, view: View = LAST, region: str = "03") -> str | None:
    return grades(dataset, view)[region].grade


def test_what_no_rule_objects_to_has_a() -> None:
    assert {one.grade for one in grades(a_calm_dataset(), LAST).values()} == {"A"}
    assert gate(a_calm_dataset(), LAST) == {}


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (("2024-12",), "D"),
        (("2024-02", "2024-04", "2024-06"), "D"),
        (("2024-04", "2024-06"), "C"),
        (("2024-01",), "C"),
        (("2023-12",), "B"),
        (("2023-01",), "B"),
        (("2022-12",), "A"),
    ],
)
def test_errors_lower_the_grade_by_when_and_how_many(months: tuple[str, ...], expected) -> None:
    assert grade(wrong_in(*months)) == expected
    assert grade(wrong_in(*months), region="04") == "A"


def test_a_missing_month_counts_as_an_error_of_its_own_month() -> None:
    assert grade(without(a_calm_dataset(), ["03"], months=["2024-06"])) == "C"
    assert grade(without(a_calm_dataset(), ["03"], months=["2024-12"])) == "D"


def test_a_warning_gives_b() -> None:
    stepped = [100.0] * 33 + [75.0] + [100.0] * 2
    dataset = a_dataset(first="2022-01", last="2024-12", over=RATES, beds=stepped, patients=70)
    assert grade(dataset) == "B"
    same = a_dataset(first="2022-01", last="2024-12", over=[*RATES[:30], *[5.0] * 6])
    assert grade(same) == "B"


def test_a_known_remark_on_the_year_gives_b_at_best(dataset) -> None:
    """Of 2025 the source itself says that no conclusions can be drawn."""
    graded = grades(dataset, View("overcrowding", "2025", data="published"))
    assert {one.grade for one in graded.values()} == {"B"}
    assert "Dra inga slutsatser om 2025, känd anmärkning" in [
        one.sv for one in graded["14"].reasons
    ]
    assert grades(dataset, View("overcrowding", "2024", data="published"))["14"].grade == "A"


def test_a_grade_is_that_of_the_measure() -> None:
    dataset = wrong_in("2024-12")
    assert grade(dataset, replace(LAST, indicator="outplacement")) == "A"
    assert grade(dataset, replace(LAST, indicator="available_beds")) == "A"


def test_a_year_is_graded_by_all_its_months() -> None:
    assert grade(wrong_in("2024-04"), replace(LAST, period="2024")) == "D"
    assert grade(wrong_in("2023-04"), replace(LAST, period="2024")) == "B"


def test_the_reason_names_the_rule_and_the_month() -> None:
    why = gated(wrong_in("2024-12"), "03", "overcrowding")
    assert why is not None
    assert why.sv == (
        "Betyg D: Orimlig överbeläggning (december 2024); "
        "Akut och planerad blir inte allt (december 2024)."
    )
    assert why.en.startswith("Grade D: Impossible overcrowding (December 2024)")
    assert gated(wrong_in("2024-12"), "04", "overcrowding") is None
    assert gated(wrong_in("2024-04"), "03", "overcrowding", "2023-12") is None


def test_an_open_question_gives_c_in_years_and_in_the_months_that_rest_on_them(dataset) -> None:
    view = View("psychiatric_overcrowding", "2025", care="psychiatric", data="published")
    for one in (
        view,
        replace(view, indicator="overcrowding"),
        replace(view, period="2025-12", data="estimated"),
    ):
        assert set(gate(dataset, one)) == {"12", "13", "18", "21", "24"}
        assert {grades(dataset, one)[code].grade for code in gate(dataset, one)} == {"C"}
    assert set(gate(dataset, replace(view, period="2019"))) == set(CODES)
    assert gate(dataset, replace(view, period="2022")).keys() == {"09", "10"}


def test_a_value_that_cannot_be_right_gives_d_though_it_is_not_shown(dataset) -> None:
    view = View("wait_first_contact_waiting", "2025", care="all", data="published")
    assert set(gate(dataset, view)) == {"14"}
    assert grades(dataset, view)["14"].grade == "D"
    assert grades(dataset, view)["13"].grade is None


def test_the_front_page_opens_without_any_gate(dataset) -> None:
    assert gate(dataset, View("overcrowding", dataset.last_month)) == {}
    assert gated(dataset, "14", "overcrowding") is None
    with pytest.raises(KeyError):
        gated(dataset, "14", "nothing")


def test_the_rule_is_written_out_in_both_languages() -> None:
    assert list(GRADE_RULES) == ["A", "B", "C", "D"]
    assert all(words for text in GRADE_RULES.values() for words in text)


def test_a_question_to_one_care_area_lowers_both_together_to_b(dataset) -> None:
    view = View("overcrowding", "2025-12", care="all")
    assert gate(dataset, view) == {}
    own = grades(dataset, view)["13"]
    assert own.grade == "B"
    assert "Hopp 2025, öppen fråga" in [one.sv for one in own.reasons]
