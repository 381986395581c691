"""A selection as a PX file: keywords in their order, then the cells row by row."""

from collections.abc import Iterable, Iterator
from math import prod
from textwrap import wrap

from dashboard.pxweb import words
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.tables import VALUE
from dashboard.pxweb.variables import CONTENTS, REGION, TIME, Variable
from dashboard.pxweb.written import Written, plain, row

# A string longer than this goes on in another one on the next line.
_MOST = 180
# What begins a new line within a note.
_NEW_LINE = " # "
_GRAINS = {"month": "M1", "year": "A1"}


def write(cells: Cells, how: Written) -> bytes:
    """The file in UTF-8, as its CODEPAGE says; `..` is not available, `.` cannot be."""
    keywords = [f"{name}={value};" for name, value in _keywords(cells, how)]
    width = prod(len(one.values) for one in cells.selection.heading)
    rows = (
        " ".join(_cell(one) for one in row(cells, start, width))
        for start in range(0, len(cells.values), width)
    )
    return "\r\n".join([*keywords, "DATA=", *rows, ";", ""]).encode()


def _cell(value: int | float | str) -> str:
    return f'"{value}"' if isinstance(value, str) else plain(value)


def _keywords(cells: Cells, how: Written) -> Iterator[tuple[str, str]]:
    table, lang = cells.table, how.lang
    variables = cells.selection.variables
    yield "CHARSET", _text("ANSI")
    yield "AXIS-VERSION", _text("2013")
    yield "CODEPAGE", _text("utf-8")
    yield "LANGUAGE", _text(lang)
    yield "CREATION-DATE", _text(_date(how))
    yield "TABLEID", _text(table.id)
    # Cells are written in full and shown with the indicator's decimals.
    yield "DECIMALS", "15"
    yield "SHOWDECIMALS", str(table.indicator.decimals)
    yield "MATRIX", _text(table.id)
    yield "AGGREGALLOWED", "NO"
    yield "COPYRIGHT", "NO"
    yield "SUBJECT-CODE", _text(table.indicator.key)
    yield "SUBJECT-AREA", _text(table.indicator.name.in_(lang))
    yield "DESCRIPTION", _text(words.title_of(table, variables, lang))
    yield "TITLE", _text(words.title_of(table, variables, lang))
    yield "CONTENTS", _text(words.name_of(table).in_(lang))
    yield "UNITS", _text(words.unit_of(table, VALUE, lang)[0])
    for side, held in (("STUB", cells.selection.stub), ("HEADING", cells.selection.heading)):
        if held:
            yield side, _texts(one.name.in_(lang) for one in held)
    if any(one.code == CONTENTS for one in variables):
        name = next(one for one in variables if one.code == CONTENTS).name.in_(lang)
        yield "CONTVARIABLE", _text(name)
    for variable in variables:
        yield from _of_variable(variable, cells, how)
    yield "LAST-UPDATED", _text(_date(how))
    yield "SOURCE", _text(words.source_of(how.dataset, table, lang))
    notes = words.notes_of(how.dataset, table)
    for keyword, mandatory in (("NOTEX", True), ("NOTE", False)):
        # Once each: pyaxis keeps the last of several (findings/pyaxis-notes-and-marks.sh).
        told = [note.text.in_(lang) for note in notes if note.mandatory is mandatory]
        if told:
            yield keyword, _text(_NEW_LINE.join(told))


def _of_variable(variable: Variable, cells: Cells, how: Written) -> Iterator[tuple[str, str]]:
    table, lang = cells.table, how.lang
    name = _text(variable.name.in_(lang))
    yield f"VALUES({name})", _texts(text.in_(lang) for text in variable.values.values())
    if variable.code == TIME:
        times = _texts(code.replace("M", "") for code in variable.values)
        yield f"TIMEVAL({name})", f"TLIST({_GRAINS[table.grain]}),{times}"
    yield f"CODES({name})", _texts(variable.values)
    yield f"VARIABLECODE({name})", _text(variable.code)
    if variable.code == REGION:
        yield f"VARIABLE-TYPE({name})", _text("G")
    if variable.eliminated_by in variable.values:
        yield f"ELIMINATION({name})", _text(variable.values[variable.eliminated_by].in_(lang))
    if variable.code == CONTENTS:
        for code, text in variable.values.items():
            yield f"UNITS({_text(text.in_(lang))})", _text(words.unit_of(table, code, lang)[0])


def _date(how: Written) -> str:
    return words.updated(how.dataset).strftime("%Y%m%d %H:%M")


def _text(words_: str) -> str:
    """A string of the file: without quotes inside it, and cut over lines where it is long."""
    plain_words = words_.replace('"', "'").replace("\n", " ")
    return "\r\n".join(f'"{one}"' for one in _cut(plain_words))


def _cut(whole: str) -> Iterable[str]:
    if len(whole) <= _MOST:
        return [whole]
    pieces = wrap(whole, _MOST, break_long_words=False, break_on_hyphens=False)
    return [f"{one} " for one in pieces[:-1]] + pieces[-1:]


def _texts(each: Iterable[str]) -> str:
    return ",".join(
        ("\r\n" if place and place % 8 == 0 else "") + _text(one) for place, one in enumerate(each)
    )
