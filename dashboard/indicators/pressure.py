"""Pressure on the beds: patients without a proper bed, and patients on the wrong ward."""

from dashboard.indicators.indicator import Good, Indicator, Published, Ratio
from dashboard.indicators.phrases import (
    AVAILABLE_BED,
    CLOSED_BEDS,
    DAILY_AT_SIX,
    MODELLED_MONTHS,
    REPORTING,
    SUMS_FIRST,
    joined,
)
from dashboard.indicators.units import PER_100
from dashboard.language.text import Text

_OVERCROWDED = Text(
    "överbelagda patienter vid varje mätning, summerade över periodens dagar",
    "overcrowded patients at each count, summed over the days of the period",
)
_BEDS = Text(
    "disponibla vårdplatser vid varje mätning, summerade över periodens dagar",
    "available beds at each count, summed over the days of the period",
)
_OVERCROWDING_IS = Text(
    "Överbeläggning är en ”händelse när en inskriven patient vårdas på vårdplats som inte "
    "uppfyller kraven på disponibel vårdplats” (Socialstyrelsen).",
    "Overcrowding (överbeläggning) is an “event when an admitted patient is cared for in a bed "
    "that does not meet the requirements of an available bed” (Socialstyrelsen; our translation).",
)
_PSYCHIATRIC_TRAPS = Text(
    "I psykiatrisk slutenvård är årsvärdena för 2018 och 2019 identiska för riket och alla 21 "
    "regioner, så minst ett av åren är sannolikt en dubblett.",
    "In psychiatric inpatient care the annual values of 2018 and 2019 are identical for the "
    "country and all 21 regions, so at least one of the years is probably a duplicate.",
)
# Fixed limits, never quantiles, which would give a worst fifth every month. In the published
# years 2016-2025 the regions run from 0.3 to 11.2, and each class holds some of them.
_OVERCROWDING_CUTS = (2.0, 4.0, 6.0, 8.0)
_OVERCROWDING_RATIO = Ratio(("over_days",), "bed_days", 100)
_PSYCHIATRIC = Published("overcrowding_per_100", "psychiatric", "kolada-u79149")

OVERCROWDING = Indicator(
    key="overcrowding",
    name=Text("Överbeläggningar", "Overcrowding"),
    short_name=Text("Överbeläggningar", "Overcrowding"),
    unit=PER_100,
    decimals=1,
    good=Good.LOWER,
    numerator_words=_OVERCROWDED,
    denominator_words=_BEDS,
    definition=joined(_OVERCROWDING_IS, AVAILABLE_BED),
    rationale=Text(
        "En överbelagd patient vårdas där utformning, utrustning eller bemanning inte räcker för "
        "säker vård. Måttet visar hur ofta platserna inte räckte till för dem som var inskrivna.",
        "An overcrowded patient is cared for where design, equipment or staffing do not suffice "
        "for safe care. The measure shows how often the beds did not suffice for those admitted.",
    ),
    method=SUMS_FIRST,
    caveats=joined(
        CLOSED_BEDS,
        Text(
            "Vid ett sjukhus med få platser ger ett rapporteringsfel stort utslag.",
            "At a hospital with few beds a reporting error has a large effect.",
        ),
        Text(
            "Om intensivvård, neonatalvård och förlossning ingår framgår inte av de källor som "
            "kunnat läsas.",
            "Whether intensive care, neonatal care and maternity wards are included is not stated "
            "in the sources that could be read.",
        ),
        Text(
            "Publicerade serier revideras: Hallands värden för 2022 och 2023 är lägre i Kolada "
            "(1,2 och 0,6) än i SKR:s tidigare uppgifter (1,7 och 2,1).",
            "Published series are revised: the values of Halland for 2022 and 2023 are lower in "
            "Kolada (1.2 and 0.6) than in earlier figures from SKR (1.7 and 2.1).",
        ),
        _PSYCHIATRIC_TRAPS,
        REPORTING,
        MODELLED_MONTHS,
    ),
    measured_at=DAILY_AT_SIX,
    ratio=_OVERCROWDING_RATIO,
    published=(Published("overcrowding_per_100", "somatic", "kolada-u70425"), _PSYCHIATRIC),
    cuts=_OVERCROWDING_CUTS,
)

OUTPLACEMENT = Indicator(
    key="outplacement",
    name=Text("Utlokaliserade patienter", "Outplaced patients"),
    short_name=Text("Utlokaliserade", "Outplaced patients"),
    unit=PER_100,
    decimals=1,
    good=Good.LOWER,
    numerator_words=Text(
        "utlokaliserade patienter vid varje mätning, summerade över periodens dagar",
        "outplaced patients at each count, summed over the days of the period",
    ),
    denominator_words=_BEDS,
    definition=joined(
        Text(
            "En utlokaliserad patient är en ”patient som är inskriven och vårdas på annan "
            "vårdenhet än den som har specifik kompetens och medicinskt ansvar för patienten” "
            "(Socialstyrelsen).",
            "An outplaced patient (utlokaliserad patient) is a “patient who is admitted and cared "
            "for on another unit than the one with the specific competence and medical "
            "responsibility for the patient” (Socialstyrelsen; our translation).",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Utlokalisering innebär en ökad risk för vårdskada, eftersom den enhet som vårdar "
        "patienten kan sakna den kompetens som behövs. Den visar brist på plats på rätt ställe, "
        "även när det finns plats någonstans.",
        "Outplacement carries a greater risk of harm, since the unit that cares for the patient "
        "may lack the competence needed. It shows a shortage of beds in the right place, even when "
        "there is a bed somewhere.",
    ),
    method=SUMS_FIRST,
    caveats=joined(
        CLOSED_BEDS,
        Text(
            "Samma patient kan vara både överbelagd och utlokaliserad. De två måtten redovisas var "
            "för sig; en summa kan räkna samma patient två gånger.",
            "One patient may be both overcrowded and outplaced. The two measures are shown "
            "separately; a sum may count one patient twice.",
        ),
        Text(
            "Endast somatisk slutenvård: för psykiatrisk slutenvård finns måttet inte i "
            "underlaget.",
            "Somatic inpatient care only: for psychiatric inpatient care the measure is not in the "
            "data.",
        ),
        REPORTING,
        MODELLED_MONTHS,
    ),
    measured_at=DAILY_AT_SIX,
    ratio=Ratio(("out_days",), "bed_days", 100),
    published=(Published("outplacement_per_100", "somatic", "kolada-u79134"),),
    # The regions run from 0.0 to 12.8 in 2016-2025, the middle half of them from 1.3 to 2.8.
    cuts=(1.0, 2.0, 3.0, 4.0),
)

PSYCHIATRIC_OVERCROWDING = Indicator(
    key="psychiatric_overcrowding",
    name=Text(
        "Överbeläggningar i psykiatrisk slutenvård", "Overcrowding in psychiatric inpatient care"
    ),
    short_name=Text("Överbelagda, psykiatri", "Psychiatric overcrowding"),
    unit=PER_100,
    decimals=1,
    good=Good.LOWER,
    numerator_words=_OVERCROWDED,
    denominator_words=_BEDS,
    definition=joined(_OVERCROWDING_IS, AVAILABLE_BED),
    rationale=Text(
        "Psykiatrisk slutenvård rapporteras skild från somatisk. Den visar om trycket är allmänt "
        "eller gäller somatiken, och är en jämförelse när satsningen på somatiska vårdplatser "
        "bedöms.",
        "Psychiatric inpatient care is reported apart from somatic care. It shows whether pressure "
        "is general or somatic, and is a comparison when the effort for somatic beds is assessed.",
    ),
    method=SUMS_FIRST,
    caveats=joined(
        _PSYCHIATRIC_TRAPS,
        Text(
            "Halland, Gävleborg, Örebro och Västerbotten stiger kraftigt mellan 2024 och 2025. "
            "Pröva om rapporteringen ändrats innan det läses som en försämring.",
            "Halland, Gävleborg, Örebro and Västerbotten rise sharply between 2024 and 2025. "
            "Examine whether reporting changed before reading it as a deterioration.",
        ),
        CLOSED_BEDS,
        MODELLED_MONTHS,
    ),
    measured_at=DAILY_AT_SIX,
    ratio=_OVERCROWDING_RATIO,
    published=(_PSYCHIATRIC,),
    fixed_care="psychiatric",
    # The same limits as in somatic care, so that one colour means one value on every map.
    cuts=_OVERCROWDING_CUTS,
)
