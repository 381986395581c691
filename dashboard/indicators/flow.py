"""Flow: patients who could leave, and how much inpatient and emergency care is used."""

from dashboard.indicators.indicator import Good, Indicator, Published
from dashboard.indicators.phrases import AS_PUBLISHED, joined
from dashboard.indicators.units import (
    BED_DAYS_PER_1000,
    EPISODES_PER_100_000,
    PERCENT,
    VISITS_PER_1000,
)
from dashboard.language.text import Text

_DISCHARGE_READY = Text(
    "En utskrivningsklar patient behöver enligt behandlande läkares bedömning inte längre sluten "
    "vård, men är kvar på sjukhuset.",
    "A discharge-ready patient (utskrivningsklar) no longer needs inpatient care in the judgement "
    "of the treating physician, but is still in hospital.",
)
_SHARED_DUTY = Text(
    "Utfallet beror både på kommunens mottagande och på sjukhusets arbete, och ska läsas som ett "
    "mått på samverkan.",
    "The outcome depends both on reception by the municipality and on the work of the hospital, "
    "and should be read as a measure of cooperation.",
)
_BREAK_2018 = Text(
    "Serien bryts vid 2018, då lagen om samverkan vid utskrivning trädde i kraft.",
    "The series breaks at 2018, when the act on cooperation at discharge came into force.",
)
_NEITHER = Text(
    "Mer eller mindre är inte i sig bättre, så måttet färgläggs och rangordnas inte.",
    "More or less is not better in itself, so the measure is neither coloured nor ranked.",
)
_CALENDAR_YEAR = Text("Summa över kalenderåret.", "Sum over the calendar year.")

DISCHARGE_READY_SHARE = Indicator(
    key="discharge_ready_share",
    name=Text(
        "Vårdplatser belagda av utskrivningsklara patienter",
        "Beds held by discharge-ready patients",
    ),
    short_name=Text("Utskrivningsklara", "Discharge-ready"),
    unit=PERCENT,
    decimals=1,
    good=Good.LOWER,
    numerator_words=Text(
        "vårdplatser i somatisk vård belagda av utskrivningsklara patienter",
        "beds in somatic care held by discharge-ready patients",
    ),
    denominator_words=Text("vårdplatser i somatisk vård", "beds in somatic care"),
    definition=joined(
        Text(
            "Andelen vårdplatser i somatisk vård som är belagda av utskrivningsklara patienter.",
            "The share of beds in somatic care that are held by discharge-ready patients.",
        ),
        _DISCHARGE_READY,
    ),
    rationale=Text(
        "En plats som en utskrivningsklar patient ligger på kan inte ta emot en ny. Måttet visar "
        "hur många platser som kunde frigöras utan att några öppnas.",
        "A bed held by a discharge-ready patient cannot take a new one. The measure shows how many "
        "beds could be freed without opening any.",
    ),
    method=joined(
        Text(
            "Årsvärdet är medelvärdet av årets tolv månader.",
            "The annual value is the mean of the twelve months.",
        ),
        AS_PUBLISHED,
    ),
    caveats=joined(
        _SHARED_DUTY,
        _BREAK_2018,
        Text(
            "Stockholm har luckor i rapporteringen: mycket låga värden 2021–2022 och inget 2023. "
            "Värden saknas också för Västra Götaland 2018, Jämtland 2019 och Östergötland 2025.",
            "Stockholm has gaps in reporting: very low values in 2021–2022 and none in 2023. "
            "Values are also missing for Västra Götaland in 2018, Jämtland in 2019 and "
            "Östergötland in 2025.",
        ),
    ),
    measured_at=Text(
        "Varje månad; årsvärdet är månadernas medelvärde.",
        "Every month; the annual value is the mean of the months.",
    ),
    published=(Published("discharge_ready_share_of_beds_pct", "somatic", "kolada-n79176"),),
    # The regions run from 0.2 to 14.2 in 2016-2025, nine in ten of them between 1.6 and 9.4.
    cuts=(2.0, 4.0, 6.0, 8.0),
)

DISCHARGE_READY_BED_DAYS_65PLUS = Indicator(
    key="discharge_ready_bed_days_65plus",
    name=Text(
        "Vårddygn för utskrivningsklara 65 år och äldre",
        "Bed days of discharge-ready patients aged 65 and over",
    ),
    short_name=Text("Utskrivningsklara 65+", "Discharge-ready 65+"),
    unit=BED_DAYS_PER_1000,
    decimals=1,
    good=Good.LOWER,
    numerator_words=Text(
        "vårddygn på sjukhus för utskrivningsklara patienter 65 år och äldre",
        "bed days in hospital of discharge-ready patients aged 65 and over",
    ),
    denominator_words=Text("invånare 65 år och äldre", "inhabitants aged 65 and over"),
    definition=joined(
        Text(
            "Vårddygn på sjukhus under året för utskrivningsklara patienter 65 år och äldre, per "
            "1 000 invånare i samma ålder.",
            "Bed days in hospital during the year of discharge-ready patients aged 65 and over, "
            "per 1,000 inhabitants of the same age.",
        ),
        _DISCHARGE_READY,
    ),
    rationale=Text(
        "Visar hur mycket vårdtid som går åt i väntan på kommunens insatser för de äldre, "
        "oberoende av hur många platser regionen har.",
        "Shows how much time in hospital older patients spend waiting for municipal care, however "
        "many beds the region has.",
    ),
    method=AS_PUBLISHED,
    caveats=joined(
        _SHARED_DUTY,
        _BREAK_2018,
        Text(
            "Stockholm saknas från 2022, och senare år än 2024 är inte publicerade i underlaget.",
            "Stockholm is missing from 2022, and no year after 2024 is published in the data.",
        ),
    ),
    measured_at=_CALENDAR_YEAR,
    published=(Published("discharge_ready_beddays_per_1000_65plus", "all", "kolada-u79135"),),
    # The regions run from 15 to 334 in 2016-2024, the middle three fifths from 71 to 157.
    cuts=(50.0, 100.0, 150.0, 200.0),
)

INPATIENT_EPISODES = Indicator(
    key="inpatient_episodes",
    name=Text("Vårdtillfällen i slutenvård", "Inpatient episodes"),
    short_name=Text("Vårdtillfällen", "Inpatient episodes"),
    unit=EPISODES_PER_100_000,
    decimals=0,
    good=Good.NEUTRAL,
    numerator_words=Text(
        "vårdtillfällen i sluten vård för regionens invånare",
        "inpatient episodes of the inhabitants of the region",
    ),
    denominator_words=Text("invånare", "inhabitants"),
    definition=Text(
        "Vårdtillfällen i sluten vård per 100 000 invånare. Ett vårdtillfälle avgränsas av in- och "
        "utskrivning vid en klinik.",
        "Inpatient episodes per 100,000 inhabitants. An episode (vårdtillfälle) is bounded by "
        "admission to and discharge from a department.",
    ),
    rationale=Text(
        "Visar hur mycket slutenvård befolkningen använder, som bakgrund till behovet av platser.",
        "Shows how much inpatient care the population uses, as background to the need for beds.",
    ),
    method=joined(
        Text(
            "Konsumtionsperspektiv: regionens invånare räknas oavsett var de vårdats.",
            "By place of residence: the inhabitants of the region, wherever they were treated.",
        ),
        AS_PUBLISHED,
    ),
    caveats=joined(
        _NEITHER,
        Text(
            "Antalet beror på befolkningens ålder, på vad som görs i öppen vård och på hur "
            "kliniker är indelade. Vårdtidens längd syns inte.",
            "The number depends on the age of the population, on what is done in outpatient care "
            "and on how departments are divided. Length of stay is not seen.",
        ),
    ),
    measured_at=_CALENDAR_YEAR,
    published=(Published("inpatient_episodes_per_100000", "all", "kolada-n70808"),),
)

ED_VISITS_80PLUS = Indicator(
    key="ed_visits_80plus",
    name=Text(
        "Besök på akutmottagning, 80 år och äldre",
        "Emergency department visits, aged 80 and over",
    ),
    short_name=Text("Akutbesök 80+", "ED visits 80+"),
    unit=VISITS_PER_1000,
    decimals=0,
    good=Good.NEUTRAL,
    numerator_words=Text(
        "besök av personer 80 år och äldre vid sjukhusbundna akutmottagningar",
        "visits by persons aged 80 and over to hospital emergency departments",
    ),
    denominator_words=Text("invånare 80 år och äldre", "inhabitants aged 80 and over"),
    definition=Text(
        "Besök vid sjukhusbundna akutmottagningar av personer 80 år och äldre, per 1 000 invånare "
        "i samma ålder.",
        "Visits to hospital emergency departments by persons aged 80 and over, per 1,000 "
        "inhabitants of the same age.",
    ),
    rationale=Text(
        "De äldstas akutbesök är en del av inflödet till vårdplatserna.",
        "Emergency visits of the oldest are part of the inflow to the beds.",
    ),
    method=AS_PUBLISHED,
    caveats=joined(
        _NEITHER,
        Text(
            "Antalet beror på sjuklighet, på den nära vården och på vilka mottagningar som räknas.",
            "The number depends on illness, on primary care and on which departments are counted.",
        ),
    ),
    measured_at=_CALENDAR_YEAR,
    published=(Published("ed_visits_80plus_per_1000", "all", "kolada-u79029"),),
)
