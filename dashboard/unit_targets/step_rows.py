"""Occupancy by month beside the target in force then, as rows."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.gaps.target_status import Levels, levels_of
from dashboard.indicators.registry import OCCUPANCY
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import TargetStream, target_at
from dashboard.values.rows import Row, periods_of_span, series_rows
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import TARGETS
from dashboard.view.view import View


def _steps_of(stream: TargetStream) -> Callable[[Dataset, View], list[Row]]:
    """Rows of a stream's occupancy by month beside the target in force then."""

    def rows(dataset: Dataset, view: View) -> list[Row]:
        stream_view = replace(view, indicator=OCCUPANCY.key, stream=stream)
        last = replace(stream_view, period=dataset.last_month)
        regions = tuple(dict.fromkeys((SWEDEN, view.region)))
        return [
            {**row, "target_pct": _level(str(row["period"]), stream, levels_of(dataset, view))}
            for row in series_rows(dataset, stream_view, regions, periods_of_span(dataset, last))
        ]

    return rows


def _level(month: str, stream: TargetStream, levels: Levels) -> float | None:
    share = target_at(month, stream, levels)
    return None if share is None else round(100 * share, 9)


SHEETS: Sheets = {
    "tgt-steps-acute": Sheet(_steps_of("acute"), TARGETS),
    "tgt-steps-planned": Sheet(_steps_of("planned"), TARGETS),
}
