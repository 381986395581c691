"""Own rates are read exactly, and every fault is named by row and column in both languages."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.funding.rates import RatesError, modelled_rates, parse_rates
from dashboard.funding.rules import REQUIREMENTS
from dashboard.reference.regions import CODES, REGIONS
from dashboard.releases.dataset import Dataset
from tests.builders import a_dataset, without

HEAD = "region,month,over_2023,over_2024,out_2023,out_2024"


def a_file(rows: dict[str, str] | None = None, *, months: tuple[int, ...] = (2,)) -> str:
    """All regions with quiet rates, but for the rows given by code."""
    quiet = "4.0,4.0,2.0,2.0"
    lines = [f"{code},{month},{(rows or {}).get(code, quiet)}" for month in months
             for code in CODES]  # fmt: skip
    return "\n".join([HEAD, *lines, ""])


def test_rates_are_read_exactly_and_an_empty_cell_is_missing() -> None:
    found = parse_rates(a_file({"14": "3.3,3.2835,,0"}))
    assert found.at("14", 2, "over").now == Fraction(32835, 10000)
    assert found.at("14", 2, "out").before is None
    assert found.at("14", 2, "out").now == 0
    assert found.at("14", 3, "out").now is None
    assert found.months == (2,)
    assert found.status == "own"
    assert found.label.en == "Own values from a file"


def test_names_do_as_well_as_codes() -> None:
    text = a_file()
    for region in REGIONS:
        text = text.replace(f"\n{region.code},", f"\n{region.name.sv},")
    assert parse_rates(text) == parse_rates(a_file())


def test_a_file_from_a_swedish_spreadsheet_is_read_too() -> None:
    swedish = "\ufeff" + a_file().replace(",", ";").replace(".", ",").replace("\n", "\r\n")
    assert parse_rates(swedish) == parse_rates(a_file())
    pointed = a_file().replace(",", ";")
    assert parse_rates(pointed) == parse_rates(a_file())


def test_columns_may_stand_in_any_order_and_others_are_left_alone() -> None:
    lines = [line.split(",") for line in a_file().split()]
    turned = "\n".join(",".join(["x", *reversed(line)]) for line in lines)
    assert parse_rates(turned) == parse_rates(a_file())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Row 1, column region: the column is missing"),
        (a_file().replace("out_2024", "out_24"), "Row 1, column out_2024: the column is missing"),
        (HEAD + "\n", "The file has no rows below its head."),
        (a_file({"03": "4,4,2"}), "Row 3, column region: the row must have 6 cells, not 5"),
        (a_file().replace("\n03,", "\n02,"), "Row 3, column region: '02' is none of the 21"),
        (a_file().replace("\n03,", "\n00,"), "'00' is none of the 21 regions"),
        (a_file().replace("\n03,", "\n01,"), "Row 3, column region: Stockholm, month 2, stands"),
        (a_file(months=(11,)), "Row 2, column month: '11' is no month of the period 2–10"),
        (a_file(months=(1,)), "'1' is no month of the period"),
        (a_file().replace("\n03,2", "\n03,2.5"), "'2.5' is no month of the period"),
        (a_file({"03": "-0.1,4,2,2"}), "Row 3, column over_2023: -0.1 cannot be a number per 100"),
        (a_file({"03": "4,nan,2,2"}), "Row 3, column over_2024: nan is not a finite number"),
        (a_file({"03": "4,4,inf,2"}), "Row 3, column out_2023: inf is not a finite number"),
        (a_file({"03": "4,4,2,1001"}), "Row 3, column out_2024: 1001 cannot be"),
        (a_file({"03": "4,4,2,1e99"}), "1e99 cannot be"),
        (a_file({"03": "4,4,2,1e999999999"}), "is not a finite number"),
        (a_file({"03": "4,4,2,1_0"}), "“1_0” is not a number"),
        (a_file().replace("\n25,2,4.0,4.0,2.0,2.0", ""), "Month 2 lacks Norrbotten. All 21"),
        ("\n".join(a_file().split()[:5]), "Month 2 lacks Jönköping, Kronoberg, Kalmar, "
         "Gotland, Blekinge and 12 more."),
        (HEAD + '\n"01,2\n', "Row 2: quotation marks do not match"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_what_to_do(text: str, words: str) -> None:
    with pytest.raises(RatesError) as refused:
        parse_rates(text)
    assert words in refused.value.text.en
    assert str(refused.value) == refused.value.text.en
    assert refused.value.text.sv != refused.value.text.en


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=60),
        st.text(max_size=40).map(lambda tail: f"{HEAD}\n{tail}"),
        st.lists(st.text(max_size=8), min_size=6, max_size=6).map(
            lambda cells: f"{HEAD}\n{','.join(cells)}"
        ),
    )
)
def test_no_file_gives_anything_but_rates_or_a_refusal(text: str) -> None:
    with pytest.raises(RatesError) as refused:
        parse_rates(text)
    assert refused.value.text.sv.endswith(".")


def test_a_month_that_the_file_lacks_counts_as_not_reported() -> None:
    found = parse_rates(a_file(months=(2, 4)))
    assert found.months == (2, 4)
    assert found.at("01", 3, "over").now is None


def test_modelled_rates_are_the_ratio_of_the_sums_of_the_release(dataset: Dataset) -> None:
    found = modelled_rates(dataset)
    assert len(found.pairs) == 21 * 9 * len(REQUIREMENTS)
    assert found.label.sv == "Skattade månadsvärden"
    place = CODES.index("14"), dataset.months.index("2024-07"), 0, 0
    wanted = 100 * dataset.cube[(2, *place)] / dataset.cube[(0, *place)]
    now = found.at("14", 7, "over").now
    assert now is not None
    assert float(now) == pytest.approx(float(wanted), rel=1e-12)


def test_what_the_release_lacks_is_missing() -> None:
    lacking = without(a_dataset(last="2024-12"), ["14"], months=["2024-05"])
    found = modelled_rates(lacking)
    assert found.at("14", 5, "over").now is None
    assert found.at("14", 5, "over").before is not None
    assert modelled_rates(a_dataset(first="2025-01")).at("14", 5, "out").now is None
    assert not np.isnan(float(found.at("01", 5, "out").now or 0))
