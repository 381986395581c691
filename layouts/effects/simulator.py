"""The simulator: the rules to choose, both side by side, and own rates from a file."""

from typing import Any

from dashboard.funding.simulation.compared import compared
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.effects import rule_editor
from layouts.html import Html
from layouts.parts import picture_parts
from layouts.parts.door import behind
from layouts.parts.word_table import grid_table

PICTURE, TABLE = "eff-rules", "eff-compared"

_MEASURE = Text("Prov", "Test")
_COMPARED = Text("Reglerna prövade på slump och på känd sanning",
                 "The rules tried on chance and on a known truth")  # fmt: skip
_OWN_TITLE = Text("Räkna med egna värden", "Compute with your own rates")
_OWN_WORDS = Text(
    "Välj en CSV-fil med kolumnerna region, month (2–10), over_2023, over_2024, out_2023 och "
    "out_2024; en tom cell är ett värde som saknas. Filen räknas med båda reglerna ovan, sparas "
    "inte på servern, och resultatet finns kvar bara i den här webbläsaren tills fliken stängs.",
    "Choose a CSV file with the columns region, month (2–10), over_2023, over_2024, out_2023 and "
    "out_2024; an empty cell is a missing value. The file is computed by both rules above, is not "
    "kept on the server, and the result stays only in this browser until the tab is closed.",
)
_FILE = Text("CSV-fil med egna värden", "CSV file with your own rates")
_COMPUTE = Text("Räkna", "Compute")
_FORGET = Text("Glöm egna värden", "Forget own rates")
_TEMPLATE = Text("Mall: de skattade värdena som CSV", "Template: the estimated rates as CSV")


def rules_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view beside the picture."""
    return ((f"{TABLE}-table", "children"), *rule_editor.editor_parts())


def rules_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    grid = compared(dataset, view, lang)
    title = _COMPARED.in_(lang)
    return {
        f"{TABLE}-table": [grid_table(title, grid, _MEASURE.in_(lang))],
        **rule_editor.editor_values(view),
    }


def rules_sections(view: View, parts: dict[str, Any], lang: Lang) -> list[Any]:
    """The picture with its controls before it, beside the tests of both rules."""
    editor = rule_editor.editor(view, parts, lang)
    return [
        picture_parts.picture_section(PICTURE, parts, lang, before=[editor], closed=True),
        _compared(parts, lang),
        _own(lang),
    ]


def _compared(parts: dict[str, Any], lang: Lang) -> Html:
    return html.Section(
        behind(html.H2(_COMPARED.in_(lang), id=f"{TABLE}-title"), [
            html.Div(
                parts[f"{TABLE}-table"],
                aria_labelledby=f"{TABLE}-title",
                className="table-wrap",
                id=f"{TABLE}-table",
                role="region",
                tabIndex=0,
            ),
        ], closed=True),
        className="part part-compared",
    )  # fmt: skip


def _own(lang: Lang) -> Html:
    """A form that a script sends; without the script nothing is sent at all."""
    template = f"/files/eff-rates.csv?lang={lang}&flavour=machine"
    return html.Section(
        behind(html.H2(_OWN_TITLE.in_(lang)), [
            html.P(_OWN_WORDS.in_(lang), className="measure"),
            html.Div(
                [
                    html.Label(_FILE.in_(lang), htmlFor="eff-own-file"),
                    # The script puts the browser's own control here.
                    html.Div(id="eff-own-place"),
                    html.Button(_COMPUTE.in_(lang), className="tool", id="eff-own-compute",
                                type="button"),
                    html.Button(_FORGET.in_(lang), className="tool", hidden=True,
                                id="eff-own-forget", type="button"),
                ],
                className="own-rates",
                data_own_rates="1",
            ),
            html.P("", aria_live="polite", className="sentence", id="eff-own-said", role="status"),
            html.Div("", className="table-wrap", id="eff-own-result", tabIndex=-1),
            html.Div([html.A(_TEMPLATE.in_(lang), className="file", data_file=template,
                             href=template)], className="caption of-template"),
        ], closed=True),
        className="part part-own-rates",
    )  # fmt: skip
