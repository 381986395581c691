"""Occupancy: how full the beds are, with and without overcrowded patients."""

from dashboard.indicators.indicator import Good, Indicator, Ratio
from dashboard.indicators.phrases import (
    AVAILABLE_BED,
    BEDS_SUMMED,
    CLOSED_BEDS,
    MODELLED_ONLY,
    SUMS_FIRST,
    joined,
)
from dashboard.indicators.units import PERCENT
from dashboard.language.text import Text

_COUNTED = Text(
    "Disponibla vårdplatser räknas klockan 06.00 varje dag. Vid vilket klockslag de inskrivna "
    "patienterna räknas framgår inte av det underlag som kunnat läsas.",
    "Available beds are counted at 06:00 every day. The sources that could be read do not state at "
    "what hour admitted patients are counted.",
)

OCCUPANCY = Indicator(
    key="occupancy",
    name=Text("Beläggningsgrad", "Bed occupancy"),
    short_name=Text("Beläggningsgrad", "Bed occupancy"),
    unit=PERCENT,
    decimals=1,
    good=Good.LOWER,
    numerator_words=Text(
        "inskrivna patienter vid varje mätning, även överbelagda, summerade över periodens dagar",
        "admitted patients at each count, overcrowded ones too, summed over the days of the period",
    ),
    denominator_words=BEDS_SUMMED,
    definition=joined(
        Text(
            "Inskrivna patienter, överbelagda medräknade, i förhållande till disponibla "
            "vårdplatser. Över 100 procent betyder fler inskrivna patienter än platser.",
            "Admitted patients, overcrowded ones included, in relation to available beds. Above "
            "100 per cent means more admitted patients than beds.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "En hög genomsnittlig beläggning lämnar litet utrymme för variation mellan dagar. "
        "Nationellt riktvärde är 85 procent för oplanerad och 95 procent för planerad vård.",
        "High average occupancy leaves little room for variation between days. The national "
        "guideline is 85 per cent for unplanned and 95 per cent for planned care.",
    ),
    method=joined(
        SUMS_FIRST,
        Text(
            "För akut och planerad vård tillsammans jämförs med ett blandat riktvärde: patienterna "
            "genom det antal platser som de två riktvärdena kräver.",
            "For acute and planned care together the comparison is with a mixed target: patients "
            "over the number of beds that the two guidelines require.",
        ),
    ),
    caveats=joined(
        Text(
            "En enhetlig nationell definition saknas; Socialstyrelsen har i uppdrag att ta fram "
            "en. Riktvärdet gäller genomsnittet i riket, inte en enskild region eller vårdenhet, "
            "och en beläggning långt under det är inget mål i sig.",
            "There is no single national definition; Socialstyrelsen is commissioned to produce "
            "one. The guideline is about the national average, not a single region or unit, and "
            "occupancy far below it is no aim in itself.",
        ),
        Text(
            "Publicerat är rikets 80 procent 2001 och 88 procent 2010, och att en majoritet av 27 "
            "granskade akutsjukhus låg över 95 procent (IVO 2024).",
            "Published are 80 per cent in 2001 and 88 per cent in 2010 for the country, and that a "
            "majority of 27 inspected emergency hospitals were above 95 per cent (IVO, the Health "
            "and Social Care Inspectorate, 2024).",
        ),
        CLOSED_BEDS,
        MODELLED_ONLY,
    ),
    measured_at=_COUNTED,
    ratio=Ratio(("patient_days",), "bed_days", 100),
    # Percentage points from the target of the chosen stream. No regional occupancy is published,
    # so the limits are the round steps of product 5.1 and not taken from values.
    cuts=(-5.0, -2.5, 0.0, 2.5, 5.0),
    diverges=True,
)

OCCUPANCY_EXCL_OVERCROWDED = Indicator(
    key="occupancy_excl_overcrowded",
    name=Text(
        "Beläggningsgrad utan överbelagda patienter", "Bed occupancy without overcrowded patients"
    ),
    short_name=Text("Beläggning, disponibla", "Occupancy, available"),
    unit=PERCENT,
    decimals=1,
    good=Good.LOWER,
    numerator_words=Text(
        "inskrivna patienter minus överbelagda patienter vid varje mätning, summerade över "
        "periodens dagar",
        "admitted patients minus overcrowded patients at each count, summed over the days of the "
        "period",
    ),
    denominator_words=BEDS_SUMMED,
    definition=joined(
        Text(
            "Andelen disponibla vårdplatser som är belagda. Överbelagda patienter ligger inte på "
            "en disponibel plats och räknas inte, så värdet är högst 100 procent.",
            "The share of available beds that are occupied. Overcrowded patients are not in an "
            "available bed and are not counted, so the value is at most 100 per cent.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Visas bredvid beläggningsgraden, eftersom båda sätten att räkna förekommer och ger olika "
        "svar när överbeläggningarna är många.",
        "Shown beside bed occupancy, since both ways of counting are in use and give different "
        "answers when overcrowding is high.",
    ),
    method=SUMS_FIRST,
    caveats=joined(
        Text(
            "Jämförs inte med riktvärdet: av det underlag som kunnat läsas framgår inte om "
            "överbelagda patienter ska räknas.",
            "Not compared with the guideline: the sources that could be read do not state whether "
            "overcrowded patients count.",
        ),
        CLOSED_BEDS,
        MODELLED_ONLY,
    ),
    measured_at=_COUNTED,
    ratio=Ratio(("patient_days", "-over_days"), "bed_days", 100),
    # Round steps around the guidelines of 85 and 95 per cent; no values are published.
    cuts=(80.0, 85.0, 90.0, 95.0),
)
