"""A file for people opens in Excel as it should, and one for machines reads back exactly."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.csv import csv_bytes
from dashboard.exports.headings import HEADINGS
from dashboard.indicators.registry import BY_KEY, DISTANCE_TO_GUIDELINE
from dashboard.ingest.embedded import reference
from dashboard.language.text import LANGS, Lang
from dashboard.values.rows import Row

TABLES = reference()
ADDRESS = "https://example.org/?period=2025-12"


def row(**changes: str | float | None) -> Row:
    quiet: Row = {
        "indicator": "overcrowding", "region": "14", "period": "2025-12", "care": "somatic",
        "stream": "all", "value": -1234.5, "numerator": None, "denominator": None,
        "unit": "per 100 available beds", "status": "estimated", "coverage": None,
        "source": "modelled-months", "release": "0123456789abcdef",
    }  # fmt: skip
    return quiet | changes


def read(content: bytes, delimiter: str, encoding: str = "utf-8") -> list[dict[str, str]]:
    text = io.StringIO(content.decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def test_swedish_excel_has_mark_semicolons_and_decimal_commas() -> None:
    content = csv_bytes([row()], "excel", "sv", ADDRESS, reference=TABLES)
    assert content.startswith(b"\xef\xbb\xbf")
    [line] = read(content, ";", "utf-8-sig")
    assert (line["Mått"], line["Region"]) == ("Överbeläggningar", "Västra Götaland")
    assert (line["Regionkod"], line["Värde"], line["Täljare"]) == ("14", "-1234,5", "")
    assert (line["Status"], line["Enhet"]) == ("skattat", "per 100 disponibla vårdplatser")
    assert (line["Utgåva"], line["Adress"]) == ("0123456789abcdef", ADDRESS)
    assert line["Källa"] == "Vårdplatsläget"


def test_english_excel_has_mark_commas_and_points() -> None:
    content = csv_bytes([row(region="00")], "excel", "en", ADDRESS, reference=TABLES)
    assert content.startswith(b"\xef\xbb\xbf")
    [line] = read(content, ",", "utf-8-sig")
    assert (line["Region"], line["Value"], line["Status"]) == ("Sweden", "-1234.5", "estimated")


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_machine_reads_back_exactly_and_is_plain(value: float) -> None:
    content = csv_bytes([row(value=value)], "machine", "sv", ADDRESS, reference=TABLES)
    assert content == csv_bytes([row(value=value)], "machine", "en", ADDRESS, reference=TABLES)
    [line] = read(content, ",")
    assert float(line["value"]) == value
    assert {**line, "value": value} == {
        **{key: cell or "" for key, cell in row().items()},
        "value": value, "stamp": "T11a", "address": ADDRESS,
    }  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_is_escaped_and_a_number_is_not(start: str) -> None:
    content = csv_bytes([row(release=f"{start}A1")], "excel", "sv", ADDRESS, reference=TABLES)
    [line] = read(content, ";", "utf-8-sig")
    assert line["Utgåva"] == f"'{start}A1"
    assert line["Värde"] == "-1234,5"


def test_the_warning_on_2025_stands_by_every_value_it_is_about() -> None:
    """Vårdanalys draws no conclusions about 2025; months are fitted to that year."""
    about = {
        ("overcrowding", "2025-12", "estimated"): True, ("overcrowding", "2025", "published"): True,
        ("outplacement", "2025-01", "reported"): True, ("beds_per_1000", "2025", "published"): True,
        ("overcrowding", "2024-12", "estimated"): False,
        ("occupancy", "2025-12", "estimated"): False,
        ("overcrowding", "2025-12", "example"): False,
    }  # fmt: skip
    for (indicator, period, status), warned in about.items():
        care = "all" if indicator == "beds_per_1000" else "somatic"
        one = row(indicator=indicator, period=period, status=status, care=care)
        [line] = read(csv_bytes([one], "excel", "sv", ADDRESS, reference=TABLES), ";", "utf-8-sig")
        assert ("Dra inga slutsatser om 2025" in line["Anmärkning"]) == warned, (indicator, period)
    empty = read(csv_bytes([row(value=None)], "excel", "sv", ADDRESS, reference=TABLES), ";",
                 "utf-8-sig")  # fmt: skip
    assert empty[0]["Anmärkning"] == ""


@pytest.mark.parametrize("lang", LANGS)
def test_headings_are_unique_in_each_language(lang: Lang) -> None:
    names = [heading.in_(lang) for heading in HEADINGS.values()]
    assert len(set(names)) == len(names)


def test_an_english_unit_has_one_swedish_name() -> None:
    pairs = {one.unit.long for one in BY_KEY.values()}
    assert len({pair.en for pair in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("region", "value", "stamp"),
    [("14", 12.5, "estimate"), ("00", 12.5, ""), ("14", None, "")],
)
def test_a_regional_distance_is_stamped_as_an_estimate(
    region: str, value: float | None, stamp: str
) -> None:
    one = row(indicator=DISTANCE_TO_GUIDELINE.key, region=region, value=value)
    assert (
        read(csv_bytes([one], "machine", "sv", ADDRESS, reference=TABLES), ",")[0]["stamp"] == stamp
    )
    words = read(csv_bytes([one], "excel", "sv", ADDRESS, reference=TABLES), ";", "utf-8-sig")[0][
        "Anmärkning"
    ]
    assert words.startswith("SKATTNING") == bool(stamp)
