"""A selection as Parquet: a row for each combination of what is classified and when."""

import io
from datetime import datetime
from itertools import product

from dashboard.pxweb.cells import Cells
from dashboard.pxweb.variables import CONTENTS, TIME, period_of
from dashboard.pxweb.written import Written


def write(cells: Cells, how: Written) -> bytes:
    """The file: codes of each variable under its name, `timestamp` for time, and for each content
    its number beside the mark that says why there is none.
    """
    # Only whoever fetches such a file waits for it.
    import pyarrow as pa
    import pyarrow.parquet as pq

    variables = cells.selection.variables
    contents = next((place for place, one in enumerate(variables) if one.code == CONTENTS), None)
    places = _by_row(cells, contents)
    columns: dict[str, pa.Array] = {}
    for axis, variable in enumerate(variables):
        if axis == contents:
            continue
        codes = [tuple(variable.values)[at[axis]] for at, _ in places]
        said = [how.value(variable, one, "codes") for one in codes]
        columns[variable.name.in_(how.lang)] = pa.array(said, pa.string())
        if variable.code == TIME:
            columns["timestamp"] = pa.array([_moment(one) for one in codes], pa.timestamp("ms"))
    names = [""] if contents is None else list(variables[contents].values)
    for number, name in enumerate(names):
        stem = "value" if len(names) == 1 else f"{CONTENTS}_{name}"
        cell = [held[number] for _, held in places]
        numbers = [None if cells.values[i] is None else float(cells.values[i] or 0) for i in cell]
        columns[stem] = pa.array(numbers, pa.float64())
        columns[f"{stem}_symbol"] = pa.array([cells.marks.get(i) for i in cell], pa.string())
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, compression="zstd")
    return out.getvalue()


def _by_row(cells: Cells, contents: int | None) -> list[tuple[tuple[int, ...], list[int]]]:
    """For each row the place of its value in each variable, and the places of its cells."""
    sizes = [len(one.values) for one in cells.selection.variables]
    found: dict[tuple[int, ...], list[int]] = {}
    for cell, at in enumerate(product(*map(range, sizes))):
        row = tuple(0 if axis == contents else one for axis, one in enumerate(at))
        found.setdefault(row, []).append(cell)
    return list(found.items())


def _moment(code: str) -> datetime:
    period = period_of(code)
    return datetime(int(period[:4]), int(period[5:7] or 1), 1)
