"""A region is known by its code and by the names that sources give it."""

import pytest

from dashboard.reference.regions import REGIONS
from dashboard.spreadsheets.region_names import code_named


def test_every_region_is_known_by_code_and_name() -> None:
    for region in REGIONS:
        for name in (region.code, region.name.sv, region.name.sv.upper(), f" {region.name.sv} "):
            assert code_named(name) == region.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("3", "03"), ("Region Skåne", "12"), ("Kalmar län", "08"), ("Region Örebro län", "18"),
        ("Västra Götalandsregionen", "14"), ("Jämtland Härjedalen", "23"), ("Sörmland", "04"),
        ("Region  Jämtland Härjedalen", "23"), ("Region Gävleborg", "21"),
    ],
)  # fmt: skip
def test_other_names_are_known(name: str, code: str) -> None:
    assert code_named(name) == code


@pytest.mark.parametrize("name", ["", "00", "Riket", "02", "26", "Narnia", "1,4", "²"])
def test_what_is_no_region_is_none(name: str) -> None:
    assert code_named(name) is None
