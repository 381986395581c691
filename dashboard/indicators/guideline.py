"""The guideline for the number of beds: how far to go, and how far we have come."""

from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.indicator import Good, Indicator
from dashboard.indicators.phrases import AVAILABLE_BED, joined
from dashboard.indicators.units import BEDS, PERCENT
from dashboard.language.text import Text

_ORIGIN = Text(
    "Riktvärdet 17 660 är härlett: ”cirka 15 300” platser i somatisk specialiserad vård plus de "
    "2 360 som regeringen anger saknas (Socialstyrelsens 2 300 och 60 intensivvårdsplatser, maj "
    "2023). Summan står inte i någon källa.",
    "The guideline of 17,660 is derived: “about 15,300” beds in somatic specialised care plus the "
    "2,360 that the government states are missing (Socialstyrelsen's 2,300 and 60 intensive care "
    "beds, May 2023). The sum itself stands in no source.",
)
_REVISED = Text(
    "Socialstyrelsens uppdatering 2024 anger 2 230 platser och 50 intensivvårdsplatser.",
    "The update by Socialstyrelsen in 2024 states 2,230 beds and 50 intensive care beds.",
)
_MODELLED_BEDS = Text(
    "Antalet platser per månad är skattat.", "The number of beds by month is estimated."
)
_WHEN = Text(
    "Genomsnittligt antal platser under de tolv månader som slutar med perioden, räknade klockan "
    "06.00 varje dag. En enskild månad följer sommarstängningen.",
    "Average number of beds during the twelve months that end with the period, counted at 06:00 "
    "every day. A single month follows the summer closure.",
)

DISTANCE_TO_GUIDELINE = Indicator(
    key="distance_to_guideline",
    name=GAPS["distance"].name,
    short_name=Text("Avstånd till riktvärdet", "Distance to guideline"),
    unit=BEDS,
    decimals=0,
    good=Good.LOWER,
    numerator_words=Text(
        "riktvärdet för antalet vårdplatser minus genomsnittligt antal disponibla vårdplatser "
        "under tolv månader",
        "the guideline number of beds minus the average number of available beds over twelve "
        "months",
    ),
    denominator_words=None,
    definition=joined(
        Text(
            "Så många disponibla vårdplatser i somatisk slutenvård som saknas till "
            "Socialstyrelsens riktvärde. Ett negativt tal betyder fler platser än riktvärdet.",
            "The number of available beds by which somatic inpatient care falls short of the "
            "guideline of Socialstyrelsen. A negative number means more beds than the guideline.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Översätter riktvärdet till antal platser och visar hur långt det är kvar i riket.",
        "Turns the guideline into a number of beds and shows how far the country has to go.",
    ),
    method=Text(
        "I riket: riktvärdet minus platserna. I en region fördelas rikets riktvärde efter "
        "folkmängd den 1 november 2023 med största-rest-metoden, och intervallet visar andra sätt "
        "att fördela det.",
        "In the country: the guideline minus the beds. In a region the national guideline is "
        "allocated by population on 1 November 2023 by largest remainder, and the interval shows "
        "other ways to allocate it.",
    ),
    caveats=joined(
        Text(
            "SKATTNING – inte Socialstyrelsens regionala riktvärde: det regionala avståndet är en "
            "egen fördelning av ett nationellt tal. Socialstyrelsens tal per region är inte "
            "publicerade som antal.",
            "ESTIMATE – not the regional guideline of Socialstyrelsen: the regional distance is "
            "our own allocation of a national figure. The figures of Socialstyrelsen by region are "
            "not published as numbers of beds.",
        ),
        _ORIGIN,
        _REVISED,
        Text(
            "Avståndet är ett annat mått än det platsbehov som följer av riktvärdet för "
            "beläggning; de två läggs aldrig samman. Överskott i en region vårdar inte patienter i "
            "en annan.",
            "The distance is another measure than the need that follows from the occupancy "
            "guideline; the two are never added. A surplus in one region treats no patients in "
            "another.",
        ),
        _MODELLED_BEDS,
    ),
    measured_at=_WHEN,
    derived="guideline",
)

PROGRESS_TO_GUIDELINE = Indicator(
    key="progress_to_guideline",
    name=Text("Andel av vägen till riktvärdet", "Share of the way to the guideline"),
    short_name=Text("Väg till riktvärdet", "Way to the guideline"),
    unit=PERCENT,
    decimals=0,
    good=Good.HIGHER,
    numerator_words=Text(
        "genomsnittligt antal disponibla vårdplatser under tolv månader minus utgångsläget",
        "average number of available beds over twelve months minus the baseline",
    ),
    denominator_words=Text(
        "riktvärdet för antalet vårdplatser minus utgångsläget",
        "the guideline number of beds minus the baseline",
    ),
    definition=joined(
        Text(
            "Så stor del av de vårdplatser som saknades i utgångsläget som har tillkommit. Under 0 "
            "procent betyder färre platser än i utgångsläget, över 100 fler än riktvärdet.",
            "The share of the beds missing at the baseline that has been added. Below 0 per cent "
            "means fewer beds than at the baseline, above 100 more than the guideline.",
        ),
        AVAILABLE_BED,
    ),
    rationale=Text(
        "Visar om satsningen för landet närmare riktvärdet, oberoende av riktvärdets storlek.",
        "Shows whether the effort brings the country closer to the guideline, whatever its size.",
    ),
    method=Text(
        "Räknas endast för riket: för regionerna finns varken riktvärde eller utgångsläge "
        "publicerat.",
        "Computed for the country only: neither guideline nor baseline is published for the "
        "regions.",
    ),
    caveats=joined(
        Text(
            "Utgångsläget 15 300 är ”cirka”: femtio platser upp eller ned ändrar värdet med 2,1 "
            "procentenheter.",
            "The baseline of 15,300 is “about”: fifty beds more or fewer change the value by 2.1 "
            "percentage points.",
        ),
        _ORIGIN,
        _REVISED,
        _MODELLED_BEDS,
    ),
    measured_at=_WHEN,
    derived="guideline",
    national_only=True,
)
