"""What a scenario gives: the table, the examples to start from, and what stands beside."""

from dataclasses import replace
from typing import Any

from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.scenario import page_words, tables
from dashboard.values import labels
from dashboard.view.scenario_choice import NOW, scenario_choice
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import file_links
from layouts.parts.picture_parts import scrolling
from layouts.parts.word_table import grid_table
from layouts.scenario.dials import GOAL, dial

NAME, START, LOG, SOUGHT = "scn-results", "scn-start", "scn-log", "scn-goal"
_TITLE = Text("Nu och i scenariot", "Now and in the scenario")
_MEASURE = Text(
    "Medelvärde över tolv månader, inom parentes de mittersta 80 procenten",
    "Mean over twelve months, in brackets the middle 80 per cent",
)
_ROW = Text("Resultat", "Result")
_EXAMPLES = Text("Exempel:", "Examples:")
_MORE_BEDS = Text("{} fler platser", "{} more beds")
_EXAMPLE_WORDS = (
    ("stay=0.2", Text("0,2 dygn kortare vårdtid", "stays 0.2 days shorter")),
    ("ready=50", Text("hälften av de utskrivningsklara hem", "half of those ready go home")),
    (
        "moved=10",
        Text("en tiondel av den planerade vården flyttas", "a tenth of planned care moved"),
    ),
)  # fmt: skip
_KEEP = Text("Ställ scenariot bredvid", "Put the scenario beside")
_SWAP = Text("Byt plats", "Swap")
_REMOVE = Text("Ta bort det bredvid", "Remove what stands beside")
_RESET = Text("Återställ scenariot", "Reset the scenario")
_BESIDE = Text("Bredvid: {}.", "Beside: {}.")
_NOTHING = Text("inget ändrat", "nothing changed")
_LOG = Text("Logg över antaganden", "Log of assumptions")
_CONTROL = Text("Antagande", "Assumption")
_SOUGHT = Text("Vad skulle räcka?", "What would be enough?")
_SOUGHT_MEASURE = Text(
    "En ändring i taget, med allt annat som i dag och varje antagande i mitten",
    "One change at a time, all else as today and every assumption at its middle",
)


def result_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view here."""
    ids = (f"{NAME}-table", f"{NAME}-source", START, f"{LOG}-table", f"{SOUGHT}-list")
    return tuple((one, "children") for one in ids)


def result_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    title = _TITLE.in_(lang)
    return {
        f"{NAME}-table": [
            grid_table(
                title,
                tables.result_grid(dataset, view, lang),
                _ROW.in_(lang),
            )
        ],
        f"{NAME}-source": labels.source(dataset, view, lang),
        START: _start(dataset, view, lang),
        f"{LOG}-table": [
            grid_table(
                _LOG.in_(lang),
                tables.log_grid(dataset, view, lang),
                _CONTROL.in_(lang),
            )
        ],
        f"{SOUGHT}-list": [html.Li(one) for one in tables.goal_lines(dataset, view, lang)],
    }


def _start(dataset: Dataset, view: View, lang: Lang) -> list[Any]:
    """Links that work without scripts: examples, and what to do with the scenario beside."""
    beds = 2360 if view.region == SWEDEN else 20

    def link(words: str, **changed: str) -> Html:
        query = replace(view, **changed).query(dataset)  # type: ignore[arg-type]
        return html.Li(html.A(words, href=f"?{query}"))

    examples = [
        link(_MORE_BEDS.in_(lang).format(number(beds, 0, lang)), scenario=f"beds={beds}"),
        *(link(words.in_(lang), scenario=one) for one, words in _EXAMPLE_WORDS),
    ]  # fmt: skip
    found: list[Any] = [html.Span(_EXAMPLES.in_(lang)), html.Ul(examples)]
    tools = []
    if view.scenario != NOW:
        tools.append(link(_RESET.in_(lang), scenario=NOW))
    if view.beside != view.scenario:
        tools.append(link(_KEEP.in_(lang), beside=view.scenario))
        tools.append(link(_SWAP.in_(lang), scenario=view.beside, beside=view.scenario))
    if view.beside != NOW:
        tools.append(link(_REMOVE.in_(lang), beside=NOW))
    if tools:
        done = page_words.done(scenario_choice(view.beside), lang) or _NOTHING.in_(lang)
        found += [html.Span(_BESIDE.in_(lang).format(done)), html.Ul(tools)]
    return found


def start_section(parts: dict[str, Any]) -> Html:
    """The examples and what stands beside."""
    return html.Div(parts[START], className="starts", id=START)


def result_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The table of results with its files."""
    return html.Section(
        [
            html.H2(_TITLE.in_(lang), id=f"{NAME}-title"),
            html.P(_MEASURE.in_(lang), className="measure"),
            scrolling(f"{NAME}-table", parts, f"{NAME}-title"),
            html.Div(
                [
                    html.P(parts[f"{NAME}-source"], className="source", id=f"{NAME}-source"),
                    *file_links.csv_links(NAME, lang),
                ],
                className="caption",
            ),
        ],
        className="part part-results",
        id=NAME,
    )


def log_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The log of assumptions."""
    return html.Section(
        [
            html.H2(_LOG.in_(lang), id=f"{LOG}-title"),
            scrolling(f"{LOG}-table", parts, f"{LOG}-title"),
            html.Div(file_links.csv_links(LOG, lang), className="caption"),
        ],
        className="part part-log",
        id=LOG,
    )


def goal_section(parts: dict[str, Any], lang: Lang) -> Html:
    """What each change alone would take for the goal."""
    return html.Section(
        [
            html.H2(_SOUGHT.in_(lang), id=f"{SOUGHT}-title"),
            html.P(_SOUGHT_MEASURE.in_(lang), className="measure"),
            dial(GOAL, parts, lang),
            html.Ul(parts[f"{SOUGHT}-list"], className="sought", id=f"{SOUGHT}-list"),
            html.Div(file_links.csv_links(SOUGHT, lang), className="caption"),
        ],
        aria_labelledby=f"{SOUGHT}-title",
        className="part part-sought",
    )
