"""The tables of README and `docs/` that follow from declarations, each between its two marks."""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import metadata
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from typer.models import CommandInfo

from dashboard.cli.commands import app
from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.paths import ROOT
from dashboard.settings import PREFIX, Settings
from dashboard.statistics.verdict_words import VERDICTS

Cells = Iterable[Sequence[str]]
_NOT_STATED = "not stated"


def filled(text: str, block: str, table: str) -> str:
    """A document with a table written anew between `<!-- block -->` and `<!-- /block -->`.

    Raises:
        ValueError: the document lacks the marks of the block.
    """
    first, last = f"<!-- {block} -->", f"<!-- /{block} -->"
    before, opened, rest = text.partition(first)
    _, closed, after = rest.partition(last)
    if not (opened and closed):
        raise ValueError(f"the marks {first} and {last} are missing")
    return f"{before}{first}\n{table}\n{last}{after}"


def tasks() -> str:
    """The tasks of the Makefile, as Markdown like all tables here."""
    lines = re.findall(r"^([a-z]+):.*## (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    rows = [(f"`make {name}`", description) for name, description in lines]
    return _table(("Task", "What it does"), rows)


def commands() -> str:
    """The commands of `vardplats`, by the first sentence of their docstrings."""
    rows = [
        (f"`vardplats {_name(command)}`", (command.callback.__doc__ or "").partition("\n")[0])
        for command in app.registered_commands
        if command.callback
    ]
    return _table(("Command", "What it does"), rows)


def settings() -> str:
    """The settings by variable, default and description."""
    rows = [
        (
            f"`{PREFIX}{name.upper()}`",
            _plain(field.default),
            f"{field.description}{_choices(field.annotation)}",
        )
        for name, field in Settings.model_fields.items()
    ]
    return _table(("Variable", "Default", "What it is"), rows)


def indicators() -> str:
    """The indicators with names, unit, care areas of months and sources of years."""
    heads = ("Key", "Svenska", "English", "Unit", "Months", "Years")
    return _table(heads, map(_indicator, INDICATORS))


def licences() -> str:
    """The packages that `pyproject.toml` names, and the licence in the metadata of each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    parts = {"service": project["dependencies"], **project["optional-dependencies"]}
    rows = [
        (name, part, _licence(name))
        for part, wanted in parts.items()
        for name in sorted(re.split(r"[^\w-]", requirement)[0] for requirement in wanted)
    ]
    return _table(("Package", "Part", "Licence"), rows)


def npm() -> str:
    """The npm packages that are locked, counted by the licence that the lock file states."""
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    names: dict[str, set[str]] = {}
    for path, package in locked.items():
        if path:
            licence = package.get("license") or _NOT_STATED
            names.setdefault(licence, set()).add(path.rpartition("node_modules/")[2])
    rows = [
        (licence, str(len(found)), ", ".join(f"`{name}`" for name in sorted(found)[:3]))
        for licence, found in sorted(names.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return _table(("Licence", "Packages", "Among them"), rows)


# Each block by its name: the document that it stands in, and what makes it.
def verdicts() -> str:
    """Each word of a verdict in both languages, and what it means."""
    rows = [(f"`{key}`", *one.words, one.meaning.en) for key, one in VERDICTS.items()]
    return _table(("Key", "Svenska", "English", "What it means"), rows)


def gaps() -> str:
    """Each gap by its only name in both languages, and what it means."""
    rows = [(f"`{key}`", *one.name, one.meaning.en) for key, one in GAPS.items()]
    return _table(("Key", "Svenska", "English", "What it means"), rows)


BLOCKS: Mapping[str, tuple[Path, Callable[[], str]]] = MappingProxyType(
    {
        "verdicts": (ROOT / "docs" / "glossary.md", verdicts),
        "gaps": (ROOT / "docs" / "glossary.md", gaps),
        "tasks": (ROOT / "README.md", tasks),
        "commands": (ROOT / "docs" / "command-line.md", commands),
        "settings": (ROOT / "docs" / "operating.md", settings),
        "indicators": (ROOT / "docs" / "addresses.md", indicators),
        "licences": (ROOT / "docs" / "licences.md", licences),
        "npm": (ROOT / "docs" / "licences.md", npm),
    }
)


def _name(command: CommandInfo) -> str:
    """What is typed: the name given, else that of the function."""
    return command.name or getattr(command.callback, "__name__", "").replace("_", "-")


def _plain(default: Any) -> str:
    # A path of this checkout says nothing on another machine.
    shown = default.relative_to(ROOT) if isinstance(default, Path) else default
    return "empty" if shown is None or not str(shown) else f"`{shown}`"


def _choices(kind: Any) -> str:
    return f": {', '.join(get_args(kind))}" if get_origin(kind) is Literal else ""


def _indicator(indicator: Indicator) -> tuple[str, ...]:
    years = ", ".join(f"`{series.source}`" for series in indicator.published)
    months = ", ".join(indicator.cares("estimated"))
    unit = indicator.unit.long.en
    return (f"`{indicator.key}`", *indicator.name, unit, months or "–", years or "–")


def _licence(package: str) -> str:
    """What a package's metadata state: an expression, else classifiers, else words."""
    stated = metadata(package)
    expression = stated.get_all("License-Expression") or []
    kinds = stated.get_all("Classifier") or []
    classified = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    # Some put the whole licence there, which begins with its name.
    words = [text.strip().partition("\n")[0] for text in stated.get_all("License") or []]
    return "; ".join(expression or classified or words) or _NOT_STATED


def _table(heads: Sequence[str], rows: Cells) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))


def write() -> None:
    """Write every table anew into its document."""
    for block, (document, make) in BLOCKS.items():
        document.write_text(filled(document.read_text("utf-8"), block, make()), "utf-8")


if __name__ == "__main__":
    write()
