"""Agreements, plans and preparedness of the home folder, carried to the database in use since."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.dialogue import agreement_log, plan_log
from dashboard.frozen import frozen
from dashboard.imports import preparedness
from dashboard.releases.database.choice import log_of
from dashboard.settings import Settings
from dashboard.storage.chained_lines import Chain, read_chain

LOGS = (agreement_log.LOG, plan_log.LOG, preparedness.LOG)


@frozen
class Moved:
    """Of a log: how many lines lie in the home folder, were carried now, and were cut short."""

    log: str
    lines: int
    carried: int
    cut_short: int


def moved(settings: Settings) -> tuple[Moved, ...]:
    """Carry the lines of the home folder to the database: each as it is, with who and when.

    Those of a log come over in one transaction. Done again it carries what is new. The files stay.

    Raises:
        ValueError: there is no database, a line was changed or is gone, or the database has lines
            of its own; of that log nothing is carried.
        OSError: a file cannot be read, or the database cannot be used.
    """
    # Only where a database is set are its packages loaded.
    from dashboard.releases.database.postgres_log import PostgresLog

    found = []
    for name in LOGS:
        to = log_of(settings, name)
        if not isinstance(to, PostgresLog):
            raise ValueError("There is no database to move to: set VARDPLATS_DATABASE_URL.")
        with _held(settings.home / name) as chain:
            if chain.fault:
                raise ValueError(f"{settings.home / name}: {chain.fault}")
            count = to.carry(chain.lines) if chain.lines else 0
        found.append(Moved(name, len(chain.lines), count, chain.cut_short))
    return tuple(found)


def left(settings: Settings) -> tuple[str, ...]:
    """The logs of the home folder with lines that the database in use has not.

    Raises:
        OSError: one of them cannot be read.
        ValueError: the address of the database is none.
    """
    if not settings.database_url.get_secret_value():
        return ()
    return tuple(name for name in LOGS if _is_left(settings, name))


def _is_left(settings: Settings, name: str) -> bool:
    here = read_chain(settings.home / name).lines
    if not here:
        return False
    there = log_of(settings, name).read(bool).lines
    return here[-1]["hash"] not in {line["hash"] for line in there}


@contextmanager
def _held(path: Path) -> Iterator[Chain]:
    """The chain of a file that nobody adds to meanwhile."""
    if not path.exists():
        yield Chain(())
        return
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield read_chain(path)
