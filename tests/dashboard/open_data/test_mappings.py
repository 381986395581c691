"""What others call the same: held to what the software fetches and to codes that there are."""

from dashboard.indicators.registry import BY_KEY, INDICATORS
from dashboard.ingest.embedded import reference
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import MEASURES
from tests.each import each

ROWS = reference().rows("code_mappings")
KNOWN = {"indicator": set(BY_KEY), "measure": set(MEASURES), "region": set(ALL_CODES)}


def test_the_codes_of_kolada_are_those_of_the_published_series() -> None:
    mapped = {
        (row["own"], row["care"], row["code"], row["source_id"])
        for row in ROWS
        if (row["kind"], row["scheme"]) == ("indicator", "kolada")
    }
    assert mapped == {
        (one.key, series.care, series.source.removeprefix("kolada-").upper(), series.source)
        for one in INDICATORS
        for series in one.published
    }


def test_every_region_has_its_number_at_kolada() -> None:
    found = {row["own"]: (row["code"], row["name"]) for row in ROWS if row["kind"] == "region"}
    assert found == {code: (f"00{code}", name_of(code).sv) for code in ALL_CODES}


def test_every_row_names_a_code_of_ours_and_says_how_near_it_is() -> None:
    for row in each(ROWS):
        assert row["own"] in KNOWN[row["kind"]], row
        assert row["relation"] in ("exact", "close", "broad", "related")
        assert row["source_id"] in reference().sources
        # What is not the same says what differs, in both languages.
        assert bool(row["note_sv"]) == bool(row["note_en"])
        assert row["relation"] == "exact" or row["note_en"], row


def test_all_three_schemes_are_there() -> None:
    assert {row["scheme"] for row in ROWS} == {"kolada", "eurostat-hlth_rs_bds", "us-safr-loinc"}
