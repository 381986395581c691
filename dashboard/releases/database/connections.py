"""Connections to PostgreSQL that end in time, whatever the other side does."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import cast

from psycopg import Connection as Driver
from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from dashboard.releases.repository import Away

CONNECT_SECONDS = 3


def engine_of(url: str) -> Engine:
    """The way to a database; nothing is asked of it yet.

    No connection is kept, so that a process may fork and a database may be started anew.

    Raises:
        ValueError: the address is not one of PostgreSQL.
    """
    return create_engine(
        address(url), poolclass=NullPool, connect_args={"connect_timeout": CONNECT_SECONDS}
    )


def address(url: str) -> URL:
    """The address with the driver that is used.

    Raises:
        ValueError: it is not one of PostgreSQL.
    """
    try:
        found = make_url(url)
    except ArgumentError:
        found = None
    if found is None or found.get_backend_name() not in ("postgresql", "postgres"):
        raise ValueError("an address like postgresql://user:password@host:5432/database is needed")
    return found.set(drivername="postgresql+psycopg")


@contextmanager
def connected(engine: Engine, *, seconds: float) -> Iterator[Connection]:
    """A transaction that is given up when it takes longer than `seconds`.

    A server that hangs answers nothing, not even that it is too late, so it is this side that
    hangs up.

    Raises:
        Away: the database does not answer, or not in time, or refuses the one who asks.
    """
    try:
        with engine.connect() as connection, _hanging_up(connection, seconds), connection.begin():
            yield connection
    except DBAPIError as error:
        if _is_away(error):
            raise Away(
                f"The database {_place(engine)} cannot be used now: {_first(error)}"
            ) from error
        raise


@contextmanager
def _hanging_up(connection: Connection, seconds: float) -> Iterator[None]:
    driver = cast("Driver[object]", connection.connection.driver_connection)
    own = socket.socket(fileno=os.dup(driver.fileno()))
    timer = Timer(seconds, _hang_up, [own])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        own.close()


def _hang_up(own: socket.socket) -> None:
    # The other side may have hung up first.
    with suppress(OSError):
        own.shutdown(socket.SHUT_RDWR)


def _is_away(error: DBAPIError) -> bool:
    """Whether the connection is lost or was never had; a fault in what is asked is another one."""
    state = getattr(error.orig, "sqlstate", None)
    # Classes 08, 28, 3D, 53 and 57: connection, who asks, no database, no room, shutting down.
    return error.connection_invalidated or state is None or state[:2] in _AWAY


_AWAY = {"08", "28", "3D", "53", "57"}


def _place(engine: Engine) -> str:
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=True)


def _first(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
