"""Every rule that fires in a release, on months and on published years."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from dashboard.checks.excluded import checked
from dashboard.checks.monthly import Check
from dashboard.checks.rules import SEVERITIES
from dashboard.indicators.registry import (
    AVAILABLE_BEDS,
    OCCUPANCY,
    OUTPLACEMENT,
    OVERCROWDING,
    PSYCHIATRIC_OVERCROWDING,
    Care,
    Data,
    Indicator,
)
from dashboard.quality.rule_hit import RuleHit
from dashboard.quality.yearly import yearly
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import CARES, Dataset
from dashboard.values.rows import Row

# The figure on which a fault in a measure can be seen.
_SHOWN: Mapping[str, Indicator] = {
    "bed_days": AVAILABLE_BEDS,
    "patient_days": OCCUPANCY,
    "over_days": OVERCROWDING,
    "out_days": OUTPLACEMENT,
}


@lru_cache(maxsize=8)
def rule_hits(dataset: Dataset) -> tuple[RuleHit, ...]:
    """All of them: errors before warnings before information, the latest period first in each."""
    if dataset.quality:
        return tuple(RuleHit(**hit) for hit in dataset.quality["rule_hits"])
    graves = list(SEVERITIES)
    found = [hit for check in checked(dataset) for hit in _of(check, dataset)] + list(
        yearly(dataset)
    )
    found.sort(key=lambda one: (one.rule_id, one.region))
    found.sort(key=lambda one: _end(one.period), reverse=True)
    return tuple(sorted(found, key=lambda one: graves.index(one.rule.severity)))


def _end(period: str) -> str:
    """A year stands with its last month."""
    return period if len(period) > 4 else f"{period}-12"


def _of(check: Check, dataset: Dataset) -> Iterator[RuleHit]:
    for row, column, place in np.argwhere(check.fired).tolist():
        care: Care = CARES[place]
        number = float(check.number[row, column, place])
        yield RuleHit(
            check.rule.id, _figure(check.about, care).key, CODES[row], dataset.months[column],
            care, _data(dataset), None if number != number else number,
        )  # fmt: skip


def _data(dataset: Dataset) -> Data:
    """What the months are that rules are run on: no rule is run on an estimate."""
    if dataset.kind == "estimated" and dataset.ranges is not None:
        return "reported"
    return dataset.kind


def _figure(measure: str, care: Care) -> Indicator:
    if care == "psychiatric" and measure == "over_days":
        return PSYCHIATRIC_OVERCROWDING
    return _SHOWN[measure]


def counts(dataset: Dataset) -> dict[str, int]:
    """How often each rule fired in the release; rules that did not are left out."""
    found: dict[str, int] = {}
    for rule_hit in rule_hits(dataset):
        found[rule_hit.rule_id] = found.get(rule_hit.rule_id, 0) + 1
    return dict(sorted(found.items()))


def rule_hit_rows(dataset: Dataset) -> list[Row]:
    """The rule_hits as flat rows, for files, the API and the command line."""
    return [
        {
            "rule": rule_hit.rule_id,
            "severity": rule_hit.rule.severity,
            "indicator": rule_hit.indicator,
            "region": rule_hit.region,
            "period": rule_hit.period,
            "care": rule_hit.care,
            "data": rule_hit.data,
            "number": rule_hit.number,
            "status": rule_hit.data,
            "release": dataset.release,
        }
        for rule_hit in rule_hits(dataset)
    ]
