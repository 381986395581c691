"""Whether the effort worked: the model before the result, the verdicts, and what others say."""

from typing import Any

from dashboard.effects import agreement, effects_picture
from dashboard.effects.evaluations_published import (
    SECOND_HAND,
    Conclusion,
    Respondents,
    conclusions,
    respondents,
)
from dashboard.effects.judged import Evaluation
from dashboard.effects.words import declared_words
from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING
from dashboard.language.formatting import NONE, capitalised, number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.sources import Source
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts import file_links, picture_parts
from layouts.parts.at_hand import at_hand
from layouts.parts.door import behind
from layouts.parts.word_table import grid_table

MODEL, VERDICT, AREAS, SEEN = "eff-model", "eff-verdict", "eff-areas", "eff-seen"
_ENDINGS = {
    MODEL: ("title", "list"),
    VERDICT: ("title", "measure", "table", "weigh"),
    AREAS: ("title", "measure", "table", "source"),
    SEEN: ("title", "measure", "table"),
}
_MODEL_TITLE = Text("Modellen, bestämd före resultaten", "The model, decided before the results")
_VERDICT_TITLE = Text("Domen i ord: {}", "The verdict in words: {}")
_VERDICT_MEASURE = Text(
    "{}. En orsak påstås aldrig här: det kräver en jämförelse som håller i alla prov.",
    "{}. A cause is never claimed here: that needs a contrast that holds in every test.",
)
_VERDICT_HEADS = (Text("Dom", "Verdict"), Text("Vad modellen visar", "What the model shows"),
                  Text("Varför inte mer kan sägas", "Why more cannot be said"))  # fmt: skip
_WEIGH = Text("Att väga in i varje resultat", "To weigh beside any result")
_MEASURE = Text("Mått", "Indicator")
_AREA = Text("Område", "Area")
_SOURCE = Text("Källa: {} ({}).", "Source: {} ({}).")
_TOLD = Text("Vad Vårdanalys har kommit fram till", "What Vårdanalys has concluded")
_TOLD_MEASURE = Text(
    "Citat och slutsatser som de är publicerade. Det som är känt i andra hand är märkt så.",
    "Quotes and conclusions as published. What is known at second hand is marked so.",
)
_SEEN_TITLE = Text(
    "Upplevelsen bredvid registret: hur svaren fördelade sig har inte hittats",
    "The experience beside the register: how the answers were distributed was not found",
)
_SEEN_MEASURE = Text(
    "Vilka Vårdanalys har frågat, och vad registret visar för samma tid ({}, publicerade år).",
    "Whom Vårdanalys has asked, and what the register shows for the same time ({}, published "
    "years).",
)
_SEEN_HEADS = (Text("Svarande", "Answers"), Text("Bättre", "Better"), Text("Oförändrat", "Same"),
               Text("Sämre", "Worse"), Text("Anmärkning", "Remark"))  # fmt: skip
_WHO = Text("Vem", "Who")
_REGISTER = Text("Registret: {}", "The register: {}")
_REGISTER_SAYS = Text("{} år 2022, {} år {}", "{} in 2022, {} in {}")


def effort_parts() -> tuple[tuple[str, str], ...]:
    """Id and property of all that follows the view."""
    return tuple((f"{name}-{end}", "children") for name, ends in _ENDINGS.items() for end in ends)


@at_hand("rule", "against", "events", "sort")
def effort_values(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    """The changing values by component id."""
    found = effects_picture.evaluations(dataset, view)
    yearly = view.data == "published"
    words = declared_words(found[1].declared, yearly=yearly)
    table = agreement.area_table(dataset, view, lang)
    verdicts, seen = _verdicts(found, lang), _seen(dataset, view, lang)
    title = _VERDICT_TITLE.in_(lang).format(_in_short(found, lang))
    return {
        f"{MODEL}-title": _MODEL_TITLE.in_(lang),
        f"{MODEL}-list": [html.Li(one.in_(lang)) for one in words],
        f"{VERDICT}-title": title,
        f"{VERDICT}-measure": _VERDICT_MEASURE.in_(lang).format(labels.status(dataset, view, lang)),
        f"{VERDICT}-table": [grid_table(title, verdicts, _MEASURE.in_(lang))],
        f"{VERDICT}-weigh": _weigh(found, lang),
        f"{AREAS}-title": table.title,
        f"{AREAS}-measure": table.measure,
        f"{AREAS}-table": [
            grid_table(
                table.title,
                table.grid,
                _AREA.in_(lang),
            )
        ],
        f"{AREAS}-source": _sourced(table.source, lang),
        f"{SEEN}-title": _SEEN_TITLE.in_(lang),
        f"{SEEN}-measure": _SEEN_MEASURE.in_(lang).format(labels.place(view, lang)),
        f"{SEEN}-table": [grid_table(_SEEN_TITLE.in_(lang), seen, _WHO.in_(lang))],
    }


def model_section(parts: dict[str, Any]) -> Html:
    """The declared model, which stands before any result."""
    return html.Section(
        [
            html.H2(parts[f"{MODEL}-title"], id=f"{MODEL}-title"),
            html.Ul(parts[f"{MODEL}-list"], id=f"{MODEL}-list"),
        ],
        className="part part-model",
        id=MODEL,
    )


def verdict_section(parts: dict[str, Any]) -> Html:
    """Each measure's verdict with its reasons."""
    return _tabled(VERDICT, parts)


def weigh_section(parts: dict[str, Any], lang: Lang) -> Html:
    """What must be weighed beside any result."""
    weigh = html.Ul(parts[f"{VERDICT}-weigh"], className="weigh", id=f"{VERDICT}-weigh")
    return html.Section([html.H2(_WEIGH.in_(lang)), weigh], className="part part-weigh")


def told_section(dataset: Dataset, lang: Lang) -> Html:
    """What Vårdanalys concluded, quoted with sources."""
    return html.Section(
        [
            html.H2(_TOLD.in_(lang)),
            html.P(_TOLD_MEASURE.in_(lang), className="measure"),
            html.Div(
                [_conclusion(one, lang) for one in conclusions(dataset.reference)], className="told"
            ),
        ],
        className="part part-told",
        id="eff-told",
    )


def seen_section(parts: dict[str, Any]) -> Html:
    """The perception panel beside the register."""
    return _tabled(SEEN, parts)


def area_section(parts: dict[str, Any], lang: Lang) -> Html:
    """The seven areas of the agreement."""
    source = html.P(parts[f"{AREAS}-source"], className="source", id=f"{AREAS}-source")
    return _tabled(AREAS, parts, source, *file_links.csv_links(AREAS, lang), closed=True)


def _tabled(name: str, parts: dict[str, Any], *files: Any, closed: bool = False) -> Html:
    return html.Section(
        behind(html.H2(parts[f"{name}-title"], id=f"{name}-title"), [
            html.P(parts[f"{name}-measure"], className="measure", id=f"{name}-measure"),
            picture_parts.scrolling(f"{name}-table", parts, f"{name}-title"),
            *([html.Div(list(files), className="caption")] if files else []),
        ], closed=closed),
        className=f"part part-words part-{name}",
        id=name,
    )  # fmt: skip


def _in_short(evaluations: tuple[Evaluation, ...], lang: Lang) -> str:
    words = list(dict.fromkeys(one.verdict.word.in_(lang) for one in evaluations))
    return ", ".join(words)


def _weigh(evaluations: tuple[Evaluation, ...], lang: Lang) -> list[Html]:
    """Series breaks, coverage and other explanations, each once (docs/methods.md 6.4)."""
    said = dict.fromkeys(words.in_(lang) for one in evaluations for words in one.remarks)
    return [html.Li(words) for words in said]


def _verdicts(evaluations: tuple[Evaluation, ...], lang: Lang) -> Grid:
    rows = []
    for one in evaluations:
        word = capitalised(one.verdict.word.in_(lang))
        text = one.verdict.text.in_(lang).removeprefix(f"{word}. ")
        because = " ".join(words.in_(lang) for words in one.verdict.because)
        rows.append((effects_picture.name_of(one, lang), word, text, because))
    return Grid(tuple(head.in_(lang) for head in _VERDICT_HEADS), tuple(rows))


def _conclusion(conclusion: Conclusion, lang: Lang) -> Html:
    text = conclusion.text.in_(lang)
    mark = f" · {SECOND_HAND.in_(lang)}" if conclusion.secondary else ""
    source = _sourced(conclusion.source, lang)
    said = html.Q(text) if conclusion.quote else text
    return html.Blockquote([html.P(said), html.P([*source, mark], className="source")])


def _sourced(source: Source, lang: Lang) -> list[Any]:
    head, tail = _SOURCE.in_(lang).format(source.title, source.label).split(source.title, 1)
    titled = html.A(source.title, href=source.url) if source.url else source.title
    return [head, titled, tail]


def _seen(dataset: Dataset, view: View, lang: Lang) -> Grid:
    rows = [_asked(one, lang) for one in respondents(dataset.reference)]
    for indicator in (OVERCROWDING, OUTPLACEMENT):
        known = agreement.yearly(dataset, view, indicator)
        first, last = (number(known.get(y), indicator.decimals, lang)
                       for y in ("2022", dataset.last_year))  # fmt: skip
        name = _REGISTER.in_(lang).format(indicator.name.in_(lang).lower())
        said = _REGISTER_SAYS.in_(lang).format(first, last, dataset.last_year)
        rows.append((name, NONE, NONE, NONE, NONE, said))
    return Grid(tuple(head.in_(lang) for head in _SEEN_HEADS), tuple(rows))


def _asked(respondents: Respondents, lang: Lang) -> tuple[str, ...]:
    counts = (
        NONE if n is None else str(n)
        for n in (respondents.better, respondents.same, respondents.worse)
    )
    mark = (
        f" ({respondents.source.label}, {SECOND_HAND.in_(lang)})" if respondents.secondary else ""
    )
    return (
        respondents.group.in_(lang),
        str(respondents.answered),
        *counts,
        f"{respondents.reason.in_(lang)}{mark}",
    )
