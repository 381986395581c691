"""What a command is given: the settings in force and the release they lead to."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from dashboard.cli.refusal import Refused
from dashboard.releases.catalogue import full_name
from dashboard.releases.database.choice import archive_of
from dashboard.releases.dataset import Dataset, ReleaseError, read_dataset
from dashboard.releases.repository import Away, ReleaseRepository
from dashboard.settings import PREFIX, Settings, UnknownSetting, settings_from_environment
from dashboard.targets.versions import tables

_BUILD = "Run: vardplats build"


def settings() -> Settings:
    """The settings in force.

    Raises:
        Refused: a variable that is no setting, or a value a setting cannot have.
    """
    try:
        return settings_from_environment()
    except UnknownSetting as error:
        raise Refused(f"{error}. Correct or unset it.") from error
    except ValidationError as error:
        faults = [
            f"{PREFIX}{str(fault['loc'][0]).upper()}={_shown(fault)} cannot be used: "
            f"{fault['msg'][:1].lower()}{fault['msg'][1:]}. Correct or unset it."
            if fault["loc"]
            else f"The settings do not fit: {fault['msg'].removeprefix('Value error, ')}."
            for fault in error.errors()
        ]
        raise Refused("\n".join(faults)) from error


def dataset(
    of: Settings, release: str | None = None, *, place: ReleaseRepository | None = None
) -> Dataset:
    """The release named, or the one that is shown, in a place or where the settings say.

    Raises:
        Refused: there is none, or it is torn or altered, or the database does not answer.
    """
    try:
        archive = place or archive_of(of)
        dataset = read_dataset(archive, full_name(archive, release) if release else None)
    except ReleaseError as error:
        if isinstance(error, Away) or release:
            raise Refused(f"{error}.") from error
        words = str(error)
        raise Refused(words if _BUILD in words else f"{words}. {_BUILD}") from error
    # The versions of the targets lie beside the releases, wherever those are.
    return replace(dataset, targets=tables(of.home))


def unwritable(home: Path, error: OSError) -> Refused:
    """Why nothing could be written, and what to do about it."""
    return Refused(
        f"The release cannot be written in {home}: {error.strerror or error}. "
        "Nothing has changed. Make room there, or set VARDPLATS_HOME to a folder that can be "
        "written."
    )


def _shown(fault: Any) -> str:
    """What was set, but for an address that may hold a password."""
    field = Settings.model_fields.get(str(fault["loc"][0]))
    return "…" if field and field.annotation is SecretStr else str(fault["input"])
