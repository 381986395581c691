"""Definitions and reservations that several indicators share, said once."""

from dashboard.language.text import Text

AVAILABLE_BED = Text(
    "En disponibel vårdplats är en ”vårdplats i sluten vård med fysisk utformning, utrustning och "
    "bemanning som säkerställer patientsäkerhet och arbetsmiljö” (Socialstyrelsen).",
    "An available bed (disponibel vårdplats) is a “bed in inpatient care with the physical design, "
    "equipment and staffing that secure patient safety and the work environment” (Socialstyrelsen; "
    "our translation).",
)
DAILY_AT_SIX = Text(
    "Klockan 06.00 varje dag sedan november 2012, per avdelning; regionerna rapporterar per "
    "sjukhus minst en gång i månaden.",
    "At 06:00 every day since November 2012, by ward; the regions report by hospital at least once "
    "a month.",
)
SUMS_FIRST = Text(
    "Täljare och nämnare summeras var för sig över dagar och regioner, och divideras sist. "
    "Procenttal och kvoter för regioner eller månader medelvärdesbildas aldrig.",
    "Numerators and denominators are summed separately over days and regions, and divided last. "
    "Percentages and ratios of regions or months are never averaged.",
)
CLOSED_BEDS = Text(
    "Nämnaren är disponibla vårdplatser: en plats som stängs försvinner ur nämnaren, vilket höjer "
    "kvoten utan att en enda patient har tillkommit.",
    "The denominator is available beds: a bed that closes leaves the denominator, which raises the "
    "ratio without one patient more.",
)
REPORTING = Text(
    "Ändrad rapportering kan förklara en del av förändringen: Vårdanalys bedömer att uppgifterna "
    "för 2025 inte är tillförlitliga nog för slutsatser.",
    "Changed reporting may explain part of the change: Vårdanalys (the Swedish Agency for Health "
    "and Care Services Analysis) judges that the data for 2025 are not reliable enough for "
    "conclusions.",
)
MODELLED_MONTHS = Text(
    "Publicerade månadsvärden har hittats bara för somatisk vård, för riket och Stockholm, oktober "
    "2017–september 2018, och för enstaka månader i riket. Regionernas månadsvärden är därför "
    "skattade så att de återger varje regions publicerade årsvärde.",
    "Published monthly values were found only for somatic care, for the country and Stockholm, "
    "October 2017–September 2018, and for single months in the country. The monthly values of the "
    "regions are therefore estimated so that they reproduce the published annual value of each "
    "region.",
)
MODELLED_ONLY = Text(
    "Inga regionala värden är publicerade: månadsvärdena är skattade, och fördelningen på akut "
    "och planerad vård är ett antagande.",
    "No regional values are published: the monthly values are estimated, and the split into acute "
    "and planned care is an assumption.",
)
AS_PUBLISHED = Text(
    "Värdena visas som de publicerats, även för riket. Täljare och nämnare är inte publicerade, så "
    "värden för flera regioner eller år kan inte läggas samman.",
    "The values are shown as published, for the country too. Numerator and denominator are not "
    "published, so values of several regions or years cannot be combined.",
)


def joined(*phrases: Text) -> Text:
    """Sentences after one another, in both languages."""
    return Text(" ".join(p.sv for p in phrases), " ".join(p.en for p in phrases))


GUARANTEE_OF_CONTACT = Text(
    "Vårdgarantin ger rätt till ett första besök i specialiserad vård inom 90 dagar, efter remiss "
    "eller egenremiss.",
    "The care guarantee gives a right to a first visit in specialised care within 90 days, after a "
    "referral or self-referral.",
)
ONLY_THOSE_TREATED = Text(
    "Beskriver dem som fått vård under året. Den som ännu väntar syns inte, så en region som tar "
    "dem som väntat längst kan få ett lägre värde.",
    "Describes those who received care during the year. Those still waiting are not seen, so a "
    "region that treats those who waited longest may get a lower value.",
)
MEASURED_IN_THE_YEAR = Text(
    "Årsvärde; när under året det är mätt anges inte i underlaget.",
    "Annual value; when in the year it was measured is not stated in the data.",
)
BEDS_SUMMED = Text(
    "disponibla vårdplatser vid varje mätning, summerade över periodens dagar",
    "available beds at each count, summed over the days of the period",
)
