"""Values of a view, and the rows behind each figure of the site: the same code as the files."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.api import caveats
from dashboard.api.declared import Caveat, Ground, Query, Result, Row
from dashboard.exports.views import SHEETS
from dashboard.quality.ranking_gate import gate
from dashboard.values import values
from dashboard.values.rows import rows
from dashboard.view.view import View


def value_rows(ground: Ground, query: Query) -> Result:
    """The rows of `vardplats values` in each period, each with its reason and its caveats."""
    rows: list[Row] = []
    known = {caveat.id: caveat for caveat in caveats.of_view(ground.dataset, query.view)}
    for period in query.periods:
        view = replace(query.view, period=period)
        told = _told(ground, view, query.regions)
        known |= {caveat.id: caveat for _, own in told for caveat in own}
        rows += [row for row, _ in told]
    return Result(_by_region(rows, query.regions), tuple(known.values()))


def _told(
    ground: Ground, view: View, regions: Sequence[str]
) -> list[tuple[Row, tuple[Caveat, ...]]]:
    reasons = {value.region: value.reason for value in values.at(ground.dataset, view)}
    doubted = gate(ground.dataset, view)
    result = []
    for row in rows(ground.dataset, view, regions):
        caveats_of_row = caveats.of_value(ground.dataset, view, str(row["region"]), doubted)
        more = {
            "reason": reasons[str(row["region"])],
            "caveats": [one.id for one in caveats_of_row],
        }
        result.append(({**row, **more}, caveats_of_row))
    return result


def _by_region(rows: list[Row], regions: Sequence[str]) -> list[Row]:
    """Region by region, each in the order of its periods."""
    place = {code: number for number, code in enumerate(regions)}
    return sorted(rows, key=lambda row: place[row["region"]])


def figure_rows(ground: Ground, query: Query) -> Result:
    """The rows of the file of the same name."""
    sheet = SHEETS[query.name]
    view = sheet.of(query.view)
    rows: list[Row] = [dict(row) for row in sheet.rows(ground.dataset, view)]
    return Result(rows, caveats.of_view(ground.dataset, view))
