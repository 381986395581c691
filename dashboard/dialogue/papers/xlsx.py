"""The pack as a workbook: every figure with its source, definition and status, numbers as such."""

import io
from collections.abc import Iterator, Sequence

from dashboard.dialogue.pack import Figure, Pack, Plate, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.sheets import Styles, fill_table, fill_words, lay_on_paper
from dashboard.exports.xlsx import Cell
from dashboard.language.text import Lang, Text

_ABOUT = Text("Om", "About")
_HEADS = (
    Text("Mått", "Measure"), Text("Vård", "Care"), Text("Period", "Period"),
    Text("Värde", "Value"), Text("Lägsta", "Lowest"), Text("Högsta", "Highest"),
    Text("Ett år tidigare", "A year earlier"), Text("Riket", "Sweden"), Text("Enhet", "Unit"),
    Text("Status", "Status"), Text("Omdöme", "Verdict"), Text("Källa", "Source"),
    Text("Definition", "Definition"), Text("Utgåva", "Release"),
)  # fmt: skip
_NOTHING = Text("Inget.", "None.")
# Of a worksheet's name: letters at most, and signs that it may not have.
_LETTERS, _FORBIDDEN = 31, str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def xlsx(pack: Pack) -> bytes:
    """The workbook; the same pack makes the same bytes."""
    # Only whoever makes a workbook waits for it.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    lang = pack.lang
    book.set_properties(
        {
            "title": pack.title, "author": words.MAKER.in_(lang),
            "subject": words.SUBJECT.in_(lang), "created": pack.created.replace(tzinfo=None),
        }
    )  # fmt: skip
    styles = Styles(book)
    first = book.add_worksheet(_ABOUT.in_(lang))
    fill_words(first, _about(pack), styles)
    lay_on_paper(first, pack.title, _ABOUT.in_(lang), words.made_of(pack))
    for name, lines, decimals in _sheets(pack):
        sheet = book.add_worksheet(_named(name))
        fill_table(sheet, lines, decimals, styles)
        lay_on_paper(sheet, pack.title, name, words.made_of(pack))
    book.close()
    return out.getvalue()


def _about(pack: Pack) -> tuple[str, ...]:
    return (
        pack.title, words.made_of(pack), words.NO_STATISTICS.in_(pack.lang), pack.label,
        *pack.sentences, *pack.sources,
    )  # fmt: skip


def _named(name: str) -> str:
    return name.translate(_FORBIDDEN)[:_LETTERS]


def _sheets(pack: Pack) -> Iterator[tuple[str, list[Sequence[Cell]], list[int]]]:
    """Each sheet's name, its lines, and the decimals of its rows where they hold numbers."""
    lang = pack.lang
    yield (
        pack.key_figures.title,
        [
            [head.in_(lang) for head in _HEADS],
            *(_figure(one, pack.release) for one in pack.figures),
        ],
        [one.decimals for one in pack.figures],
    )
    for one in pack.changes:
        yield one.title, _rows(one, lang), []
    asked = [[one.words, one.figures, one.why] for one in pack.questions]
    heads = (words.QUESTION, words.FIGURES, words.WHY)
    yield words.QUESTIONS.in_(lang), [[head.in_(lang) for head in heads], *asked], []
    for one in pack.kept:
        yield one.title, _rows(one, lang), []
    for place, each in enumerate(pack.plates, start=1):
        lines = _lines(each, words.PERIOD.in_(lang))
        yield f"{place} {each.title}", lines, [each.plot.decimals] * len(lines)


def _figure(figure: Figure, release: str) -> list[Cell]:
    return [
        figure.name, figure.care, figure.period, figure.value, figure.low, figure.high,
        figure.before, figure.country, figure.unit, figure.status, figure.verdict,
        figure.source, figure.definition, release,
    ]  # fmt: skip


def _rows(section: Section, lang: Lang) -> list[Sequence[Cell]]:
    heads = [section.row_name, *section.grid.heads]
    said = section.sentence or _NOTHING.in_(lang)
    return [heads, *(section.grid.rows or [[said]])]


def _lines(plate: Plate, period: str) -> list[Sequence[Cell]]:
    """The numbers of a plot, a row for each of its periods."""
    heads = [period, *(line.name for line in plate.plot.series)]
    values = zip(*(line.values for line in plate.plot.series), strict=True)
    rows = zip(plate.plot.periods, values, strict=True)
    return [heads, *([name, *numbers] for name, numbers in rows)]
