"""The place where releases lie, as the settings say."""

from functools import lru_cache
from pathlib import Path

from dashboard.releases.archive import Archive
from dashboard.releases.folder import Folder
from dashboard.releases.mirror import Mirror
from dashboard.settings import Settings


def archive_of(settings: Settings) -> Archive:
    """The place to publish in: the folder of releases, or the database where there is one.

    Raises:
        ValueError: the address of the database is none.
    """
    url = settings.database_url.get_secret_value()
    return _database(url) if url else Folder(settings.home)


def reading(settings: Settings) -> Archive:
    """The place to serve from, which has an answer even while the database has none.

    Raises:
        ValueError: the address of the database is none.
    """
    url = settings.database_url.get_secret_value()
    return _mirrored(url, settings.home) if url else Folder(settings.home)


def _database(url: str) -> Archive:
    # Only where a database is set are its packages loaded.
    from dashboard.releases.database.postgres import Postgres

    return Postgres(url)


@lru_cache(maxsize=4)
def _mirrored(url: str, home: Path) -> Archive:
    return Mirror(_database(url), Folder(home / "mirror"))
