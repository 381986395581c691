"""Where reports of unit-days lie, and the engine that sums them where they lie."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from dashboard.ingest.unit_day_files import reports_of
from dashboard.ingest.unit_day_parquet import Unfit
from dashboard.ingest.unit_day_sums import months_of
from dashboard.ingest.unit_days import COUNTED, KEYS, REPORT, region_months
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, STREAMS

MEMORY, THREADS = "256MB", 2
ENGINES = ("duckdb", "postgresql", "pyspark")
EMBEDDED = "duckdb://"
_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("region", "hospital", "unit", "care", "stream"), "VARCHAR"),
    "date": "DATE",
    **dict.fromkeys(COUNTED.values(), "DOUBLE"),
}
_KNOWN: Mapping[str, Sequence[str]] = {"region": CODES, "care": CARES, "stream": STREAMS}
_MOST_FAULTS = 5


def of_files(files: Sequence[Path], url: str = EMBEDDED) -> pa.Table:
    """`region_months` of Parquet files, or of CSV and XLSX files, with the columns `REPORT`.

    The engine is embedded and its memory bounded, or another one that reads files itself.

    Raises:
        ValueError: a file cannot be read, or what it reports cannot be; the message names it.
    """
    kinds = {file.suffix.lower() for file in files}
    if kinds != {".parquet"} and not kinds <= {".csv", ".xlsx"}:
        raise ValueError("the files must all be .csv or .xlsx, or all be .parquet")
    named = [str(file.resolve()) for file in files]
    where = ", ".join(map(str, files))[:200]
    if kinds == {".parquet"} and url == EMBEDDED:
        with _told(where), suppress(Unfit):
            return _sound(months_of([Path(name) for name in named]))
    read = _parquet if kinds == {".parquet"} else _csv if kinds == {".csv"} else _tables
    return _summed(where, url, lambda engine: read(engine, named))


def of_table(url: str, name: str) -> pa.Table:
    """`region_months` of a table with the columns `REPORT`, computed by the engine that has it.

    Raises:
        ValueError: the address is of no known engine, it does not answer, has no such table, or
            what the table reports cannot be.
    """
    parts = urlsplit(url)
    # An address may hold a password, which is not to be printed.
    where = f"{parts.scheme}://{parts.hostname or ''}{parts.path}, table {name}"
    return _summed(where, url, lambda engine: engine.table(name))


def checked(reports: Table) -> pa.Table:
    """`region_months` of a table, computed, once it is sure that it can be so.

    Raises:
        ValueError: a column is missing, a key is unknown, a day is there twice, or a count is
            below zero or above what it is part of; the message names region and month.
    """
    missing = [column for column in REPORT if column not in reports.columns]
    if missing:
        there = ", ".join(reports.columns)
        raise ValueError(f"there is no column {', '.join(missing)}; there is {there}")
    return _sound(region_months(reports).to_pyarrow())


def _sound(found: pa.Table) -> pa.Table:
    odd = pc.or_(pc.greater(found["doubled"], 0), pc.greater(found["negative"], 0))
    odd = pc.or_(odd, pc.is_null(found["month"]))
    odd = pc.or_(odd, pc.fill_null(pc.greater(found["over_days"], found["patient_days"]), False))
    for key, known in _KNOWN.items():
        odd = pc.or_(odd, pc.invert(pc.is_in(found[key], pa.array(known))))
    faults = list(islice(_faults(found.filter(odd).to_pylist()), _MOST_FAULTS))
    if faults:
        raise ValueError("; ".join(dict.fromkeys(faults)))
    return found


def _summed(where: str, url: str, table: Callable[[BaseBackend], Table]) -> pa.Table:
    if urlsplit(url).scheme not in (*ENGINES, "postgres"):
        raise ValueError(f"the engine must be one of {', '.join(ENGINES)}, as duckdb://FILE")
    with _told(where):
        engine = _connected(url)
        try:
            return checked(table(engine))
        finally:
            engine.disconnect()


@contextmanager
def _told(where: str) -> Iterator[None]:
    """What goes wrong is told with where, as a `ValueError`."""
    try:
        with warnings.catch_warnings():
            # Of what Ibis and the engines have to say to each other.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    except Exception as error:
        # Each engine has errors of its own kind; all of them say what was wrong.
        words = [line for line in str(error).splitlines() if line.strip()][:3]
        raise ValueError(f"{where}: {' '.join(words) or type(error).__name__}") from error


def _connected(url: str) -> BaseBackend:
    if urlsplit(url).scheme == "duckdb":
        path = urlsplit(url).path or ":memory:"
        limits = {"memory_limit": MEMORY, "threads": THREADS}
        engine = ibis.duckdb.connect(path, read_only=path != ":memory:", **limits)
        engine.raw_sql("SET enable_progress_bar = false")
        return engine
    return ibis.connect(url)


def _parquet(engine: BaseBackend, files: Sequence[str]) -> Table:
    each = [engine.read_parquet(file) for file in files]
    return each[0] if len(each) == 1 else ibis.union(*each)


def _csv(engine: BaseBackend, files: Sequence[str]) -> Table:
    # Said and not guessed: a guess makes a number of 01.
    try:
        raw = engine.read_csv(files, all_varchar=True)
        there, plain = raw.columns, _is_plain(raw)
    except Exception:
        # Another encoding, or another separator: the engines say so in errors of their own.
        plain = False
    if not plain:
        return _tables(engine, files)
    return engine.read_csv(files, types={k: v for k, v in _TYPES.items() if k in there})


def _tables(engine: BaseBackend, files: Sequence[str]) -> Table:
    return ibis.memtable(pa.concat_tables(reports_of(Path(file)) for file in files))


def _is_plain(raw: Table) -> bool:
    """Whether dates and numbers are written as the engine reads them and in no other way."""
    if any(name not in raw.columns for name in REPORT):
        return False
    odd = ~raw.date.fill_null("2000-01-01").re_search(
        r"^\d{4}-\d{2}-\d{2}$"
    ) | ~raw.region.re_search(r"^\d{2}$")
    odd = odd | ~raw.care.isin(CARES) | ~raw.stream.isin(STREAMS)
    for name in COUNTED.values():
        odd = odd | ~raw[name].fill_null("0").re_search(r"^-?\d+(\.\d+)?$")
    return not bool(odd.fill_null(True).any().execute())


_ONE_UNIT = "names that differ only in capitals or spaces are one unit"


def _faults(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        where = ", ".join(f"{key} {row[key]}" for key in KEYS)
        for key, known in _KNOWN.items():
            if row[key] not in known:
                yield f"{key} {row[key]!r} is not one of {', '.join(known)}"
        if row["month"] is None:
            yield f"{where}: a report has no date"
        if row["doubled"]:
            units = "1 unit has" if row["doubled"] == 1 else f"{row['doubled']} units have"
            yield f"{where}: {units} a day twice ({_ONE_UNIT})"
        if row["negative"]:
            yield f"{where}: {row['negative']} counts are below zero"
        days, over = row["patient_days"], row["over_days"]
        if days is not None and over is not None and over > days:
            yield f"{where}: more overcrowded patients than patients"
