"""Sources side by side, definitions since when, the calendar, and what changed between releases."""

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest

from dashboard.checks.rules import DOTS
from dashboard.exports.csv import csv_bytes
from dashboard.exports.views import SHEETS
from dashboard.ingest.embedded import reference
from dashboard.quality.definitions import (
    counting_hours,
    definitions_since,
    established,
    occupancy_both_ways,
)
from dashboard.quality.reporting import calendar, periods
from dashboard.quality.reporting_picture import reporting_picture
from dashboard.quality.revisions import earlier_release, revisions, rewritten
from dashboard.quality.source_conflicts import disagreements
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import MANIFEST, MEASURES, Dataset
from dashboard.view.view import View
from tests.builders import a_dataset, without

BY_ID = reference().sources
HOURS, SINCE = counting_hours(reference()), definitions_since(reference())

LAST = View("overcrowding", "2024-12")


def test_the_figures_known_to_contradict_each_other_are_found() -> None:
    found = {(one.region, one.figure.last_day[:4], one.figure.value, one.other.value)
             for one in disagreements(reference())}  # fmt: skip
    assert found >= {
        ("13", "2022", 1.2, 1.7), ("13", "2023", 0.6, 2.1), ("00", "2022", 6.1, 6.7),
        ("01", "2018", 4.8, 6.4), ("12", "2018", 6.0, 5.0), ("00", "2023", 2360.0, 2300.0),
    }  # fmt: skip
    for one in disagreements(reference()):
        assert one.figure.source != one.other.source
        assert {one.figure.source, one.other.source} <= BY_ID.keys()


def test_rounding_is_no_contradiction() -> None:
    pairs = {(one.figure.value, one.other.value) for one in disagreements(reference())}
    assert (3.7, 3.71) not in pairs
    assert (4.4, 4.36) not in pairs


def test_occupancy_has_two_values_that_differ_by_the_overcrowded() -> None:
    whole, less = occupancy_both_ways(a_dataset(), LAST)
    assert (whole, less) == (pytest.approx(90), pytest.approx(86))


def test_hours_and_definitions_have_sources_and_fit_the_indicators() -> None:
    assert [one.hour for one in HOURS] == ["06:00", "23:00", "07:00", "08:00"]
    assert all(one.source for one in (*HOURS, *SINCE))
    assert all(one.url for one in HOURS[1:])
    assert all(one.indicators for one in SINCE)
    (sunderby,) = [one for one in established(reference()) if one.established]
    assert (sunderby.available, sunderby.established) == (188, 274)


# --- the calendar ---------------------------------------------------------------------------


def test_the_calendar_has_24_months_or_all_years(dataset: Dataset) -> None:
    for view, width in ((View("overcrowding", dataset.last_month), 24),
                        (View("overcrowding", "2025", data="published"), 10)):  # fmt: skip
        rows = calendar(dataset, view)
        assert len(rows) == 21
        assert {len(row) for row in rows} == {width} == {len(periods(dataset, view))}
        assert {cell.state for row in rows for cell in row} <= {"whole", "warning"}


def test_a_cell_has_four_dots_and_its_reason() -> None:
    calm = [4 + 0.01 * i for i in range(36)]
    whole = a_dataset(first="2022-01", last="2024-12", over=calm, out=calm)
    dataset = without(whole, ["03"], months=["2024-11"])
    row = calendar(dataset, LAST)[CODES.index("03")]
    gone, last = row[-2:]
    assert gone.state == "missing"
    assert dict(gone.dots) == {
        "complete": False, "timely": None, "valid": None, "consistent": None,
    }  # fmt: skip
    assert [one.sv for one in gone.reasons] == ["Saknad period"]
    assert last.state == "whole"
    assert list(last.dots) == list(DOTS)
    assert last.dots["timely"] is None


def test_what_was_delivered_late_puts_out_its_dot() -> None:
    delivered = {"03": {"2024-12": "2025-02-20", "2024-11": "2024-12-10"}}
    calm = [4 + 0.01 * i for i in range(36)]
    dataset = replace(a_dataset(first="2022-01", last="2024-12", over=calm, out=calm),
                    manifest={"delivered": delivered})  # fmt: skip
    before, late = calendar(dataset, LAST)[CODES.index("03")][-2:]
    assert (before.dots["timely"], late.dots["timely"]) == (True, False)
    assert late.state == "late"
    said = reporting_picture(dataset, LAST, "sv").sentence
    assert said.endswith("I median levererades de 30 dagar efter månadens slut, 50 procent i tid.")
    assert "framgår inte" in reporting_picture(a_dataset(), LAST, "sv").sentence


# --- revisions ------------------------------------------------------------------------------


def test_a_changed_figure_is_a_revision_and_a_late_one_a_question() -> None:
    dataset = a_dataset()
    cube = dataset.cube.copy()
    for month in ("2023-05", "2025-11"):
        where = (MEASURES.index("out_days"), CODES.index("03"), dataset.months.index(month), 0, 0)
        cube[where] *= 2
    old = replace(dataset, quality={}, cube=cube)
    found = [one for one in revisions(old, dataset) if one.region == "03"]
    assert [(one.period, one.before, one.after) for one in found] == [
        ("2025-11", pytest.approx(4), pytest.approx(2)),
        ("2023-05", pytest.approx(4), pytest.approx(2)),
    ]
    reported = replace(dataset, imported=np.ones(dataset.cube.shape, dtype=bool))
    (late,) = rewritten(tuple(found), reported)
    assert late.periods == ("2023-05",)
    assert "4,0" in late.question.sv
    assert revisions(dataset, dataset) == ()
    assert rewritten(tuple(found), dataset) == (), "an estimate is no question to a region"
    assert revisions(old, replace(dataset, kind="example")) == (), "no release publishes examples"


def test_a_month_that_is_added_is_no_revision() -> None:
    assert revisions(a_dataset(last="2024-12"), a_dataset()) == ()


def test_the_earlier_release_is_the_newest_one_before(home, dataset, tmp_path) -> None:
    assert earlier_release(home, dataset) is None
    whole = home / "releases" / dataset.release
    for name, made in ((dataset.release, "2026-03-01"), ("a" * 16, "2026-01-01"),
                       ("b" * 16, "2026-02-01"), ("c" * 16, "2026-04-01")):  # fmt: skip
        folder = shutil.copytree(whole, tmp_path / "releases" / name)
        manifest = json.loads((folder / MANIFEST).read_text())
        stated = {**manifest, "created": f"{made}T00:00:00+00:00"}
        (folder / MANIFEST).write_text(json.dumps(stated))
    found = earlier_release(tmp_path, dataset)
    assert found is not None
    assert found.release == "b" * 16
    assert earlier_release(tmp_path / "nothing", dataset) is None


def test_every_file_of_the_page_has_rows_with_the_same_keys(dataset: Dataset) -> None:
    empty = a_dataset()
    for name, sheet in SHEETS.items():
        if name.startswith("dq-"):
            for one in (dataset, empty):
                rows = sheet.rows(one, LAST)
                assert rows
                assert {tuple(row) for row in rows} == {tuple(rows[0])}
                for flavour in ("excel", "machine"):
                    assert csv_bytes(rows, flavour, "sv", "x", reference=reference())
