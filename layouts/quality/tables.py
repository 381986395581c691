"""The tables of Data och kvalitet that follow the view: grades, questions, sources, revisions."""

from collections.abc import Sequence
from typing import Any

from dashboard.checks.rules import DOTS
from dashboard.indicators.registry import BY_KEY, Care, Data
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality import phrases
from dashboard.quality.context import known
from dashboard.quality.finding import BY_KIND, Finding
from dashboard.quality.findings import concerning
from dashboard.quality.grades import grades
from dashboard.quality.reporting import Cell, calendar, periods
from dashboard.quality.revisions import Revised, revisions, rewritten
from dashboard.quality.source_conflicts import Disagreement, Figure, disagreements
from dashboard.reference.regions import ALL_CODES, CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.values import numbers
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import named, region_name
from layouts.parts.sorting import Sorting, Words
from layouts.parts.stacked import STACKED, stacked

MOST_REVISIONS = 40

_REGION, _MEASURE = Text("Region", "Region"), Text("Mått", "Indicator")
_GRADES = (
    _REGION, Text("Värde", "Value"), Text("Betyg", "Grade"),
    *(Text(name.sv.capitalize(), name.en.capitalize()) for name in DOTS.values()),
    Text("Skäl", "Reasons"),
)  # fmt: skip
_QUESTIONS = (
    _REGION, Text("Fråga", "Question"), Text("Siffror", "Figures"), Text("Sort", "Sort"),
)  # fmt: skip
_SOURCES = (
    _REGION, _MEASURE, Text("En källa", "One source"), Text("En annan", "Another"),
    Text("Skillnad", "Difference"),
)  # fmt: skip
_REVISED = (
    _REGION, Text("Siffran", "The figure"), Text("Förra utgåvan", "Last release"),
    Text("Nu", "Now"),
)  # fmt: skip
_DOT = {True: ("●", Text("ja", "yes")), False: ("○", Text("nej", "no")),
        None: ("–", Text("inte känt", "not known"))}  # fmt: skip
_ALL = Text("Alla regioner", "All regions")
_KNOWN = Text("Känt: {}.", "Known: {}.")
_NOTHING = Text("–", "–")


def link_to(lang: Lang, *, indicator: str, region: str, period: str, care: Care, data: Data) -> str:
    """The address of the national page with a figure chosen."""
    query = f"indicator={indicator}&period={period}&region={region}&care={care}&data={data}"
    return f"{addresses.OVERVIEW.in_(lang)}?{query}"


def table(
    name: str, heads: Sequence[Text], rows: Sequence[Html], lang: Lang,
    sorting: Sorting | None = None, words: Words = (),
) -> Html:  # fmt: skip
    """A table with its name for those who hear it, in the order asked for by the rows' `words`."""
    said = [one.in_(lang) for one in heads]
    columns = [html.Th(one, scope="col") for one in said]
    if sorting is not None:
        columns = sorting.heads(said, words)
        rows = [rows[place] for place in sorting.places(words)]
    return headed(name, columns, stacked(rows, said))


def headed(name: str, heads: Sequence[Html], rows: Sequence[Html]) -> Html:
    """A table of stacked rows as they are, with its name for those who hear it."""
    head = html.Thead(html.Tr(list(heads)))
    pieces = [html.Caption(name, className="unseen"), head, html.Tbody(list(rows))]
    return html.Table(pieces, className=STACKED)


def row(first: Any, *cells: Any, chosen: bool = False) -> Html:
    """A row whose first cell names it."""
    kind = {"className": "chosen"} if chosen else {}
    whole = [html.Th(first, scope="row"), *(html.Td(cell) for cell in cells)]
    return html.Tr(whole, **kind)


def grades_table(dataset: Dataset, view: View, name: str, lang: Lang, id_: str) -> Html:
    """Every region with its value, grade, four dots and the reasons; `id_` is the table's."""
    graded, now = grades(dataset, view), numbers(dataset, view)
    cells = _of_period(dataset, view)
    rows, told = [], []
    for code in CODES:
        own = graded[code]
        reasons = "; ".join(one.in_(lang) for one in own.reasons) or _NOTHING.in_(lang)
        address = link_to(lang, indicator=view.indicator, region=code, period=view.period,
                          care=view.care, data=view.data)  # fmt: skip
        words = labels.number(now[ALL_CODES.index(code)], view.of, lang)
        value: Any = words
        told.append((name_of(code).in_(lang), words, own.grade or "–", "", "", "", "", reasons))
        if own.grade == "D":
            # Kept, but not counted in.
            value = html.Span(value, className="greyed")
        dots = [_dot(cells[code].dots[dot], lang) for dot in DOTS] if code in cells else [""] * 4
        rows.append(
            row(region_name(name_of(code).in_(lang), code, view.region),
                html.A(value, href=address, aria_label=f"{name_of(code).in_(lang)}: {words}"),
                html.Strong(own.grade or "–"), *dots, reasons, chosen=code == view.region)
        )  # fmt: skip
    return table(name, _GRADES, rows, lang, Sorting(id_, dataset, view, lang), told)


def _of_period(dataset: Dataset, view: View) -> dict[str, Cell]:
    """The calendar's cells in the view's period, or in the last month of an estimated year."""
    shown = periods(dataset, view)
    place = shown.index(view.period) if view.period in shown else len(shown) - 1
    return {cells[0].region: cells[place] for cells in calendar(dataset, view)}


def _dot(known: bool | None, lang: Lang) -> Html:
    mark, words = _DOT[known]
    seen = html.Span(mark, aria_hidden="true")
    return html.Span([seen, html.Span(words.in_(lang), className="unseen")], className="point")


def asked(dataset: Dataset, view: View) -> tuple[list[Finding], list[Finding]]:
    """The questions about the region: those of the last two years, and the older ones."""
    latest = int(dataset.last_year) - 1
    found = concerning(dataset, view.region)
    new = [one for one in found if int(one.periods[-1][:4]) >= latest]
    return new, [one for one in found if one not in new]


def rewritten_of(old: Dataset | None, dataset: Dataset, view: View) -> list[Finding]:
    """What was changed late since the release before, as questions about the view's figure."""
    found = rewritten(revisions(old, dataset), dataset) if old else ()
    return [
        one
        for one in found
        if view.region in (SWEDEN, one.regions[0]) and one.indicator == view.indicator
    ][:MOST_REVISIONS]


def questions_table(findings: Sequence[Finding], name: str, sorting: Sorting) -> Html:
    """Each question with the figures that raise it, linked to the latest of them."""
    rows, told = zip(*(_question(one, sorting) for one in findings), strict=True)
    return table(name, _QUESTIONS, rows, sorting.lang, sorting, told)


def _question(finding: Finding, sorting: Sorting) -> tuple[Html, tuple[str, ...]]:
    """The row, and what it is ordered by."""
    dataset, lang = sorting.dataset, sorting.lang
    several = len(finding.regions) > 1
    place = _ALL.in_(lang) if several else name_of(finding.regions[0]).in_(lang)
    address = link_to(
        lang, indicator=finding.indicator, region=SWEDEN if several else finding.regions[0],
        period=finding.periods[-1], care=finding.care, data=finding.data,
    )  # fmt: skip
    indicator = BY_KEY[finding.indicator]
    figures = "; ".join(
        f"{formatting.period(period, lang)}: {labels.number(number, indicator, lang)}"
        for period, number in finding.figures
    )
    figures = figures or indicator.name.in_(lang)
    sort, question = BY_KIND[finding.kind].name.in_(lang), finding.question.in_(lang)
    beside = "; ".join(words.in_(lang) for words in known(dataset, finding))
    asked: list[Any] = [question]
    if beside:
        asked.append(html.Span(_KNOWN.in_(lang).format(beside), className="share"))
    name = named(place, sorting.view.region)
    link = html.A(
        figures, href=address, aria_label=f"{place}, {indicator.name.in_(lang)}: {figures}"
    )
    whole = row(name, asked, link, sort)
    return whole, (place, question, figures, sort)


def contradictions(dataset: Dataset, view: View) -> list[Disagreement]:
    """The figures that disagree about the region, or about any."""
    return [one for one in disagreements(dataset.reference) if view.region in (SWEDEN, one.region)]


def sources_table(disagreements: Sequence[Disagreement], name: str, sorting: Sorting) -> Html:
    """The two figures of each disagreement with period and source."""
    dataset, lang, rows, told = sorting.dataset, sorting.lang, [], []
    for one in disagreements:
        decimals = one.indicator.decimals if one.indicator else 0
        pair = [_figure(dataset, side, decimals, lang) for side in (one.figure, one.other)]
        apart = formatting.number(one.apart, decimals, lang, signed=True)
        region, about = name_of(one.region).in_(lang), one.name.in_(lang)
        rows.append(row(named(region, sorting.view.region), about, *pair, apart))
        values = (formatting.number(side.value, decimals, lang) for side in (one.figure, one.other))
        told.append((region, about, *values, apart))
    return table(name, _SOURCES, rows, lang, sorting, told)


def _figure(dataset: Dataset, figure: Figure, decimals: int, lang: Lang) -> list[Any]:
    source = dataset.reference.sources[figure.source]
    label = html.A(source.label, href=source.url) if source.url else source.label
    when = f"{formatting.date(figure.first_day, lang)} – {formatting.date(figure.last_day, lang)}"
    number = html.Strong(formatting.number(figure.value, decimals, lang))
    return [number, html.Span([f" {when}, ", label], className="share")]


def revisions_table(revisions: Sequence[Revised], name: str, sorting: Sorting) -> Html:
    """What was and what is, the latest period first."""
    lang, rows, told = sorting.lang, [], []
    for one in revisions[:MOST_REVISIONS]:
        address = link_to(lang, indicator=one.indicator.key, region=one.region, period=one.period,
                          care=one.care, data=one.data)  # fmt: skip
        about = phrases.measure(one.indicator, one.care).in_(lang)
        words = f"{about}, {formatting.period(one.period, lang)}"
        pair = [labels.number(number, one.indicator, lang) for number in (one.before, one.after)]
        region = name_of(one.region).in_(lang)
        name_there = named(region, sorting.view.region)
        link = html.A(words, href=address, aria_label=f"{words}, {region}")
        rows.append(row(name_there, link, *pair))
        told.append((region, words, *pair))
    return table(name, _REVISED, rows, lang, sorting, told)
