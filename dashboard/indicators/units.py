"""The units values are counted in."""

from dashboard.frozen import frozen
from dashboard.language.text import Text


@frozen
class Unit:
    """What a value is counted in: the long form, and the short one beside a number.

    `per` is the number of denominators a value refers to; `counts` marks units that grow with
    the size of a region, so that they never fill a map or order regions.
    """

    long: Text
    short: Text
    per: int = 1
    counts: bool = False


PER_100 = Unit(
    Text("per 100 disponibla vårdplatser", "per 100 available beds"),
    Text("per 100 platser", "per 100 beds"),
    per=100,
)
PERCENT = Unit(Text("procent", "per cent"), Text("procent", "per cent"), per=100)
BEDS = Unit(Text("vårdplatser", "beds"), Text("platser", "beds"), counts=True)
PER_1000_INHABITANTS = Unit(
    Text("vårdplatser per 1 000 invånare", "beds per 1,000 inhabitants"),
    Text("per 1 000 inv.", "per 1,000 inh."),
    per=1000,
)
BED_DAYS_PER_1000 = Unit(
    Text(
        "vårddygn per 1 000 invånare 65 år och äldre",
        "bed days per 1,000 inhabitants aged 65 and over",
    ),
    Text("per 1 000 inv. 65+", "per 1,000 aged 65+"),
    per=1000,
)
VISITS_PER_1000 = Unit(
    Text(
        "besök per 1 000 invånare 80 år och äldre",
        "visits per 1,000 inhabitants aged 80 and over",
    ),
    Text("per 1 000 inv. 80+", "per 1,000 aged 80+"),
    per=1000,
)
EPISODES_PER_100_000 = Unit(
    Text("vårdtillfällen per 100 000 invånare", "episodes per 100,000 inhabitants"),
    Text("per 100 000 inv.", "per 100,000 inh."),
    per=100_000,
)
