"""Parquet files of unit-days, each read once and in the order of days, as codes and numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dashboard.frozen import frozen
from dashboard.ingest.grouping import Numbers
from dashboard.ingest.unit_days import COUNTED, REPORT

WORDS = ("unit", "hospital", "region", "care", "stream")
_NAMES = ("unit", "hospital")
# The number of this word in every column.
ALL = 1
_ROWS = 1 << 17
# Names are kept while files are read; no country has so many units, however they are spelled.
_MOST_WORDS = 200_000
# The first day of the year 1000 and the last of 9999, from 1970.
_DAYS = (-354285, 2932896)


class Unfit(Exception):  # noqa: N818 - it is no error but an answer.
    """The files are not of the ordinary form, which an engine has to make out."""


@frozen
class Piece:
    """A group of rows of a file, and its first day from 1970 as the file says it."""

    file: Path
    about: pq.FileMetaData
    group: int
    first: int


@frozen
class Batch:
    """Rows: their words as places among `codes`, days from 1970, counts; null is missing.

    No row of a later batch has a day before `until`, which is none after the last one.
    """

    words: Mapping[str, Numbers]
    codes: Mapping[str, Numbers]
    days: Numbers
    counts: Mapping[str, pa.Array]
    until: int | None


@dataclass(slots=True)
class Words:
    """The words of a column, each with a number; names differ by more than capitals and spaces."""

    column: str
    known: dict[str, int] = field(default_factory=lambda: {"": 0, "all": ALL})
    spelled: dict[str | None, int] = field(default_factory=lambda: {None: 0, "": 0, "all": ALL})

    def codes(self, words: pa.Array) -> Numbers:
        """The number of each of these words, and after them that of a missing one.

        Raises:
            Unfit: there are more words than are kept.
        """
        there = words.to_pylist()
        new = [word for word in there if word not in self.spelled]
        for word, name in zip(new, self._names(new), strict=True):
            self.spelled[word] = self.known.setdefault(name, len(self.known))
        if len(self.spelled) > _MOST_WORDS:
            raise Unfit("there are too many names to keep")
        return np.array([*map(self.spelled.__getitem__, there), 0], dtype=np.int32)

    def texts(self) -> list[str]:
        """The words by their number."""
        return list(self.known)

    def _names(self, words: list[str]) -> list[str]:
        if self.column not in _NAMES:
            return words
        # As `unit_days` has engines do it, whose spaces are these.
        single = pc.replace_substring_regex(pa.array(words, pa.string()), r"\s+", " ")
        return list(pc.utf8_lower(pc.utf8_trim(single, " \t\n\r\v\f")).to_pylist())


def pieces(files: Sequence[Path]) -> list[Piece]:
    """The groups of rows of the files by their first day.

    Raises:
        Unfit: the files differ in their columns, or a column is of another kind than reports have.
    """
    if any("=" in part or "*" in part for file in files for part in file.parts):
        raise Unfit("folders may be columns, and a name may stand for several files")
    found: list[Piece] = []
    schemas = []
    for file in files:
        about = pq.read_metadata(file)
        schemas.append(about.schema.to_arrow_schema().remove_metadata())
        if not schemas[0].equals(schemas[-1]):
            raise Unfit("files differ in their columns")
        _check(schemas[-1])
        place = [about.schema.column(at).path for at in range(about.num_columns)].index("date")
        for group in range(about.num_row_groups):
            if not about.row_group(group).num_rows:
                continue
            said = about.row_group(group).column(place).statistics
            first = said.min_raw if said is not None and said.has_min_max else _DAYS[0]
            found.append(Piece(file, about, group, first))
    if not found:
        raise Unfit("there are no rows")
    return sorted(found, key=attrgetter("first"))


def _check(schema: pa.Schema) -> None:
    if any(schema.names.count(name) != 1 for name in REPORT):
        raise Unfit("there is not one column of each name")
    kinds = {name: schema.field(name).type for name in REPORT}
    fit = all(pa.types.is_string(kinds[name]) or pa.types.is_large_string(kinds[name])
              for name in WORDS)  # fmt: skip
    numbers = (pa.types.is_float32, pa.types.is_float64, pa.types.is_integer)
    for name in COUNTED.values():
        fit &= any(fits(kinds[name]) for fits in numbers)
    if not fit or not pa.types.is_date32(kinds["date"]):
        raise Unfit("a column is of another kind")


def batches(there: Sequence[Piece], words: Mapping[str, Words]) -> Iterator[Batch]:
    """The rows of the pieces in their order, a hundred thousand at a time; `words` learns them.

    Raises:
        Unfit: a row has no day, or one before the first that its file says.
    """
    opened, of = None, None
    for piece, later in zip(there, [*there[1:], None], strict=True):
        if opened is None or of != piece.file:
            opened, of = _opened(piece), piece.file
        until = later.first if later else None
        read = opened.iter_batches(
            _ROWS, row_groups=[piece.group], columns=list(REPORT), use_threads=False
        )
        # What is left of a piece may have its first day, and after the last of it comes the next.
        for rows, more in pairwise(chain(read, [None])):
            yield _batch(rows, piece, piece.first if more else until, words)


def _opened(piece: Piece) -> pq.ParquetFile:
    return pq.ParquetFile(piece.file, metadata=piece.about, read_dictionary=list(WORDS))


def _batch(
    rows: pa.RecordBatch, piece: Piece, until: int | None, words: Mapping[str, Words]
) -> Batch:
    columns: Mapping[str, Any] = {name: rows.column(name) for name in REPORT}
    if columns["date"].null_count:
        raise Unfit("a report has no date")
    days = columns["date"].cast(pa.int32()).to_numpy()
    if len(days) and not (max(_DAYS[0], piece.first) <= days.min() and days.max() <= _DAYS[1]):
        raise Unfit("a day is before the first that is said, or far from others")
    told, codes = {}, {}
    for name in WORDS:
        column = columns[name]
        codes[name] = words[name].codes(column.dictionary)
        places = column.indices
        if places.null_count:
            places = places.fill_null(len(column.dictionary))
        told[name] = places.to_numpy()
    return Batch(told, codes, days, {name: columns[name] for name in COUNTED.values()}, until)
