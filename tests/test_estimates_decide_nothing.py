"""Every way out of the product: estimated months give no named region a rank, verdict or kronor."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from flask.testing import FlaskClient

from app import create_app
from dashboard.api.resources import BY_KEY
from dashboard.cli import main
from dashboard.cli.commands import app as commands
from dashboard.exports.views import SHEETS
from dashboard.open_data import feed
from dashboard.reference.regions import CODES, name_of
from dashboard.settings import Settings
from tests.each import each

# What a row may not say of a region on the ground of estimated months (docs/methods.md 9.7).
MONEY = {"earned", "earned_over", "earned_out", "bonus", "performance", "total", "cells_qualified"}
# A change in money rests on what is assumed of it; its level on the months.
LEVELS = ("now", "now_low", "now_high", "value", "scenario_mean", "low", "high")
RANKS = {"rank", "rank_low", "rank_high", "rank_mean", "top_five", "place"}
VERDICTS = {
    "told_from_sweden", "verdict", "outside", "worse", "worsening", "needs_attention",
    "special_cause", "point_type", "lpl", "upl", "qualified_by", "qualified_why",
    "z_adjusted", "z_unadjusted", "peers_together", "peers_low", "peers_high",
}  # fmt: skip
SAID = re.compile(
    r"förbättring|försämring|improvement|deterioration|egna nivån|own level|saknar mest|lacks most"
)
ESTIMATES = {"estimated", "mixed"}

# The commands that read the months of a release, with what each is asked.
READ = {
    "values": ["--indicator", "overcrowding", "--region", "all"],
    "peers": ["--region", "14"],
    "shortfall": [],
    "scenario": ["--region", "14"],
    "preparedness": [],
    "relief": [],
    "quality": ["grades"],
    "plan": ["--region", "14"],
}
# Those that read a file or numbers of one's own, what is declared, or the releases themselves.
ELSE = {
    "indicators", "describe", "spc", "funnel", "target", "max-occupancy", "erlang", "overcrowding",
    "targets", "funding", "its", "staffing", "forecast", "agreements", "pack", "reports", "import",
    "check", "template", "fetch", "build", "releases", "publish", "withdraw", "diff", "aggregate",
    "audit", "backup", "restore", "settings", "serve", "access", "drafts",
    "own-preparedness", "bed-days",
}  # fmt: skip


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home, prewarm=False)).server.test_client()


def rows_in(answer: Any) -> Iterator[dict[str, Any]]:
    """Every object in an answer, at whatever depth."""
    if isinstance(answer, dict):
        yield answer
        for one in answer.values():
            yield from rows_in(one)
    elif isinstance(answer, list):
        for one in answer:
            yield from rows_in(one)


def wrong(answer: Any) -> list[dict[str, Any]]:
    """The rows of a region that say on estimates what estimates may not say."""
    found = []
    for row in rows_in(answer):
        if row.get("region") not in CODES or row.get("status", "estimated") not in ESTIMATES:
            continue
        said = {key: row[key] for key in MONEY | RANKS | VERDICTS if row.get(key) is not None}
        # The price of a bed day is assumed, of no region, and stands in the log.
        if "result" in row and row["counted_in"].startswith("SEK"):
            said |= {key: row[key] for key in LEVELS if row.get(key) is not None}
        # An effect of the effort, or a model of it.
        is_effect = "model" in row and "signal" in row
        if is_effect or "fitted" in row:
            keys = ("value", "low", "high") if is_effect else ("fitted", "expected")
            said |= {key: row[key] for key in keys if row.get(key) is not None}
        if row.get("signal") not in (None, "", "cannot_be_decided"):
            said["signal"] = row["signal"]
        if said:
            found.append({"region": row["region"], **said})
    return found


def test_what_is_looked_for_is_found() -> None:
    row = {"region": "14", "status": "estimated", "earned": 1.0, "signal": "concern"}
    assert wrong({"data": [row]}) == [{"region": "14", "earned": 1.0, "signal": "concern"}]
    money = {
        "region": "14",
        "result": "cost",
        "counted_in": "SEK million a year",
        "now": 1.0,
        "change": 2.0,
    }
    assert wrong([money]) == [{"region": "14", "now": 1.0}]
    effect = {"region": "14", "status": "estimated", "model": "main", "value": -5.0}
    effect |= {"signal": None}
    assert wrong([effect]) == [{"region": "14", "value": -5.0}]
    assert wrong([{**row, "region": "00"}, {**row, "status": "published"}]) == []


@pytest.mark.parametrize("name", SHEETS)
def test_no_figure_of_the_api(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/api/v1/figures/{name}?region=14&data=estimated&size=1000")
    assert answer.status_code == 200, answer.text[:300]
    body = answer.get_json()
    assert body["data"]
    assert wrong(body) == []


@pytest.mark.parametrize("key", [key for key in BY_KEY if key != "figures"])
def test_no_resource_of_the_api(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/api/v1/{key}?size=500")
    assert answer.status_code == 200, answer.text[:300]
    assert wrong(answer.get_json()) == []


@pytest.mark.parametrize(
    "name", ["eff-grant", "eff-cells", "eff-rules", "eff-its", "eff-fit", "cmp-dots", "attention"]
)
def test_no_file(client: FlaskClient, name: str) -> None:
    head, *lines = client.get(f"/files/{name}.csv?flavour=machine&region=14").text.splitlines()
    keys = head.split(",")
    for line in each(lines):
        row = dict(zip(keys, (cell or None for cell in line.split(",")), strict=False))
        assert wrong({**row}) == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_feed(client: FlaskClient, lang: Any) -> None:
    words = client.get(feed.ADDRESS.in_(lang)).text
    assert "<entry>" in words
    for code in CODES:
        entries = [one for one in words.split("<entry>") if name_of(code).in_(lang) in one]
        assert not any(re.search(r"kronor|SEK|plats \d+ av", one) for one in entries), code


def test_every_command_is_asked_or_reads_no_months() -> None:
    known = set(typer.main.get_command(commands).commands)  # type: ignore[attr-defined]
    assert known == READ.keys() | ELSE


@pytest.mark.parametrize("name", READ)
def test_no_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    code = main([name, *READ[name], "--format", "json"])
    out = capsys.readouterr()
    # What estimated months cannot bear is refused with a reason.
    assert code == 0 or (code == 2 and out.err), out.err
    if code == 0:
        assert wrong(json.loads(out.out)) == []
        assert not SAID.search(out.out)
