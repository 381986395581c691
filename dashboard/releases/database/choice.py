"""The place where releases lie, as the settings say."""

from functools import lru_cache
from pathlib import Path

from dashboard.releases.fallback_replica import FallbackReplica
from dashboard.releases.filesystem_repository import FilesystemRepository
from dashboard.releases.repository import ReleaseRepository
from dashboard.settings import Settings
from dashboard.storage.chained_lines import ChainedLog, FileLog


def archive_of(settings: Settings) -> ReleaseRepository:
    """The place to publish in: the folder of releases, or the database where there is one.

    Raises:
        ValueError: the address of the database is none.
    """
    url = settings.database_url.get_secret_value()
    return _database(url) if url else FilesystemRepository(settings.home)


def reading(settings: Settings) -> ReleaseRepository:
    """The place to serve from, which has an answer even while the database has none.

    Raises:
        ValueError: the address of the database is none.
    """
    url = settings.database_url.get_secret_value()
    return _mirrored(url, settings.home) if url else FilesystemRepository(settings.home)


def log_of(settings: Settings, name: str) -> ChainedLog:
    """The log of a name, as `agreements.jsonl`: in the home folder, or the database there is.

    Raises:
        ValueError: the address of the database is none.
    """
    url = settings.database_url.get_secret_value()
    if not url:
        return FileLog(settings.home / name)
    from dashboard.releases.database.postgres_log import PostgresLog

    return PostgresLog(url, name)


def _database(url: str) -> ReleaseRepository:
    # Only where a database is set are its packages loaded.
    from dashboard.releases.database.postgres_repository import PostgresRepository

    return PostgresRepository(url)


@lru_cache(maxsize=4)
def _mirrored(url: str, home: Path) -> ReleaseRepository:
    return FallbackReplica(_database(url), FilesystemRepository(home / "mirror"))
