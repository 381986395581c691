"""README's tables that follow from declarations, each between its two marks."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from typer.models import CommandInfo

from dashboard.cli.commands import app
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.paths import ROOT
from dashboard.settings import PREFIX, Settings

README = ROOT / "README.md"


def blocks() -> dict[str, str]:
    """The tables as Markdown, by the name that stands in their marks."""
    return {
        "tasks": _table(("Task", "What it does"), _tasks()),
        "commands": _table(("Command", "What it does"), _commands()),
        "settings": _table(("Variable", "Default", "What it is"), _settings()),
        "indicators": _table(
            ("Key", "Svenska", "English", "Unit", "Months", "Years"), map(_row, INDICATORS)
        ),
    }


def filled(text: str) -> str:
    """The text with every block written anew between `<!-- name -->` and `<!-- /name -->`.

    Raises:
        ValueError: the text lacks the marks of a block.
    """
    for name, block in blocks().items():
        first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, opened, rest = text.partition(first)
        _, closed, after = rest.partition(last)
        if not (opened and closed):
            raise ValueError(f"the marks {first} and {last} are missing")
        text = f"{before}{first}\n{block}\n{last}{after}"
    return text


def _tasks() -> list[tuple[str, str]]:
    lines = re.findall(r"^([a-z]+):.*## (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    return [(f"`make {name}`", said) for name, said in lines]


def _commands() -> list[tuple[str, str]]:
    return [
        (f"`vardplats {_name(one)}`", one.callback.__doc__ or "")
        for one in app.registered_commands
        if one.callback
    ]


def _name(command: CommandInfo) -> str:
    """What is typed: the name given, else that of the function."""
    return command.name or getattr(command.callback, "__name__", "").replace("_", "-")


def _settings() -> list[tuple[str, str, str]]:
    return [
        (
            f"`{PREFIX}{name.upper()}`",
            _plain(field.default),
            f"{field.description}{_choices(field.annotation)}",
        )
        for name, field in Settings.model_fields.items()
    ]


def _plain(default: Any) -> str:
    # A path of this checkout says nothing on another machine.
    shown = default.relative_to(ROOT) if isinstance(default, Path) else default
    return "empty" if shown is None or not str(shown) else f"`{shown}`"


def _choices(kind: Any) -> str:
    return f": {', '.join(get_args(kind))}" if get_origin(kind) is Literal else ""


def _row(one: Indicator) -> tuple[str, ...]:
    years = ", ".join(f"`{series.source}`" for series in one.published)
    months = ", ".join(one.cares("modelled"))
    return (f"`{one.key}`", *one.name, one.unit.long.en, months or "–", years or "–")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
