"""README says what is true, and no file says what does not belong in it."""

import csv
import json
import re
import shlex
import struct
import subprocess
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.cli import main
from dashboard.cli.commands import app as commands
from dashboard.cli.documents import blocks, filled
from dashboard.indicators.registry import INDICATORS
from dashboard.ingest.panel import MEASURES as MODELLED
from dashboard.paths import DATA, ROOT
from dashboard.reference.regions import REGIONS
from dashboard.releases.dataset import CUBE, GEOMETRY, MANIFEST, MEASURES, ROWS
from dashboard.settings import PREFIX, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE = ROOT / "docs" / "overview.png"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
Run = pytest.CaptureFixture[str]


def section(heading: str) -> str:
    """What stands under a heading, up to the next one of the same depth or above."""
    depth = heading.index(" ")
    _, found, rest = README.partition(f"\n{heading}\n")
    assert found, heading
    return re.split(rf"\n#{{1,{depth}}} ", rest)[0]


def table(heading: str) -> dict[str, list[str]]:
    """The cells of all tables under a heading, by their first cell without backticks."""
    lines = re.findall(r"^\| (.*) \|$", section(heading), re.M)
    cells = [line.split(" | ") for line in lines if not line.startswith("---")]
    return {first.strip("`"): rest for first, *rest in cells}


def in_code(words: str) -> list[str]:
    """What stands between backticks; a fenced block is no such thing."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", words)


def fenced(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.M | re.S)


def repository() -> list[Path]:
    """The files that are in the repository, or would be once added."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ended = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in ended.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_tables_of_readme_are_those_the_declarations_print() -> None:
    assert filled(README) == README, "run: make docs"


def test_a_readme_without_the_marks_of_a_table_is_told_so() -> None:
    with pytest.raises(ValueError, match="<!-- settings -->"):
        filled(README.replace("<!-- settings -->", ""))


def test_the_tables_hold_every_task_command_setting_and_indicator() -> None:
    made = blocks()
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert phony
    # The browser's package is a step of `make test`, not a task of its own.
    assert [name.split()[1] for name in _firsts(made["tasks"])] == [
        name for name in phony[1].split() if name not in ("chromium", "servers")
    ]
    kept = [one for one in commands.registered_commands if one.callback]
    names = [one.name or one.callback.__name__.replace("_", "-") for one in kept if one.callback]
    assert [name.split()[1] for name in _firsts(made["commands"])] == names
    assert _firsts(made["settings"]) == [PREFIX + name.upper() for name in Settings.model_fields]
    assert _firsts(made["indicators"]) == [one.key for one in INDICATORS]


def _firsts(block: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)`", block, re.M)


def test_every_table_of_facts_is_described_column_by_column() -> None:
    described = table("### The tables in `data/`")
    names = {region.name.sv for region in REGIONS}
    assert sorted(described.keys() - {"File"}) == sorted(path.name for path in DATA.glob("*.csv"))
    for path in DATA.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        own = [column for column in columns if column not in names]
        assert in_code(described[path.name][-1]) == own, path.name


def test_every_file_and_measure_of_a_release_is_described(home: Path) -> None:
    described = table("### The release")
    files = (CUBE, ROWS, GEOMETRY, MANIFEST)
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
    names = {re.split(r"[^\w-]", one)[0] for one in wanted}
    assert table("### Dependencies").keys() - {"Package"} == names


def test_every_file_and_folder_that_readme_names_exists() -> None:
    inside = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    rooms = r"(?:dashboard|layouts|callbacks|assets|data|tests|docs|\.ci)/[\w./]*"
    named = {one for one in in_code(README) if re.fullmatch(rooms, one)}
    assert named
    assert [one for one in {*inside, *named} if not (ROOT / one).exists()] == []


def test_every_room_is_in_the_plan() -> None:
    named = in_code(section("## The house"))
    rooms = [path.parent.name for path in ROOT.glob("dashboard/*/__init__.py")]
    assert [room for room in rooms if f"dashboard/{room}/" not in named] == []


def test_the_commands_of_readme_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    lines = [line for block in fenced("sh") for line in block.splitlines()]
    asked = [shlex.split(line)[1:] for line in lines if line.startswith("vardplats ")]
    assert len(asked) > 3
    for arguments in asked:
        assert main(arguments) == 0, arguments
        assert capsys.readouterr().out


def test_the_rows_of_readme_are_those_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    (line,) = re.findall(r"^vardplats (values .* json)$", README, re.M)
    assert main(shlex.split(line)) == 0
    printed = json.loads(capsys.readouterr().out)
    (shown,) = [json.loads(block) for block in fenced("json")]
    # The release is another one as soon as any figure is.
    assert [{**row, "release": ""} for row in shown] == [{**row, "release": ""} for row in printed]


def test_the_addresses_of_readme_answer(home: Path) -> None:
    client: FlaskClient = create_app(Settings(home=home)).server.test_client()
    addresses = [one for one in in_code(README) if one.startswith("/") and "<" not in one]
    assert {"/", "/healthz", "/readyz"} < set(addresses)
    assert {one: client.get(one).status_code for one in addresses} == dict.fromkeys(addresses, 200)


def test_the_picture_is_wide_enough_to_read_and_small_enough_to_load() -> None:
    content = PICTURE.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (width, height) >= (1400, 1000)
    assert len(content) < 400_000


# Written in two halves, so that this file does not hold what it looks for.
HOSTS = ("pypi" + ".org", "python" + "hosted", "npm" + "js.", "debian" + ".org", "ana" + "conda.",
         "ghcr" + ".io", "docker" + ".io", "jsdelivr" + ".net", "unpkg" + ".com")  # fmt: skip
HOMES = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/")
_NAMES = ("A" + "I", "L" + "LMs?", "G" + "PT", "[Cc]hat" + "bots?", "[Cc]lau" + "de",
          "[Cc]opi" + "lot", "[Oo]pen" + "ai", "[Aa]nthro" + "pic", "[Aa]ssis" + "tants?",
          "[Ss]and" + "box", "[Cc]o-[Aa]uth" + "ored")  # fmt: skip
WRITERS = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b")


def test_no_file_holds_a_registry_a_home_or_its_writer() -> None:
    found = []
    for path in repository():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        held = [one for one in (*HOSTS, *HOMES) if one in text]
        if path.suffix != ".png":
            held += WRITERS.findall(text)
        found += [f"{path.relative_to(ROOT)}: {one}" for one in held]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_file_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"^(?=\S)", text, flags=re.M)[1:]
    assert len(pins) > 20
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text
    assert "--index" not in text


def test_the_lock_file_of_the_browser_tests_has_hashes_and_no_addresses() -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {name: one for name, one in locked.items() if name}
    assert wanted
    assert all(one["integrity"].startswith("sha512-") for one in wanted.values())
    assert not any("resolved" in one for one in wanted.values())
