"""The reporting calendar of the regions, with what stands in the way of each month or year."""

from dashboard.checks.delivery import Timeliness, timeliness
from dashboard.figures import reporting_marks
from dashboard.figures.picture import Picture
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.quality.reporting import STATES, Cell, calendar, periods
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.view import View

_WHOLE = Text("Alla 21 regioner har {} utan fel", "All 21 regions have {} without errors")
_SOME = Text("{} av {} {} saknas eller är fel", "{} of {} {} are missing or wrong")
_OWN_WHOLE = Text("{}: {} utan fel", "{}: {} without errors")
_OWN_SOME = Text("{}: {} av {} {} saknas eller är fel", "{}: {} of {} {} are missing or wrong")
_MONTHS = Text("månadsvärden", "monthly values")
_YEARS = Text("årsvärden", "annual values")
_ALL_MONTHS = Text("{} månader", "{} months")
_ALL_YEARS = Text("{} år", "{} years")
_MEASURE = Text(
    "{}, {} · fylld ruta utan anmärkning, romb varning, kryss fel, tom ruta saknas, cirkel "
    "upplysning",
    "{}, {} · filled square without remarks, diamond warning, cross error, empty square missing, "
    "circle information",
)
_EVERYTHING = Text("Alla mätetal, {}", "All measures, {}")
_SENTENCE = Text(
    "{} av {} är utan anmärkning, {} har en varning, {} ett fel och {} saknas.",
    "{} of {} are without remarks, {} have a warning, {} an error and {} are missing.",
)
_UNTIMED = Text(
    "När de levererades framgår inte av utgåvan, så ingen kan sägas vara sen.",
    "The release does not say when they were delivered, so none can be called late.",
)
_TIMED = Text(
    "I median levererades de {} dagar efter månadens slut, {} procent i tid.",
    "In the median they were delivered {} days after the end of the month, {} per cent on time.",
)
_REGION = Text("Region", "Region")
_OK = "✓"


def reporting_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The 24 months up to the view's, or all published years, of the 21 regions."""
    rows, shown = calendar(dataset, view), periods(dataset, view)
    cells = [cell for row in rows for cell in row]
    chart = reporting_marks.ReportingMarks(
        marks=[
            reporting_marks.Mark(i, j, cell.state, _words(cell, lang))
            for i, row in enumerate(rows)
            for j, cell in enumerate(row)
        ],
        names=[name_of(code).in_(lang) for code in CODES],
        columns=[_column(period, shown[-1]) for period in shown],
        selected=None if view.region == SWEDEN else CODES.index(view.region),
    )
    return Picture(
        title=_title(view, cells, lang),
        measure=_measure(view, shown, lang),
        sentence=_sentence(view, cells, timeliness(dataset, shown), lang),
        chart=chart,
        table=table(
            (_REGION, *(formatting.period(period, lang, short=True) for period in shown)),
            (
                [name_of(row[0].region).in_(lang), *(_cell(cell, lang) for cell in row)]
                for row in rows
            ),
            lang,
        ),
        file=labels.stem(view, "kalender" if lang == "sv" else "calendar"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=view.of,
    )


def _column(period: str, last: str) -> str:
    """Every second year up to the last, and of months each January."""
    if len(period) == 4:
        return "" if (int(last) - int(period)) % 2 else period
    return period[:4] if period.endswith("-01") else ""


def _words(cell: Cell, lang: Lang) -> str:
    head = f"<b>{name_of(cell.region).in_(lang)}</b>, {formatting.period(cell.period, lang)}"
    words = [STATES[cell.state].in_(lang), *(reason.in_(lang) for reason in cell.reasons)]
    return f"{head}<br>{': '.join([words[0], '; '.join(words[1:])]) if words[1:] else words[0]}"


def _cell(cell: Cell, lang: Lang) -> str:
    if cell.state == "whole":
        return _OK
    reasons = "; ".join(reason.in_(lang) for reason in cell.reasons)
    return f"{STATES[cell.state].in_(lang)}: {reasons}" if reasons else STATES[cell.state].in_(lang)


def _title(view: View, cells: list[Cell], lang: Lang) -> str:
    by_year = view.data == "published"
    shown_cells = [cell for cell in cells if view.region in (SWEDEN, cell.region)]
    bad = sum(cell.state in ("missing", "error") for cell in shown_cells)
    unit = (_YEARS if by_year else _MONTHS).in_(lang)
    count = len({cell.period for cell in shown_cells})
    span = (_ALL_YEARS if by_year else _ALL_MONTHS).in_(lang).format(count)
    if view.region == SWEDEN:
        return (
            _SOME.in_(lang).format(bad, len(shown_cells), unit)
            if bad
            else _WHOLE.in_(lang).format(span)
        )
    name = name_of(view.region).in_(lang)
    if bad:
        return _OWN_SOME.in_(lang).format(name, bad, len(shown_cells), unit)
    return _OWN_WHOLE.in_(lang).format(name, span)


def _measure(view: View, shown: tuple[str, ...], lang: Lang) -> str:
    span = "–".join(formatting.period(period, lang) for period in (shown[0], shown[-1]))
    name = view.of.name if view.data == "published" else _EVERYTHING.format(labels.care(view, lang))
    return _MEASURE.in_(lang).format(name.in_(lang), span)


def _sentence(view: View, cells: list[Cell], timed: Timeliness | None, lang: Lang) -> str:
    counts = [sum(cell.state == state for cell in cells)
              for state in ("whole", "warning", "error", "missing")]  # fmt: skip
    sentence = _SENTENCE.in_(lang).format(counts[0], len(cells), *counts[1:])
    if view.data == "published":
        return sentence
    if timed is None:
        return f"{sentence} {_UNTIMED.in_(lang)}"
    numbers = [
        formatting.number(figure, 0, lang) for figure in (timed.median_days, timed.on_time_pct)
    ]
    return f"{sentence} {_TIMED.in_(lang).format(*numbers)}"
