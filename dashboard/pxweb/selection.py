"""What is selected of a table: read from expressions, or refused with all that is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from math import prod

from dashboard.api.problems import Fault, Refused
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.pxweb.codelists import CODELISTS, codelists_of
from dashboard.pxweb.expressions import codes_of
from dashboard.pxweb.tables import StatTable
from dashboard.pxweb.variables import CONTENTS, TIME, Variable

# Cells that one answer holds at most; the largest table has fewer.
MOST_CELLS = 150_000

_BAD = Text("Urvalet kan inte användas som det står", "The selection cannot be used as it stands")
_MANY = Text("Urvalet har för många celler", "The selection has too many cells")
_CELLS = Text("Urvalet har {} celler; ett svar har högst {}.",
              "The selection has {} cells; an answer has {} at most.")  # fmt: skip
_FEWER = Text("Välj färre värden, eller dela upp frågan.", "Select fewer values, or ask in parts.")
_NO_VARIABLE = Text("Variabeln {} finns inte i tabellen.", "The table has no variable {}.")
_VARIABLES = Text("Tabellen har {}.", "The table has {}.")
_NO_VALUE = Text("{} har inte värdet {}.", "{} has no value {}.")
_VALUES = Text("Se tabellens metadata för värdena.", "See the table's metadata for its values.")
_MISSING = Text("{} måste väljas.", "{} must be selected.")
_SELECT = Text("Lägg till valuecodes[{}], till exempel som *.", "Add valuecodes[{}], as * for all.")
_NO_CODELIST = Text("Kodlistan {} finns inte för {}.", "There is no codelist {} for {}.")
_CODELISTS = Text("Här finns {}.", "There is {}.")
_NONE = Text("Ta bort den; variabeln har inga kodlistor.", "Leave it out; there are none.")
_TWICE = Text("Variabeln {} står mer än en gång.", "The variable {} is given more than once.")
_ONCE = Text("Skriv alla värden på ett ställe.", "Write all of its values in one place.")
_PLACED = Text("{} kan inte placeras så.", "{} cannot be placed like that.")
_PLACE = Text("Placera varje vald variabel en gång, i stub eller heading.",
              "Place each selected variable once, in stub or heading.")  # fmt: skip


@frozen
class VariableSelection:
    """What is asked of one variable; without `codes` it is left out of the answer."""

    variable: str
    codes: tuple[str, ...]
    codelist: str = ""


@frozen
class Wanted:
    """A selection as it was asked for; nothing selected means the usual one."""

    asked: tuple[VariableSelection, ...] = ()
    stub: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()


@frozen
class Selection:
    """The variables of the answer, each with its selected values, and those left out of it.

    `eliminated` has the value that is meant of each variable left out; `codelists` those used.
    """

    stub: tuple[Variable, ...]
    heading: tuple[Variable, ...]
    eliminated: Mapping[str, str]
    codelists: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All of them, in the order that cells are written in."""
        return (*self.stub, *self.heading)


def usual(table: StatTable) -> Wanted:
    """The selection of whoever selects nothing: every region in the latest period."""
    asked = [
        VariableSelection(one.code, ("*",)) for one in table.variables if not one.eliminated_by
    ]
    return Wanted((
        VariableSelection(table.variables[0].code, ("*",)),
        *(VariableSelection(TIME, ("top(1)",)) if one.variable == TIME else one for one in asked),
    ))  # fmt: skip


def select(table: StatTable, wanted: Wanted) -> Selection:
    """The selection of a table.

    Raises:
        Refused: it cannot be used (400, every fault named), or has too many cells (403).
    """
    asked = wanted.asked or usual(table).asked
    named = {_variable_code(table, one.variable): one for one in asked}
    faults = list(_faults(table, named, asked))
    if faults:
        raise Refused(400, _BAD, tuple(faults))
    chosen = {
        variable.code: _selected(variable, named[variable.code])
        for variable in table.variables
        if variable.code in named and named[variable.code].codes
    }
    cells = prod(len(one.values) for one in chosen.values())
    if cells > MOST_CELLS:
        fault = Fault("query", "valuecodes", _CELLS.format(cells, MOST_CELLS), _FEWER)
        raise Refused(403, _MANY, (fault,))
    stub, heading = _placed(table, chosen, wanted)
    return Selection(
        stub,
        heading,
        {one.code: one.eliminated_by for one in table.variables if one.code not in chosen},
        {code: one.codelist for code, one in named.items() if one.codelist},
    )


def _variable_code(table: StatTable, asked: str) -> str:
    """The code as the table writes it; `time` is the variable of time, whatever it is called."""
    by_case = {one.code.casefold(): one.code for one in table.variables} | {"time": TIME}
    return by_case.get(asked.casefold(), asked)


def _faults(
    table: StatTable, named: Mapping[str, VariableSelection], asked: Sequence[VariableSelection]
) -> Iterator[Fault]:
    known = {one.code: one for one in table.variables}
    codes = [_variable_code(table, one.variable) for one in asked]
    for code, one in named.items():
        if code not in known:
            words = _NO_VARIABLE.format(code[:60])
            yield Fault("query", code[:60], words, _VARIABLES.format(", ".join(known)))
        elif codes.count(code) > 1:
            yield Fault("query", code, _TWICE.format(code), _ONCE)
        else:
            yield from _of_variable(known[code], one)
    for variable in table.variables:
        selected = named.get(variable.code)
        if not variable.eliminated_by and (selected is None or not selected.codes):
            words = _MISSING.format(variable.code)
            yield Fault("query", variable.code, words, _SELECT.format(variable.code))


def _of_variable(variable: Variable, asked: VariableSelection) -> Iterator[Fault]:
    if asked.codelist:
        offered = [one.id for one in codelists_of(variable.code)]
        if asked.codelist not in offered:
            words = _NO_CODELIST.format(asked.codelist[:60], variable.code)
            todo = _CODELISTS.format(", ".join(offered)) if offered else _NONE
            yield Fault("query", "codelist", words, todo)
            return
    within = _within(variable, asked)
    for expression in asked.codes:
        if not codes_of(within, expression):
            words = _NO_VALUE.format(variable.code, expression[:60])
            yield Fault("query", variable.code, words, _VALUES)


def _within(variable: Variable, asked: VariableSelection) -> Variable:
    return variable.only(CODELISTS[asked.codelist].values) if asked.codelist else variable


def _selected(variable: Variable, asked: VariableSelection) -> Variable:
    within = _within(variable, asked)
    return variable.only(code for one in asked.codes for code in codes_of(within, one) or ())


def _placed(
    table: StatTable, chosen: Mapping[str, Variable], wanted: Wanted
) -> tuple[tuple[Variable, ...], tuple[Variable, ...]]:
    """The variables of the stub and those of the heading.

    Raises:
        Refused: a variable is placed twice, or is not selected, or only some are placed.
    """
    stub, heading = ([_variable_code(table, one) for one in side]
                     for side in (wanted.stub, wanted.heading))  # fmt: skip
    if not stub and not heading:
        heading = [code for code in chosen if code in (CONTENTS, TIME)]
        stub = [code for code in chosen if code not in heading]
    elif not stub or not heading:
        rest = [code for code in chosen if code not in (*stub, *heading)]
        stub, heading = (stub or rest, heading or rest)
    if sorted((*stub, *heading)) != sorted(chosen):
        wrong = [c for c in (*stub, *heading) if c not in chosen] or [*stub, *heading]
        words = _PLACED.format(", ".join(dict.fromkeys(wrong))[:120])
        raise Refused(400, _BAD, (Fault("query", "stub, heading", words, _PLACE),))
    return tuple(chosen[one] for one in stub), tuple(chosen[one] for one in heading)
