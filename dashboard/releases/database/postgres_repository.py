"""Releases as rows: one for each file, and a record whose last `publish` is what is shown."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import local
from typing import Any

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError, ProgrammingError

from dashboard.releases.audit_log import Entry, withdrawn
from dashboard.releases.database.connections import connected, engine_of
from dashboard.releases.database.tables import AUDIT, FILE, RELEASE, bring_up_to_date
from dashboard.releases.repository import Busy, Head, ReleaseError

LOOK_SECONDS, WRITE_SECONDS, WAIT_SECONDS = 4.0, 60.0, 120.0
_KEY = int.from_bytes(hashlib.sha256(b"vardplats publishing").digest()[:8], "big", signed=True)
_NOTHING = "No data release is published in the database. Run: vardplats publish"
_COLUMNS = (AUDIT.c.action, AUDIT.c.release, AUDIT.c.by, AUDIT.c.at, AUDIT.c.reason,
            AUDIT.c.code_version)  # fmt: skip
# What stands there is numbered by the database, in the order in which it was written.
_ENTRY = (*_COLUMNS, AUDIT.c.id.label("number"))


class _NoTables(ReleaseError):  # noqa: N818 - it says what is missing
    """Nothing was ever published in the database."""


class PostgresRepository:
    """An `ReleaseRepository` in a PostgreSQL database, 15 or newer, by its address."""

    remote, away = True, ""

    def __init__(self, url: str) -> None:
        self._engine, self._own = engine_of(url), local()

    def head(self) -> Head:
        """The release of the last `publish` in the record."""
        published = AUDIT.c.action == "publish"
        last = select(AUDIT.c.release).where(published).order_by(AUDIT.c.id.desc()).limit(1)
        others = select(*_ENTRY).where(~published).order_by(AUDIT.c.id)
        with self._looking() as connection:
            current = connection.execute(last).scalar()
            rows = connection.execute(others).all()
        if current is None:
            raise ReleaseError(_NOTHING)
        return Head(current, withdrawn(_entry(row) for row in rows))

    def names(self) -> tuple[str, ...]:
        """The rows of releases."""
        asked = select(RELEASE.c.release).order_by(RELEASE.c.release)
        with suppress(_NoTables), self._looking() as connection:
            return tuple(connection.execute(asked).scalars())
        return ()

    def content(self, release: str, name: str) -> bytes:
        """A file of a release."""
        asked = select(FILE.c.content).where(FILE.c.release == release, FILE.c.name == name)
        with self._looking() as connection:
            found = connection.execute(asked).scalar()
        if found is None:
            raise ReleaseError(f"Release {release} lacks {name}")
        return bytes(found)

    def sizes(self, release: str) -> Mapping[str, int]:
        """The files of a release and their bytes."""
        asked = select(FILE.c.name, func.length(FILE.c.content)).where(FILE.c.release == release)
        with self._looking() as connection:
            return {name: int(size) for name, size in connection.execute(asked)}

    def audit(self) -> tuple[Entry, ...]:
        """The record."""
        with suppress(_NoTables), self._looking() as connection:
            rows = connection.execute(select(*_ENTRY).order_by(AUDIT.c.id)).all()
            return tuple(_entry(row) for row in rows)
        return ()

    @contextmanager
    def publish_lock(self) -> Iterator[None]:
        """Hold a lock of the database, which lets go when the connection ends, however it ends."""
        if getattr(self._own, "holds_lock", False):
            yield
            return
        with connected(self._engine, seconds=24 * 3600) as connection:
            _wait(connection)
            with connected(self._engine, seconds=WRITE_SECONDS) as other:
                bring_up_to_date(other)
            self._own.holds_lock = True
            try:
                yield
            finally:
                self._own.holds_lock = False

    def add(self, release: str, files: Mapping[str, bytes]) -> None:
        """Insert the release and its files in one transaction; one that is there stays."""
        rows = [{"release": release, "name": name, "content": files[name]} for name in files]
        with connected(self._engine, seconds=WRITE_SECONDS) as connection:
            made = connection.execute(
                postgresql.insert(RELEASE).values(release=release).on_conflict_do_nothing()
            )
            if made.rowcount:
                connection.execute(insert(FILE), rows)

    def write(self, *entries: Entry) -> None:
        """Insert the entries in one transaction: what is shown follows from them."""
        rows = [{c.name: getattr(one, c.name) for c in _COLUMNS} for one in entries]
        with connected(self._engine, seconds=WRITE_SECONDS) as connection:
            connection.execute(insert(AUDIT), rows)

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        try:
            with connected(self._engine, seconds=LOOK_SECONDS) as connection:
                yield connection
        except ProgrammingError as error:
            # Before anything is published there are no tables.
            if getattr(error.orig, "sqlstate", "") == "42P01":
                raise _NoTables(_NOTHING) from error
            raise ReleaseError(f"The database refuses what is asked: {error.orig}") from error


def _wait(connection: Connection) -> None:
    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS:.0f}s'"))
    try:
        connection.execute(select(func.pg_advisory_xact_lock(_KEY)))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == "55P03":
            raise Busy(
                f"Somebody else has been publishing into the database for {WAIT_SECONDS:.0f} s. "
                "Wait for it to end and try again"
            ) from error
        raise


def _entry(row: Any) -> Entry:
    return Entry(**row._asdict())
