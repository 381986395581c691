"""What a cell of a table of targets must be, column by column, and the words where it is not."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.spreadsheets.faults import shown
from dashboard.targets import version_words as words_for
from dashboard.targets.diversion import GEOGRAPHIES
from dashboard.targets.occupancy_targets import PUBLISHED

Row = dict[str, str]

_VERSION = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}", re.ASCII)
_SIZES = re.compile(r"([1-9][0-9]{0,3})-([1-9][0-9]{0,3})?", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
_CARES = ("", "somatic", "psychiatric")
_MOST_CHARACTERS = 300
# No unit is meant to stand two thirds empty, and what is below one and a half is a fraction.
_LEAST, _FRACTION = 30, 1.5


def _version(row: Row) -> Text | None:
    if row["version"] == PUBLISHED:
        return words_for.TAKEN.format(PUBLISHED)
    named = _VERSION.fullmatch(row["version"])
    return None if named else words_for.NO_VERSION.format(shown(row["version"]))


def _region(row: Row) -> Text | None:
    if row["need_total"] and not row["region"]:
        return words_for.NEEDS_REGION
    return (
        None if row["region"] in ("", *CODES) else words_for.NO_REGION.format(shown(row["region"]))
    )


def _stream(row: Row) -> Text | None:
    if row["need_total"]:
        return words_for.NO_STREAM_HERE if row["stream"] else None
    return None if row["stream"] in ("acute", "planned") else words_for.NO_STREAM.format(
        shown(row["stream"])
    )  # fmt: skip


def _size(row: Row) -> Text | None:
    found = _SIZES.fullmatch(row["unit_size_class"])
    if row["unit_size_class"] and not (found and int(found[1]) <= int(found[2] or found[1])):
        return words_for.NO_SIZE.format(shown(row["unit_size_class"]))
    return None


def _level(row: Row) -> Text | None:
    cell = row["target_pct"]
    if cell and _NUMBER.fullmatch(cell) and 0 < float(cell) <= _FRACTION:
        return words_for.AS_FRACTION.format(shown(cell), f"{100 * float(cell):.6g}")
    good = not cell or (_NUMBER.fullmatch(cell) and _LEAST < float(cell) < 100)
    return None if good else words_for.NO_LEVEL.format(shown(cell))


def _need(row: Row) -> Text | None:
    cell = row["need_total"]
    return None if not cell or _WHOLE.fullmatch(cell) else words_for.NO_NEED.format(shown(cell))


def _from(row: Row) -> Text | None:
    return (
        None if _is_date(row["valid_from"]) else words_for.NO_DATE.format(shown(row["valid_from"]))
    )


def _to(row: Row) -> Text | None:
    cell = row["valid_to"]
    if cell and not _is_date(cell):
        return words_for.NO_DATE.format(shown(cell))
    return (
        words_for.BACKWARDS
        if cell and _is_date(row["valid_from"]) and cell < row["valid_from"]
        else None
    )


def _source(row: Row) -> Text | None:
    if not row["source_id"]:
        return words_for.NO_SOURCE
    return None if len(row["source_id"]) <= _MOST_CHARACTERS else words_for.TOO_LONG


def _among(column: str, words: tuple[str, ...]) -> Callable[[Row], Text | None]:
    def problem(row: Row) -> Text | None:
        said = ", ".join(word for word in words if word)
        return (
            None if row[column] in words else words_for.NOT_AMONG.format(shown(row[column]), said)
        )

    return problem


CHECKS: Mapping[str, Callable[[Row], Text | None]] = {
    "version": _version,
    "region": _region,
    "care": _among("care", _CARES),
    "stream": _stream,
    "unit_size_class": _size,
    "geography": _among("geography", ("", *GEOGRAPHIES)),
    "target_pct": _level,
    "need_total": _need,
    "valid_from": _from,
    "valid_to": _to,
    "source_id": _source,
}


def _is_date(cell: str) -> bool:
    try:
        return len(cell) == 10 and bool(date.fromisoformat(cell))
    except ValueError:
        return False
