"""`vardplats settings`: what can be set from outside, and what is in force."""

from pathlib import Path
from typing import Any

from pydantic import SecretStr

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.settings import PREFIX, Settings


def print_settings(fmt: Format) -> None:
    """Print each setting with its value in force, its default and its description.

    Raises:
        Refused: a variable that is no setting, or a value a setting cannot have.
    """
    in_force = given.settings()
    rows = [
        {
            "name": PREFIX + name.upper(),
            "value": _plain(getattr(in_force, name)),
            "default": _plain(field.default),
            "description": field.description,
        }
        for name, field in Settings.model_fields.items()
    ]
    printing.print_rows(rows, fmt)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path | SecretStr) else value
