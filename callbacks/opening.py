"""What pages hold as they open, beside the release: made once, read at the start of a server."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from callbacks.documents import Writer
from callbacks.made_ahead import answers
from dashboard.language.text import LANGS
from dashboard.releases.database.choice import reading
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.storage.durable_files import replace_file
from dashboard.web.asset_bundling import gathered
from dashboard.web.release_provider import ReleaseProvider
from dashboard.web.version import code_stamp
from layouts.document.pages import PAGES
from layouts.page.opening_file import Kept, packed
from layouts.page.opening_values import Recorded, Values

_log = logging.getLogger(__name__)
_FOLDER = "opening"
_ALIVE = [page for page in PAGES if page.interactive]
_PATHS = [page.path.in_(lang) for page in _ALIVE for lang in LANGS]


def with_kept(settings: Settings, dataset: Dataset) -> Dataset:
    """The release with what this code keeps of its pages as they open."""
    return replace(dataset, opening=kept(settings, dataset))


def kept(settings: Settings, dataset: Dataset) -> Mapping[str, Values | bytes]:
    """What this code keeps of the release; nothing where it was not made, or not whole."""
    try:
        return Kept(_place(settings, dataset.release))
    except (OSError, ValueError):
        return {}


def keep(settings: Settings) -> None:
    """Make the file of the current release, unless it is there; those of others go.

    Raises:
        ReleaseError: there is no release.
        OSError: the file cannot be written.
    """
    provider = ReleaseProvider(reading(settings), home=settings.home)
    dataset = provider.current()
    place = _place(settings, dataset.release)
    if not kept(settings, dataset):
        values = dict(computed(dataset))
        writer = Writer(provider, gathered(), settings.login == "oidc")
        made = answers(writer, replace(dataset, opening=values))
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, packed({**values, **made}))
    for path in set(place.parent.iterdir()) - {place}:
        path.unlink(missing_ok=True)


def computed(dataset: Dataset) -> Mapping[str, Values]:
    """What the pages that answer touches hold as they open, in both languages."""
    recorded = Recorded()
    for page in _ALIVE:
        for lang in LANGS:
            page.layout(replace(dataset, opening=recorded), lang, {})
    return recorded


def write_first(write: Callable[[str, str], object], dataset: Dataset) -> None:
    """Write the pages that are kept once, by path and query: what is read then, all workers share.

    Where nothing is kept it would take a start a second.
    """
    for path in _PATHS if dataset.opening else ():
        try:
            write(path, "")
        except Exception:
            _log.exception("%s cannot be written ahead", path)


def _place(settings: Settings, release: str) -> Path:
    """The file of a release: of another code, or beside other releases, it is another one."""
    home = settings.home
    releases = sorted(os.listdir(home / "releases")) if (home / "releases").is_dir() else []
    name = sha256(repr((code_stamp(settings), releases)).encode()).hexdigest()[:16]
    return home / _FOLDER / f"{release}-{name}"
