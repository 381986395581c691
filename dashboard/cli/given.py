"""What a command is given: the settings in force and the release they lead to."""

from pydantic import ValidationError

from dashboard.cli.refusal import Refused
from dashboard.settings import PREFIX, Settings, UnknownSetting, settings_from_environment
from dashboard.store import ReleaseError, Store, read_store

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
            f"{PREFIX}{str(fault['loc'][0]).upper()}={fault['input']} cannot be used: "
            f"{fault['msg'][:1].lower()}{fault['msg'][1:]}. Correct or unset it."
            for fault in error.errors()
        ]
        raise Refused("\n".join(faults)) from error


def store(of: Settings) -> Store:
    """The release that is published under the home of the settings.

    Raises:
        Refused: there is none, or it is torn or altered.
    """
    try:
        return read_store(of.home)
    except ReleaseError as error:
        words = str(error)
        raise Refused(words if _BUILD in words else f"{words}. {_BUILD}") from error
