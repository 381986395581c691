"""Capacity: how many beds there are."""

from dashboard.indicators.indicator import Good, Indicator, Published, Ratio
from dashboard.indicators.phrases import (
    AVAILABLE_BED,
    BEDS_SUMMED,
    DAILY_AT_SIX,
    joined,
)
from dashboard.indicators.units import BEDS, PER_1000_INHABITANTS
from dashboard.language.text import Text

_MODELLED_BEDS = Text(
    "Antalet vårdplatser per region har inte hittats publicerat efter 2018. Månadsvärdena är "
    "skattade ur platser per 1 000 invånare och folkmängd; andelen somatiska platser är ett "
    "antagande.",
    "The number of beds by region was not found published after 2018. The monthly values are "
    "estimated from beds per 1,000 inhabitants and population; the somatic share is an assumption.",
)
_NEVER_RANKED = Text(
    "Fler platser är inte i sig bättre, så måttet färgläggs och rangordnas inte.",
    "More beds are not better in themselves, so the measure is neither coloured nor ranked.",
)

AVAILABLE_BEDS = Indicator(
    key="available_beds",
    name=Text("Disponibla vårdplatser", "Available beds"),
    short_name=Text("Disponibla vårdplatser", "Available beds"),
    unit=BEDS,
    decimals=0,
    good=Good.NEUTRAL,
    numerator_words=BEDS_SUMMED,
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
    numerator_words=BEDS_SUMMED,
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
