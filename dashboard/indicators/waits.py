"""Waiting times: how large a share is within the time limits of the care guarantee."""

from dashboard.indicators.indicator import Good, Indicator, Published
from dashboard.indicators.phrases import (
    AS_PUBLISHED,
    GUARANTEE_OF_CONTACT,
    MEASURED_IN_THE_YEAR,
    ONLY_THOSE_TREATED,
    joined,
)
from dashboard.indicators.units import PERCENT
from dashboard.language.text import Text

_STRUCK = Text(
    "Byten av vårdinformationssystem påverkar rapporteringen från 2024, och berörda regioners "
    "värden är strukna i källan: Örebro och Norrbotten 2024, nio regioner och riket 2025. Jämför "
    "inte med år före 2021, då mätningen var en annan.",
    "Changes of record system affect reporting from 2024, and the values of the regions concerned "
    "are struck out in the source: Örebro and Norrbotten in 2024, nine regions and the country in "
    "2025. Do not compare with years before 2021, when the measurement was another.",
)
_FIRST_CONTACT_DROPPED = Text(
    "Västra Götalands värde för 2025 är uteslutet som orimligt: 146,1 procent av de väntande.",
    "The value of Västra Götaland for 2025 is left out as impossible: 146.1 per cent of those "
    "waiting.",
)
_ONLY_THOSE_WAITING = Text(
    "Beskriver dem som står i kö vid mätningen, inte dem som fått vård.",
    "Describes those in the queue when measured, not those who received care.",
)
_GUARANTEE_OPERATION = Text(
    "Vårdgarantin ger rätt till beslutad operation eller åtgärd inom 90 dagar.",
    "The care guarantee gives a right to a decided operation or procedure within 90 days.",
)
_BEDS_MATTER = Text(
    "Planerad vård kan skjutas upp när platserna inte räcker, så köerna hör till bilden av "
    "platsläget.",
    "Planned care can be postponed when beds do not suffice, so queues belong to the picture.",
)
# The same limits within each pair of maps. Those waiting run from 34 to 95 per cent in the
# published years, those treated from 54 to 98.
_WAITING_CUTS = (50.0, 60.0, 70.0, 80.0)
_COMPLETED_CUTS = (70.0, 75.0, 80.0, 85.0)

WAIT_FIRST_CONTACT_WAITING = Indicator(
    key="wait_first_contact_waiting",
    name=Text(
        "Väntande högst 90 dagar på första kontakt", "Waiting at most 90 days for a first contact"
    ),
    short_name=Text("Väntar, första kontakt", "Waiting, first contact"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "patienter som väntat högst 90 dagar på första kontakt i specialiserad vård",
        "patients who have waited at most 90 days for a first contact in specialised care",
    ),
    denominator_words=Text(
        "alla patienter som väntar på första kontakt i specialiserad vård",
        "all patients waiting for a first contact in specialised care",
    ),
    definition=Text(
        "Andelen av dem som väntar på första kontakt i specialiserad vård som har väntat högst 90 "
        "dagar. Alla specialiteter, yrkesgrupper, utförare och slag av kontakt ingår.",
        "The share of those waiting for a first contact in specialised care who have waited at "
        "most 90 days. All specialties, professions, providers and kinds of contact are included.",
    ),
    rationale=joined(GUARANTEE_OF_CONTACT, _BEDS_MATTER),
    method=AS_PUBLISHED,
    caveats=joined(_ONLY_THOSE_WAITING, _FIRST_CONTACT_DROPPED, _STRUCK),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(Published("wait_first_contact_waiting_le90d_pct", "all", "kolada-n79221"),),
    cuts=_WAITING_CUTS,
)

WAIT_FIRST_CONTACT_COMPLETED = Indicator(
    key="wait_first_contact_completed",
    name=Text("Första kontakt inom 90 dagar", "First contact within 90 days"),
    short_name=Text("Första kontakt i tid", "First contact on time"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "patienter vars första kontakt i specialiserad vård skedde inom 90 dagar",
        "patients whose first contact in specialised care took place within 90 days",
    ),
    denominator_words=Text(
        "alla patienter som haft en första kontakt i specialiserad vård",
        "all patients who had a first contact in specialised care",
    ),
    definition=Text(
        "Andelen av de genomförda första kontakterna i specialiserad vård som skedde inom 90 "
        "dagar. Alla specialiteter, yrkesgrupper, utförare och slag av kontakt ingår.",
        "The share of completed first contacts in specialised care that took place within 90 days. "
        "All specialties, professions, providers and kinds of contact are included.",
    ),
    rationale=joined(GUARANTEE_OF_CONTACT, _BEDS_MATTER),
    method=AS_PUBLISHED,
    caveats=joined(
        ONLY_THOSE_TREATED,
        Text(
            "Västra Götalands värde för 2025, exakt 100 procent, är uteslutet eftersom samma "
            "leverans har ett omöjligt värde för de väntande.",
            "The value of Västra Götaland for 2025, exactly 100 per cent, is left out because the "
            "same delivery has an impossible value for those waiting.",
        ),
        _STRUCK,
    ),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(Published("wait_first_contact_completed_le90d_pct", "all", "kolada-n79222"),),
    cuts=_COMPLETED_CUTS,
)

WAIT_OPERATION_WAITING = Indicator(
    key="wait_operation_waiting",
    name=Text(
        "Väntande högst 90 dagar på operation eller åtgärd",
        "Waiting at most 90 days for an operation or procedure",
    ),
    short_name=Text("Väntar, operation", "Waiting, operation"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "patienter som väntat högst 90 dagar på operation eller åtgärd i specialiserad vård",
        "patients who have waited at most 90 days for an operation or procedure in specialised "
        "care",
    ),
    denominator_words=Text(
        "alla patienter som väntar på operation eller åtgärd i specialiserad vård",
        "all patients waiting for an operation or procedure in specialised care",
    ),
    definition=Text(
        "Andelen av dem som väntar på operation eller åtgärd i specialiserad vård som har väntat "
        "högst 90 dagar. Alla specialiteter, yrkesgrupper och utförare ingår.",
        "The share of those waiting for an operation or procedure in specialised care who have "
        "waited at most 90 days. All specialties, professions and providers are included.",
    ),
    rationale=joined(_GUARANTEE_OPERATION, _BEDS_MATTER),
    method=AS_PUBLISHED,
    caveats=joined(_ONLY_THOSE_WAITING, _STRUCK),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(Published("wait_operation_waiting_le90d_pct", "all", "kolada-n79223"),),
    cuts=_WAITING_CUTS,
)

WAIT_OPERATION_COMPLETED = Indicator(
    key="wait_operation_completed",
    name=Text("Operation eller åtgärd inom 90 dagar", "Operation or procedure within 90 days"),
    short_name=Text("Operation i tid", "Operation on time"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "patienter vars operation eller åtgärd i specialiserad vård genomfördes inom 90 dagar",
        "patients whose operation or procedure in specialised care took place within 90 days",
    ),
    denominator_words=Text(
        "alla genomförda operationer och åtgärder i specialiserad vård",
        "all completed operations and procedures in specialised care",
    ),
    definition=Text(
        "Andelen av de genomförda operationerna och åtgärderna i specialiserad vård som skedde "
        "inom 90 dagar. Alla specialiteter, yrkesgrupper och utförare ingår.",
        "The share of completed operations and procedures in specialised care that took place "
        "within 90 days. All specialties, professions and providers are included.",
    ),
    rationale=joined(_GUARANTEE_OPERATION, _BEDS_MATTER),
    method=AS_PUBLISHED,
    caveats=joined(ONLY_THOSE_TREATED, _STRUCK),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(Published("wait_operation_completed_le90d_pct", "all", "kolada-n79224"),),
    cuts=_COMPLETED_CUTS,
)
