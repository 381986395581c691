"""Sweden's 21 regions and the country as a whole."""

from dashboard.frozen import frozen
from dashboard.language.text import Text

SWEDEN = "00"


@frozen
class Region:
    """A region; `population` on 1 November 2023 (decision S2024/00483, appendix 2).

    `seat` is the latitude and longitude in degrees of the town of its main hospital, `tile` the
    column and row in the tile grid, roughly where it lies.
    """

    code: str
    name: Text
    population: int
    university_hospital: bool
    healthcare_region: str
    seat: tuple[float, float]
    tile: tuple[int, int]


def _region(
    code: str, name: str, population: int, healthcare_region: str, *, seat: tuple[float, float],
    university: bool, tile: tuple[int, int],
) -> Region:  # fmt: skip
    return Region(code, Text(name, name), population, university, healthcare_region, seat, tile)


# Declared like the indicators, and not part of a release: the regions and their codes are what
# every release is laid out by, and the population is a term of a decision that is made.
REGIONS: tuple[Region, ...] = (
    _region("01", "Stockholm", 2_455_914, "Stockholm-Gotland",
            seat=(59.32938, 18.06871), university=True, tile=(4, 5)),
    _region("03", "Uppsala", 404_714, "Mellansverige",
            seat=(59.85882, 17.63889), university=True, tile=(4, 4)),
    _region("04", "Södermanland", 302_310, "Mellansverige",
            seat=(59.36661, 16.5077), university=False, tile=(3, 5)),
    _region("05", "Östergötland", 472_660, "Sydöstra",
            seat=(58.41086, 15.62157), university=True, tile=(2, 5)),
    _region("06", "Jönköping", 369_201, "Sydöstra",
            seat=(57.78145, 14.15618), university=False, tile=(2, 6)),
    _region("07", "Kronoberg", 204_028, "Södra",
            seat=(56.87767, 14.80906), university=False, tile=(2, 7)),
    _region("08", "Kalmar", 247_063, "Sydöstra",
            seat=(56.66157, 16.36163), university=False, tile=(3, 6)),
    _region("09", "Gotland", 61_093, "Stockholm-Gotland",
            seat=(57.64089, 18.29602), university=False, tile=(4, 6)),
    _region("10", "Blekinge", 158_226, "Södra",
            seat=(56.16156, 15.58661), university=False, tile=(3, 7)),
    _region("12", "Skåne", 1_422_288, "Södra",
            seat=(55.70584, 13.19321), university=True, tile=(1, 7)),
    _region("13", "Halland", 343_989, "Södra",
            seat=(56.67446, 12.85676), university=False, tile=(1, 6)),
    _region("14", "Västra Götaland", 1_767_641, "Västra",
            seat=(57.70716, 11.96679), university=True, tile=(1, 5)),
    _region("17", "Värmland", 283_661, "Mellansverige",
            seat=(59.3793, 13.50357), university=False, tile=(1, 4)),
    _region("18", "Örebro", 308_413, "Mellansverige",
            seat=(59.27412, 15.2066), university=True, tile=(2, 4)),
    _region("19", "Västmanland", 280_965, "Mellansverige",
            seat=(59.61617, 16.55276), university=False, tile=(3, 4)),
    _region("20", "Dalarna", 287_451, "Mellansverige",
            seat=(60.60357, 15.62597), university=False, tile=(2, 3)),
    _region("21", "Gävleborg", 286_085, "Mellansverige",
            seat=(60.67452, 17.14174), university=False, tile=(3, 3)),
    _region("22", "Västernorrland", 242_343, "Norra",
            seat=(62.39129, 17.3063), university=False, tile=(3, 2)),
    _region("23", "Jämtland", 132_466, "Norra",
            seat=(63.1792, 14.63566), university=False, tile=(2, 2)),
    _region("24", "Västerbotten", 278_518, "Norra",
            seat=(63.82842, 20.25972), university=True, tile=(3, 1)),
    _region("25", "Norrbotten", 248_653, "Norra",
            seat=(65.58415, 22.15465), university=False, tile=(3, 0)),
)  # fmt: skip
CODES: tuple[str, ...] = tuple(region.code for region in REGIONS)
BY_CODE: dict[str, Region] = {region.code: region for region in REGIONS}
ALL_CODES: tuple[str, ...] = (SWEDEN, *CODES)

_SWEDEN_NAME = Text("Riket", "Sweden")


def name_of(code: str) -> Text:
    """The name of a region, or of the country for `"00"`."""
    return _SWEDEN_NAME if code == SWEDEN else BY_CODE[code].name
