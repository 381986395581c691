"""The national guidelines for the number of beds, each as it was published."""

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.scopes import in_force

# The distance is measured to the government's 2 360 = 2 300 + 60 intensive care beds: it is the
# only series with a starting point (15 300), and the decisions of 2024 still cite it. The update
# of 2024 (2 230 and 50) does not say whether one includes the other, so it stands beside and is
# never subtracted from this one (docs/methods.md 0.2, 1.6 and 10.3).
DISTANCE_SERIES = "guideline_total"


@frozen
class Guideline:
    """A published number of missing beds.

    `need_total`, `baseline` and `gap` are beds, and `margin` is how far, in beds, the rounded
    `baseline` may lie from the truth; None where the source gives no starting point.
    """

    key: str
    valid_from: str
    valid_to: str
    series: str
    care: str
    need_total: int | None
    baseline: int | None
    gap: int
    margin: int | None
    source_id: str
    note: Text


# Declared like the indicators, with days in force of their own: a new one is added beside the old.
GUIDELINES: tuple[Guideline, ...] = (
    Guideline(
        key="total-2023",
        valid_from="2023-05-31",
        valid_to="",
        series="guideline_total",
        care="somatic",
        need_total=17660,
        baseline=15300,
        gap=2360,
        margin=50,
        source_id="regeringen-uppdrag-att-bidra-till-att-starka",
        note=Text(
            "Regeringens tal: 2 300 vårdplatser i somatisk vård och 60 intensivvårdsplatser, "
            "tillsammans 2 360. Besluten 2024 anger fortfarande 2 360. Utgångsläget är cirka 15 "
            "300 vårdplatser; felmarginalen på 50 är en egen avrundningsmarginal. Behovet 17 660 "
            "är en egen summa av 15 300 och 2 360. Lägg inte till de 60 en gång till: en "
            "tidningsartikel räknade dem dubbelt.",
            "The government's figure: 2,300 beds in somatic care and 60 intensive care beds, "
            "2,360 together. The decisions of 2024 still cite 2,360. The starting point is about "
            "15,300 beds; the margin of 50 is our own allowance for rounding. The need of 17,660 "
            "is our own sum of 15,300 and 2,360. The 60 must not be added again: one newspaper "
            "article counted them twice.",
        ),
    ),
    Guideline(
        key="without-icu-2023",
        valid_from="2023-05-31",
        valid_to="2024-05-30",
        series="guideline_without_icu",
        care="somatic",
        need_total=None,
        baseline=None,
        gap=2300,
        margin=None,
        source_id="socialstyrelsen-nytt-riktvarde-visar-behov-av-yt",
        note=Text(
            "Socialstyrelsens pressmeddelande den 31 maj 2023: 2 300 fler vårdplatser på kort "
            "sikt, ungefär ett år. De 60 intensivvårdsplatserna ingår inte.",
            "The press release of the National Board of Health and Welfare on 31 May 2023: 2,300 "
            "more beds in the short term, about a year. The 60 intensive care beds are not "
            "included.",
        ),
    ),
    Guideline(
        key="icu-2023",
        valid_from="2023-05-31",
        valid_to="2024-05-30",
        series="guideline_icu",
        care="icu",
        need_total=None,
        baseline=None,
        gap=60,
        margin=None,
        source_id="lakartidningen-ny-rapport-fran-socialstyrelsen-v",
        note=Text(
            "60 intensivvårdsplatser utöver de 2 300.",
            "60 intensive care beds on top of the 2,300.",
        ),
    ),
    Guideline(
        key="without-icu-2024",
        valid_from="2024-05-31",
        valid_to="",
        series="guideline_without_icu",
        care="somatic",
        need_total=None,
        baseline=None,
        gap=2230,
        margin=None,
        source_id="socialstyrelsen-bradskande-behov-av-att-oka-anta",
        note=Text(
            "Uppdatering i Plats för vård (maj eller juni 2024; dagen är inte känd, här räknas "
            "den från den 31 maj): 2 230 platser saknas sedan 70 har tillkommit. Texten säger "
            "inte om intensivvården ingår, men 2 300 minus 70 är 2 230, så den verkar inte göra "
            "det.",
            "Update in Plats för vård (May or June 2024; the day is not known and is set to 31 "
            "May here): 2,230 beds are missing after 70 were added. The text does not say "
            "whether intensive care is included, but 2,300 minus 70 is 2,230, so it appears not "
            "to be.",
        ),
    ),
    Guideline(
        key="icu-2024",
        valid_from="2024-05-31",
        valid_to="",
        series="guideline_icu",
        care="icu",
        need_total=None,
        baseline=None,
        gap=50,
        margin=None,
        source_id="socialstyrelsen-bradskande-behov-av-att-oka-anta",
        note=Text(
            "50 intensivvårdsplatser saknas, 10 färre än året innan.",
            "50 intensive care beds are missing, 10 fewer than the year before.",
        ),
    ),
)


def guidelines_at(month: str) -> tuple[Guideline, ...]:
    """Every guideline in force at the end of a month, in the order of the table."""
    return tuple(one for one in GUIDELINES if in_force(one.valid_from, one.valid_to, month))


def guideline_at(month: str) -> Guideline | None:
    """The guideline the distance is measured to; None before the first, 31 May 2023."""
    chosen = (one for one in guidelines_at(month) if one.series == DISTANCE_SERIES)
    return next(chosen, None)
