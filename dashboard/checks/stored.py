"""What the rules on months found in a release, as its file `quality.json` holds it."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from dashboard.checks.monthly import Check
from dashboard.checks.rules import BY_ID

Shape = tuple[int, ...]


def as_json(checks: Iterable[Check]) -> list[dict[str, Any]]:
    """Each check with its hits alone: region, month and care as places, and the number judged."""
    return [
        {
            "rule": check.rule.id,
            "about": check.about,
            "measures": list(check.measures),
            "hits": [
                [*place, _number(float(check.number[tuple(place)]))]
                for place in np.argwhere(check.fired).tolist()
            ],
        }
        for check in checks
    ]


def from_json(stored: Iterable[Mapping[str, Any]], shape: Shape) -> tuple[Check, ...]:
    """The checks over region x month x care; the number is NaN where a rule did not fire.

    Raises:
        KeyError: a rule that is not declared.
        IndexError: a hit outside the release.
    """
    return tuple(_check(one, shape) for one in stored)


def _check(entry: Mapping[str, Any], shape: Shape) -> Check:
    fired, number = np.zeros(shape, dtype=np.bool_), np.full(shape, np.nan)
    for *place, judged in entry["hits"]:
        fired[tuple(place)] = True
        number[tuple(place)] = np.nan if judged is None else judged
    return Check(BY_ID[entry["rule"]], entry["about"], tuple(entry["measures"]), fired, number)


def _number(number: float) -> float | None:
    return number if np.isfinite(number) else None
