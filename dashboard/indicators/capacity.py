"""Capacity: how many beds there are and how full they are."""

from dashboard.indicators.indicator import Good, Indicator, Published, Ratio
from dashboard.indicators.phrases import (
    AVAILABLE_BED,
    CLOSED_BEDS,
    DAILY_AT_SIX,
    MODELLED_ONLY,
    SUMS_FIRST,
    joined,
)
from dashboard.indicators.units import BEDS, PER_1000_INHABITANTS, PERCENT
from dashboard.language.text import Text

_BED_SUM = Text(
    "disponibla vårdplatser vid varje mätning, summerade över periodens dagar",
    "available beds at each count, summed over the days of the period",
)
_MODELLED_BEDS = Text(
    "Antalet vårdplatser per region har inte hittats publicerat efter 2018. Månadsvärdena är "
    "modellerade ur platser per 1 000 invånare och folkmängd; andelen somatiska platser är ett "
    "antagande.",
    "The number of beds by region was not found published after 2018. The monthly values are "
    "modelled from beds per 1,000 inhabitants and population; the somatic share is an assumption.",
)
_NEVER_RANKED = Text(
    "Fler platser är inte i sig bättre, så måttet färgläggs och rangordnas inte.",
    "More beds are not better in themselves, so the measure is neither coloured nor ranked.",
)

_COUNTED = Text(
    "Disponibla vårdplatser räknas klockan 06.00 varje dag. Vid vilket klockslag de inskrivna "
    "patienterna räknas framgår inte av det underlag som kunnat läsas.",
    "Available beds are counted at 06:00 every day. The sources that could be read do not state at "
    "what hour admitted patients are counted.",
)

AVAILABLE_BEDS = Indicator(
    key="available_beds",
    name=Text("Disponibla vårdplatser", "Available beds"),
    short_name=Text("Disponibla vårdplatser", "Available beds"),
    unit=BEDS,
    decimals=0,
    good=Good.NEUTRAL,
    numerator_words=_BED_SUM,
    denominator_words=Text("periodens dagar", "days of the period"),
    definition=joined(
        Text(
            "Det antal disponibla vårdplatser som i genomsnitt fanns under perioden.",
            "The number of available beds that there were on average during the period.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Antalet disponibla vårdplatser är nämnaren i överbeläggning, utlokalisering och "
        "beläggningsgrad, och det som riktvärdet gäller.",
        "The number of available beds is the denominator of overcrowding, outplacement and bed "
        "occupancy, and what the guideline is about.",
    ),
    method=Text(
        "Vårdplatsdagar (platser gånger dagar) divideras med periodens dagar, så att en lång månad "
        "väger mer än en kort. Flera regioner summeras; dagarna räknas en gång.",
        "Bed days (beds times days) are divided by the days of the period, so that a long month "
        "weighs more than a short one. Several regions are summed; the days are counted once.",
    ),
    caveats=joined(
        _NEVER_RANKED,
        Text(
            "Regeringen anger ”cirka 15 300” platser i somatisk specialiserad vård och ”drygt "
            "17 500” disponibla platser år 2021. Talen har olika avgränsning och kan inte "
            "kombineras.",
            "The government states “about 15,300” beds in somatic specialised care and “just over "
            "17,500” available beds in 2021. The figures differ in scope and cannot be combined.",
        ),
        Text(
            "En fastställd plats som är stängd är inte disponibel och räknas inte.",
            "An established bed that is closed is not available and is not counted.",
        ),
        _MODELLED_BEDS,
    ),
    measured_at=DAILY_AT_SIX,
    ratio=Ratio(("bed_days",), "calendar_days"),
    # How many of the beds are psychiatric has not been published since 2015.
    fixed_care="somatic",
)

BEDS_PER_1000 = Indicator(
    key="beds_per_1000",
    name=Text("Disponibla vårdplatser per 1 000 invånare", "Available beds per 1,000 inhabitants"),
    short_name=Text("Platser per 1 000 inv.", "Beds per 1,000 inh."),
    unit=PER_1000_INHABITANTS,
    decimals=1,
    good=Good.NEUTRAL,
    numerator_words=_BED_SUM,
    denominator_words=Text(
        "invånare, summerade över periodens dagar",
        "inhabitants, summed over the days of the period",
    ),
    definition=joined(
        Text(
            "Genomsnittligt antal disponibla vårdplatser belägna i länet, oavsett vem som driver "
            "enheten, platsens typ och finansiering, per 1 000 invånare.",
            "The average number of available beds located in the county, whoever runs the unit and "
            "whatever the type and funding of the bed, per 1,000 inhabitants.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Gör platserna jämförbara mellan stora och små regioner och är det enda mått på antalet "
        "platser som publiceras per region varje år.",
        "Makes beds comparable between large and small regions and is the only measure of the "
        "number of beds that is published by region every year.",
    ),
    method=Text(
        "Det publicerade årsvärdet är årets genomsnitt, med hänsyn till neddragningar, "
        "semesterstängningar och femdygnsvård, delat med folkmängden den 31 december. Månadsvärden "
        "räknas som summan av vårdplatsdagar genom summan av folkmängd gånger dagar.",
        "The published annual value is the average of the year, allowing for cutbacks, holiday "
        "closures and five-day care, divided by the population on 31 December. Monthly values are "
        "the sum of bed days over the sum of population times days.",
    ),
    caveats=joined(
        _NEVER_RANKED,
        Text(
            "SKR fann 2022 inget tydligt samband mellan antal vårdplatser och beläggningsgrad.",
            "SKR (the regions' association) found no clear relation between the number of beds and "
            "occupancy in 2022.",
        ),
        Text(
            "En decimal innebär ett avrundningsfel på två till tre procent. Riket saknas 2024 och "
            "2025, Gävleborg och Västernorrland 2025.",
            "One decimal means a rounding error of two to three per cent. The country is missing "
            "in 2024 and 2025, Gävleborg and Västernorrland in 2025.",
        ),
        _MODELLED_BEDS,
    ),
    measured_at=Text(
        "Genomsnitt över året; invånare den 31 december.",
        "Average over the year; inhabitants on 31 December.",
    ),
    ratio=Ratio(("bed_days",), "population_days", 1000),
    published=(Published("beds_per_1000", "all", "kolada-n70845"),),
    fixed_care="all",
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
    denominator_words=_BED_SUM,
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
    denominator_words=_BED_SUM,
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
