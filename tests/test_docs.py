"""README and `docs/` say what is true: tables, commands, addresses and names."""

import csv
import json
import re
import shlex
import struct
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.cli import main
from dashboard.cli.commands import app as commands
from dashboard.cli.documents import BLOCKS, filled
from dashboard.indicators.registry import INDICATORS
from dashboard.ingest.panel import MEASURES as MODELLED
from dashboard.paths import DATA, ROOT
from dashboard.releases.dataset import (
    BACK_TEST,
    CUBE,
    EXAMPLE,
    FORECASTS,
    GEOMETRY,
    MANIFEST,
    MEASURES,
    QUALITY,
    RANGES,
    REFERENCE,
    ROWS,
)
from dashboard.settings import PREFIX, Settings
from tests.documents import DOCS, README, fenced, in_code, table, text_of
from tests.test_plan import FLOOR

MOST_LINES_OF_README = 150
PICTURE = DOCS / "overview.png"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
Run = pytest.CaptureFixture[str]
ROOMS = "## The rooms of `dashboard/`"


@pytest.mark.parametrize("block", BLOCKS)
def test_a_generated_table_is_what_the_declarations_print(block: str) -> None:
    document, make = BLOCKS[block]
    assert filled(text_of(document), block, make()) == text_of(document), "run: make docs"


def test_a_document_without_the_marks_of_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="<!-- settings -->"):
        filled("# Operating", "settings", "a table")


def test_the_tables_hold_every_task_command_setting_and_indicator() -> None:
    made = {block: make() for block, (_, make) in BLOCKS.items()}
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert phony
    # The browser's package is a step of `make test`, not a task of its own.
    assert [name.split()[1] for name in _firsts(made["tasks"])] == [
        name for name in phony[1].split() if name not in ("chromium", "servers")
    ]
    callbacks = [(one.name, one.callback) for one in commands.registered_commands if one.callback]
    names = [name or callback.__name__.replace("_", "-") for name, callback in callbacks]
    assert [name.split()[1] for name in _firsts(made["commands"])] == names
    assert _firsts(made["settings"]) == [PREFIX + name.upper() for name in Settings.model_fields]
    assert _firsts(made["indicators"]) == [indicator.key for indicator in INDICATORS]


def _firsts(block: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)`", block, re.M)


def test_readme_is_two_screens() -> None:
    assert len(text_of(README).splitlines()) <= MOST_LINES_OF_README


def test_every_table_of_facts_is_described_column_by_column() -> None:
    described = table(DOCS / "data-dictionary.md", "## The tables in `data/`")
    assert sorted(described.keys() - {"File"}) == sorted(path.name for path in DATA.glob("*.csv"))
    for path in DATA.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        assert in_code(described[path.name][-1]) == columns, path.name


def test_every_file_and_measure_of_a_release_is_described(home: Path) -> None:
    described = table(DOCS / "data-dictionary.md", "## The release")
    files = (
        CUBE,
        REFERENCE,
        QUALITY,
        RANGES,
        EXAMPLE,
        BACK_TEST,
        FORECASTS,
        ROWS,
        GEOMETRY,
        MANIFEST,
    )
    assert list(described) == ["File", *files, "Measure", *MEASURES]
    folder = home / "releases" / (home / "releases" / "current").read_text()
    assert {path.name for path in folder.iterdir()} == set(files)
    columns = set(pd.read_parquet(folder / ROWS).columns)
    with (DATA / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        published = {*next(csv.reader(file)), "grain", "period"}
    keys = {"region", "month", "care", "stream", "population", "bed_level_carried", "status"}
    assert columns == {*published, *keys, *MODELLED}


def test_every_dependency_is_a_decision() -> None:
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    names = {re.split(r"[^\w-]", requirement)[0] for requirement in wanted}
    decided = table(DOCS / "decisions" / "0001-dependencies.md", "## Consequence")
    assert decided.keys() - {"Package"} == names


def test_every_decision_states_context_choice_what_was_ruled_out_and_consequence() -> None:
    records = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(records) > 40
    assert len(set(numbers)) == len(numbers)
    for record in records:
        headings = re.findall(r"^## (.*)$", text_of(record), re.M)
        assert headings == ["Context", "Choice", "Ruled out", "Consequence"], record.name


def test_the_rooms_of_the_architecture_are_those_of_the_plan_from_the_lowest_floor_up() -> None:
    listed = [name.strip("`") for name in table(DOCS / "architecture.md", ROOMS)][1:]
    assert sorted(listed) == sorted(FLOOR)
    assert [FLOOR[room] for room in listed] == sorted(FLOOR[room] for room in listed)


def test_the_names_of_the_glossary_are_in_the_code() -> None:
    code = "\n".join(
        text_of(path)
        for room in ("dashboard", "layouts", "callbacks")
        for path in (ROOT / room).rglob("*.py")
    )
    rows = _glossary()
    assert len(rows) > 40
    assert [name for cell in rows for name in in_code(cell) if not _is_in(name, code)] == []


def _glossary() -> list[str]:
    """The third cells of the glossary: what a word is called in the code."""
    lines = re.findall(r"^\| (.*) \|$", text_of(DOCS / "glossary.md"), re.M)
    return [line.split(" | ")[2] for line in lines[2:]]


def _is_in(name: str, code: str) -> bool:
    """Whether a name is a word of the code, a word in quotation marks, or a module's path."""
    path = ROOT / "dashboard" / f"{name}.py"
    return path.exists() or bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", code))


COMMANDS = DOCS / "command-line.md"


def test_the_commands_of_the_documents_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    lines = [line for block in fenced(COMMANDS, "sh") for line in block.splitlines()]
    asked = [shlex.split(line)[1:] for line in lines if line.startswith("vardplats ")]
    assert len(asked) > 3
    for arguments in asked:
        assert main(arguments) == 0, arguments
        assert capsys.readouterr().out


def test_the_rows_of_the_documents_are_those_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    (line,) = re.findall(r"^vardplats (values .* json)$", text_of(COMMANDS), re.M)
    assert main(shlex.split(line)) == 0
    printed = json.loads(capsys.readouterr().out)
    (shown,) = [json.loads(block) for block in fenced(COMMANDS, "json")]
    # The release is another one as soon as any figure is.
    assert [{**row, "release": ""} for row in shown] == [{**row, "release": ""} for row in printed]


def test_the_addresses_of_the_documents_answer(home: Path) -> None:
    client: FlaskClient = create_app(Settings(home=home)).server.test_client()
    named = in_code(text_of(DOCS / "addresses.md"))
    addresses = [name for name in named if name.startswith("/") and "<" not in name]
    assert {"/", "/healthz", "/readyz"} < set(addresses)
    answers = {one: client.get(one, follow_redirects=True).status_code for one in addresses}
    assert answers == dict.fromkeys(addresses, 200)


def test_the_picture_is_wide_enough_to_read_and_small_enough_to_load() -> None:
    content = PICTURE.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (width, height) >= (1400, 1000)
    assert len(content) < 400_000
