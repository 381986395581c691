"""The tables that a release was made of: published figures, sources, events, notes, reasons."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from dashboard.reference.events import Event, event_of
from dashboard.reference.missing_reasons import ReasonText, reason_of
from dashboard.reference.notes import Note, note_of
from dashboard.reference.sources import Source, source_of

PUBLISHED = "published_figures"
# What is fetched or loaded of the years ahead; a release without them has no such table.
PROJECTIONS, BED_DAYS_BY_AGE = "scb-projections", "bed-days-by-age"
AHEAD = (PROJECTIONS, BED_DAYS_BY_AGE)

Row = Mapping[str, str]


class Reference:
    """The tables by name, in the columns of `data/`; each is read when it is first asked for.

    Two are equal only where they are one object, so that what is worked out from one can be
    remembered by it.
    """

    def __init__(self, content: bytes) -> None:
        """`content` is that of `packed`.

        Raises:
            ValueError: it is not.
        """
        tables = json.loads(content)
        if not isinstance(tables, dict):
            raise ValueError("the tables of a release are no object")
        self._tables: Mapping[str, Mapping[str, Sequence[Sequence[str]]]] = tables
        self._rows: dict[str, tuple[Row, ...]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The tables there are, in order."""
        return tuple(self._tables)

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table: strings, empty where nothing stands. Without the table none."""
        if name not in self._rows:
            table = self._tables.get(name, {"columns": (), "rows": ()})
            columns = tuple(map(str, table["columns"]))
            each = (dict(zip(columns, row, strict=True)) for row in table["rows"])
            self._rows[name] = tuple(each)
        return self._rows[name]

    @property
    def published(self) -> tuple[Row, ...]:
        """Every published figure as it stands in its source, those fetched among them."""
        return self.rows(PUBLISHED)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What has happened around hospital beds, for the time axis of a chart."""
        return tuple(map(event_of, self.rows("events")))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The known traps, T1-T13; a letter follows where one trap is several notes."""
        return tuple(map(note_of, self.rows("notes")))

    @cached_property
    def reasons(self) -> tuple[ReasonText, ...]:
        """Why values are missing, the particular before the general."""
        return tuple(map(reason_of, self.rows("reasons")))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources behind the figures, by id."""
        return {one.id: one for one in map(source_of, self.rows("sources"))}


def packed(tables: Mapping[str, Iterable[Row]]) -> bytes:
    """The tables as one file; every row of a table has the same columns in the same order."""
    found = {}
    for name, rows in sorted(tables.items()):
        each = list(rows)
        found[name] = {
            "columns": list(each[0]) if each else [],
            "rows": [list(row.values()) for row in each],
        }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
