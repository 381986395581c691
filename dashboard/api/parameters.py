"""The keys that the API understands in a query, and the words that explain them."""

from typing import get_args

from dashboard.api.declared import Parameter, Resource
from dashboard.indicators.registry import BY_KEY, INDICATORS, Care, Data, Stream
from dashboard.language.text import Text
from dashboard.reference.events import Events
from dashboard.reference.regions import ALL_CODES
from dashboard.targets.occupancy_targets import PUBLISHED
from dashboard.view.assumptions import EXAMPLES as ASSUMED
from dashboard.view.payment_rule import EXAMPLES as RULE_EXAMPLES
from dashboard.view.peer_choice import PEER_GROUPS
from dashboard.view.query_values import SPANS
from dashboard.view.scenario_choice import EXAMPLES as SCENARIOS
from dashboard.view.sort_choice import EXAMPLES as SORTED
from dashboard.view.sort_choice import PATTERN as SORT_PATTERN

FORMATS = ("json", "csv")
USUAL_SIZE, MOST_ROWS, MOST_PAGES = 100, 1000, 10_000
_CODE = "|".join(ALL_CODES)


def _of_page(sv: str, en: str) -> Text:
    """What figures of some pages depend on, and values of indicators do not."""
    return Text(f"{sv}; för /figures", f"{en}; for /figures")


VIEW_PARAMETERS = (
    Parameter(
        "indicator",
        Text("Måttets nyckel", "Key of an indicator"),
        tuple(BY_KEY),
        INDICATORS[0].key,
    ),
    Parameter(
        "period",
        Text(
            "En månad, 2025-10, eller ett år, 2025; annars den senaste",
            "A month, 2025-10, or a year, 2025; else the latest",
        ),
        example="2025-10",
        pattern="^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$",
    ),
    Parameter(
        "region",
        Text(
            "En kod, 14, flera, 01,14, 00 för riket, eller all; annars alla",
            "A code, 14, several, 01,14, 00 for Sweden, or all; else all of them",
        ),
        example="14",
        pattern=f"^(all|({_CODE})(,({_CODE}))*)$",
    ),
    Parameter("care", Text("Vård; annars måttets egen", "Care; else the indicator's own"),
              get_args(Care)),
    Parameter("stream", Text("Vårdform; annars all", "Stream; else all"), get_args(Stream)),
    Parameter(
        "span",
        Text(
            "Så många månader till och med perioden, av årsvärden alla år; annars bara perioden",
            "That many months up to the period, of annual values all years; else the period alone",
        ),
        tuple(map(str, SPANS)),
    ),
    Parameter(
        "peers",
        Text(
            "Tillsammans med en region: även de regioner den jämförs med och riket",
            "Together with one region: also the regions it is compared with, and Sweden",
        ),
        example=PEER_GROUPS[0],
    ),
    Parameter(
        "data",
        Text("Skattade, rapporterade eller påhittade månader, eller publicerade år; annars måttets "
             "egen",
             "Estimated, reported or example months, or published years; else the indicator's own"),
        get_args(Data),
    ),
    Parameter("rule", _of_page("Regeln att pröva, i bidragets tal",
                               "The rule to try, in the figures of the grant"),
              example=RULE_EXAMPLES[-1]),
    Parameter("against", _of_page("Regeln den hålls mot", "The rule it is held against"),
              example=RULE_EXAMPLES[0]),
    Parameter("events", _of_page("Händelserna på tidsaxeln", "The events on the time axis"),
              get_args(Events)),
    Parameter("assumptions", _of_page("Antagandena bakom målen", "The assumptions of the targets"),
              example=ASSUMED[-1]),
    Parameter("targets", _of_page("Målens version", "The version of the targets"),
              example=PUBLISHED),
    Parameter("scenario", _of_page("Scenariot", "The scenario"), example=SCENARIOS[-1]),
    Parameter("beside", _of_page("Scenariot bredvid", "The scenario beside it"),
              example=SCENARIOS[0]),
    Parameter("sort", _of_page("Ordningen i en tabell", "The order of a table"),
              example=SORTED[1], pattern=SORT_PATTERN),
    Parameter("release", Text("Utgåvan som den var: namnet, eller dess sex första tecken",
                              "The release as it was: its name, or its first six digits"),
              pattern="^[0-9a-f]{6,16}$"),
)  # fmt: skip

OF_EVERY_LIST = (
    Parameter("format", Text("JSON, eller CSV", "JSON, or CSV"), FORMATS),
    Parameter("page", Text("Sidan, från 1", "The page, from 1"), example="1", most=MOST_PAGES),
    Parameter(
        "size",
        Text(f"Rader på sidan, 1–{MOST_ROWS}; annars {USUAL_SIZE}",
             f"Rows on the page, 1–{MOST_ROWS}; else {USUAL_SIZE}"),
        example=str(USUAL_SIZE),
        most=MOST_ROWS,
    ),
)  # fmt: skip


def parameters_of(resource: Resource) -> tuple[Parameter, ...]:
    """All that a resource understands, in the order it is explained."""
    return (*(VIEW_PARAMETERS if resource.of_view else ()), *OF_EVERY_LIST)
