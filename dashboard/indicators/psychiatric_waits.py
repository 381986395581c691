"""Waiting times in psychiatry: a first visit for adults, and treatment of the young."""

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

WAIT_PSYCHIATRY_FIRST_VISIT = Indicator(
    key="wait_psychiatry_first_visit",
    name=Text(
        "Första besök i allmänpsykiatri inom 90 dagar",
        "First visit in general psychiatry within 90 days",
    ),
    short_name=Text("Psykiatri, besök i tid", "Psychiatry visit on time"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "genomförda första besök i allmänpsykiatrisk vård inom 90 dagar",
        "completed first visits in general psychiatric care within 90 days",
    ),
    denominator_words=Text(
        "alla genomförda första besök i allmänpsykiatrisk vård",
        "all completed first visits in general psychiatric care",
    ),
    definition=Text(
        "Andelen av de genomförda första besöken i allmänpsykiatrisk vård som skedde inom 90 "
        "dagar.",
        "The share of completed first visits in general psychiatric care that took place within 90 "
        "days.",
    ),
    rationale=GUARANTEE_OF_CONTACT,
    method=AS_PUBLISHED,
    caveats=joined(
        ONLY_THOSE_TREATED,
        Text(
            "Väntan på utredning och behandling efter det första besöket ingår inte.",
            "Waiting for assessment and treatment after the first visit is not included.",
        ),
    ),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(
        Published("wait_general_psychiatry_first_visit_le90d_pct", "psychiatric", "kolada-u79049"),
    ),
    # The regions run from 35 to 99 per cent in 2016-2025, four fifths of them above 74.
    cuts=(60.0, 70.0, 80.0, 90.0),
)

WAIT_BUP_START = Indicator(
    key="wait_bup_start",
    name=Text(
        "Utredning eller behandling i BUP startad inom 30 dagar",
        "Child and adolescent psychiatry started within 30 days",
    ),
    short_name=Text("BUP, start i tid", "Child psychiatry on time"),
    unit=PERCENT,
    decimals=1,
    good=Good.HIGHER,
    numerator_words=Text(
        "utredningar och behandlingar i barn- och ungdomspsykiatrin som startat inom 30 dagar",
        "assessments and treatments in child and adolescent psychiatry started within 30 days",
    ),
    denominator_words=Text(
        "alla startade utredningar och behandlingar i barn- och ungdomspsykiatrin",
        "all assessments and treatments started in child and adolescent psychiatry",
    ),
    definition=Text(
        "Andelen av de startade utredningarna och behandlingarna i barn- och ungdomspsykiatrin "
        "(BUP) som startade inom 30 dagar.",
        "The share of assessments and treatments started in child and adolescent psychiatry (BUP) "
        "that began within 30 days.",
    ),
    rationale=Text(
        "För barn och unga är gränsen 30 dagar, strängare än de 90 som annars gäller. Måttet hör "
        "till bilden av psykiatrins kapacitet.",
        "For children and adolescents the limit is 30 days, stricter than the 90 that otherwise "
        "apply. The measure belongs to the picture of psychiatric capacity.",
    ),
    method=AS_PUBLISHED,
    caveats=joined(
        ONLY_THOSE_TREATED,
        Text(
            "Nivån kan inte jämföras med de mått som har gränsen 90 dagar. Värden saknas för "
            "Jämtland 2018–2019 och Södermanland 2024, och exakt 0 eller 100 procent förekommer.",
            "The level cannot be compared with measures whose limit is 90 days. Values are missing "
            "for Jämtland in 2018–2019 and Södermanland in 2024, and exactly 0 or 100 per cent "
            "occurs.",
        ),
    ),
    measured_at=MEASURED_IN_THE_YEAR,
    published=(Published("wait_bup_start_le30d_pct", "psychiatric", "kolada-u79119"),),
    # The regions run from 0 to 100 per cent in 2016-2025, half of them below 53.
    cuts=(20.0, 40.0, 60.0, 80.0),
)
