"""Sweden's 21 regions and the country as a whole."""

from dataclasses import dataclass

from dashboard.language.text import Text
from dashboard.reference import csv_tables

SWEDEN = "00"


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `population` on 1 November 2023 (decision S2024/00483, appendix 2)."""

    code: str
    name: Text
    population: int
    university_hospital: bool
    healthcare_region: str
    tile: tuple[int, int]


# Column and row of each region in the tile grid, roughly where it lies.
_TILES = {
    "25": (3, 0), "24": (3, 1), "23": (2, 2), "22": (3, 2), "20": (2, 3), "21": (3, 3),
    "17": (1, 4), "18": (2, 4), "19": (3, 4), "03": (4, 4), "14": (1, 5), "05": (2, 5),
    "04": (3, 5), "01": (4, 5), "13": (1, 6), "06": (2, 6), "08": (3, 6), "09": (4, 6),
    "12": (1, 7), "07": (2, 7), "10": (3, 7),
}  # fmt: skip

REGIONS: tuple[Region, ...] = tuple(
    Region(
        code=row["code"],
        name=Text(row["name"], row["name"]),
        population=int(row["population_2023_11_01"]),
        university_hospital=row["university_hospital_region"] == "1",
        healthcare_region=row["healthcare_region"],
        tile=_TILES[row["code"]],
    )
    for row in csv_tables.rows("regions")
)
CODES: tuple[str, ...] = tuple(region.code for region in REGIONS)
BY_CODE: dict[str, Region] = {region.code: region for region in REGIONS}
ALL_CODES: tuple[str, ...] = (SWEDEN, *CODES)

_SWEDEN_NAME = Text("Riket", "Sweden")


def name_of(code: str) -> Text:
    """The name of a region, or of the country for `"00"`."""
    return _SWEDEN_NAME if code == SWEDEN else BY_CODE[code].name
