"""Chained lines as rows of a table that the database itself keeps from being changed."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from dashboard.releases.database import postgres_repository
from dashboard.releases.database.connections import connected, engine_of
from dashboard.releases.database.tables import LOG_LINE
from dashboard.releases.repository import ReleaseError
from dashboard.storage.chained_lines import (
    Chain,
    IsLine,
    Line,
    bytes_of,
    chain_of,
    next_line,
)

_NO_TABLE, _LOCKED = "42P01", "55P03"


class PostgresLog:
    """A log of chained lines in a PostgreSQL database, 15 or newer, by its address and name."""

    def __init__(self, url: str, name: str) -> None:
        self._url, self._engine, self._name = url, engine_of(url), name
        said = hashlib.sha256(f"vardplats log {name}".encode()).digest()
        self._key = int.from_bytes(said[:8], "big", signed=True)

    def read(self, is_line: IsLine) -> Chain:
        """The lines by their number; none where nothing was ever added."""
        with self._looking() as connection:
            return self._chain(connection, is_line) if _is_there(connection) else Chain(())

    def add(self, said: Callable[[Chain], Line], is_line: IsLine) -> Line:
        """Add a line; the lock of whoever writes ends with the connection, however that ends."""
        with self._writing() as connection:
            line = next_line(self._chain(connection, is_line), said)
            connection.execute(insert(LOG_LINE), [self._row(line)])
        return line

    def carry(self, lines: Sequence[Line]) -> int:
        """Add the lines of another log as they are, all or none; how many were not here before.

        What was carried before and has been added to since stays as it is.

        Raises:
            ValueError: there are lines here that the other log does not begin with.
            OSError: it cannot be written; the log is as it was.
        """
        with self._writing() as connection:
            known = self._chain(connection, bool)
            same = zip(known.lines, lines, strict=False)
            if known.fault or any(one["hash"] != other["hash"] for one, other in same):
                raise ValueError(known.fault or f"{self} has lines of its own.")
            rest = lines[len(known.lines) :]
            if rest:
                connection.execute(insert(LOG_LINE), [self._row(line) for line in rest])
        return len(rest)

    def stamp(self) -> object:
        """The number of the last line."""
        asked = select(func.max(LOG_LINE.c.number)).where(LOG_LINE.c.log == self._name)
        with self._looking() as connection:
            return connection.execute(asked).scalar() if _is_there(connection) else None

    def __str__(self) -> str:
        return f"The log {self._name} of the database"

    def _chain(self, connection: Connection, is_line: IsLine) -> Chain:
        own = LOG_LINE.c.log == self._name
        asked = select(LOG_LINE.c.line).where(own).order_by(LOG_LINE.c.number)
        return chain_of((line.encode() for line in connection.execute(asked).scalars()), is_line)

    def _row(self, line: Line) -> dict[str, object]:
        return {"log": self._name, "number": line["number"], "line": bytes_of(line).decode()}

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction in which nobody else adds to the log."""
        self._make_tables()
        with self._answering(seconds=postgres_repository.WRITE_SECONDS) as connection:
            wait = f"SET LOCAL lock_timeout = '{postgres_repository.LOOK_SECONDS:.0f}s'"
            connection.execute(text(wait))
            connection.execute(select(func.pg_advisory_xact_lock(self._key)))
            yield connection

    def _make_tables(self) -> None:
        with self._looking() as connection:
            there = _is_there(connection)
        if not there:
            with self._told(), postgres_repository.PostgresRepository(self._url).publish_lock():
                pass

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with self._answering(seconds=postgres_repository.LOOK_SECONDS) as connection:
            yield connection

    @contextmanager
    def _answering(self, *, seconds: float) -> Iterator[Connection]:
        with self._told(), connected(self._engine, seconds=seconds) as connection:
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """That the database does not answer, or refuses, is to whoever keeps a log an `OSError`."""
        try:
            yield
        except (DBAPIError, ReleaseError) as error:
            raise ConnectionError(str(error).splitlines()[0]) from error


def _is_there(connection: Connection) -> bool:
    found = connection.execute(select(func.to_regclass(LOG_LINE.name))).scalar()
    return found is not None
