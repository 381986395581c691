"""The page of dialogue before a region is chosen: the regions, and what was agreed with all."""

from dashboard.dialogue.agreement_log import Agreements
from dashboard.dialogue.agreement_rows import agreement_rows, outcome_line
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from layouts import html
from layouts.dialogue.sections import table
from layouts.html import Html
from layouts.parts.region_chooser import region_chooser

TITLE = Text("Dialogunderlag", "Dialogue")
_LEAD = Text(
    "Underlaget inför ett möte med en region: siffrorna, vad som har hänt sedan sist, frågor att "
    "ställa och vad som har överenskommits. Samma siffror står på sidan och i filerna.",
    "The papers for a meeting with a region: the figures, what has happened since last time, "
    "questions to ask and what has been agreed. The page and the files have the same figures.",
)
_CHOOSE = Text("Välj region", "Choose a region")
_ALL_AGREED = Text("Överenskommelser i alla regioner", "Agreements in all regions")
_NO_AGREED = Text("Inget är antecknat än.", "Nothing has been written down yet.")
_HEADS = (
    Text("Region och insats", "Region and measure"), Text("Väntat resultat", "Expected result"),
    Text("Utfall", "Outcome"), Text("Ägare", "Owner"), Text("Klart senast", "Due"),
    Text("Läge", "State"), Text("Antecknat av", "Written by"),
)  # fmt: skip

_SIGNED = Text("{} {}", "{} {}")


def choice(dataset: Dataset, agreed: Agreements, today: str, lang: Lang, told: list[Html]) -> Html:
    """The regions roughly where they lie, and the agreements of all; `told` is said first."""
    return html.Div(
        [
            html.H1(TITLE.in_(lang)),
            html.P(_LEAD.in_(lang), className="measure"),
            *told,
            html.H2(_CHOOSE.in_(lang)),
            region_chooser(_CHOOSE.in_(lang), lang),
            html.H2(_ALL_AGREED.in_(lang), id="agreements"),
            _all_agreed(dataset, agreed, today, lang),
        ],
        className="column page-dialogue",
    )


def _all_agreed(dataset: Dataset, agreed: Agreements, today: str, lang: Lang) -> Html:
    rows = [
        (
            f"{row['region_name']}: {row['measure']}", row["expected_words"], outcome_line(row),
            row["owner"], formatting.date(row["due"], lang), row["state_words"],
            _SIGNED.in_(lang).format(row["agreed_by"], row["agreed_at"][:10]),
        )
        for row in agreement_rows(dataset, agreed.known, today, lang)
    ]  # fmt: skip
    if not rows:
        return html.P(_NO_AGREED.in_(lang))
    first, *heads = (head.in_(lang) for head in _HEADS)
    return table(_ALL_AGREED.in_(lang), Grid(tuple(heads), tuple(rows)), first)
