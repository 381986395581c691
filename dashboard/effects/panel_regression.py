"""The effort judged with the 21 regions as units: fixed levels, and errors clustered by region."""

import math

import numpy as np

from dashboard.effects.model import DECLARED, EFFECT_AT, design_of
from dashboard.effects.series import Outcome, log_rates, mean_beds, series_of
from dashboard.effects.verdict import Effect
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import inverted, t95

_NAMES = {
    False: Text("Panel av 21 regioner, alla lika", "Panel of 21 regions, all alike"),
    True: Text("Panel av 21 regioner, efter vårdplatser", "Panel of 21 regions, by beds"),
}
_FEW = Text("För få regioner har värden.", "Too few regions have values.")
_FEWEST_REGIONS = 10


def panel_effect(dataset: Dataset, outcome: Outcome, *, weighted: bool) -> Effect:
    """The effect of the main model over all regions, per cent with a 95 % interval.

    Each region has a level of its own; time, periods and season are shared. Errors are
    clustered by region, with Student's t on one less than their number; weights are the
    region's mean beds. Formula: docs/methods.md 6.2.
    """
    key = "panel-by-beds" if weighted else "panel"
    each = [series_of(dataset, outcome, code, "month") for code in CODES]
    beds = mean_beds(dataset)
    labels = dataset.months
    design = design_of(labels, [True] * len(labels), DECLARED)
    logs = [log_rates(one.rate) for one in each]
    units = [
        r for r, log in enumerate(logs)
        if np.isfinite(log).sum() > len(design.names) and np.isfinite(beds[r])
    ]  # fmt: skip
    if design.problem or len(units) < _FEWEST_REGIONS or EFFECT_AT not in labels:
        return Effect(key, _NAMES[weighted], EFFECT_AT, None, None, None, design.problem or _FEW)
    # Region levels take the place of the intercept.
    columns = [i for i, name in enumerate(design.names) if name != "intercept"]
    matrix, used = design.matrix[:, columns], list(design.used)
    weights = [float(beds[r]) if weighted else 1.0 for r in units]
    blocks = [_within(matrix, logs[r][used]) for r in units]
    estimates, covariance = _clustered(blocks, np.array(weights))
    row = matrix[used.index(labels.index(EFFECT_AT))]
    policy = np.where(np.array(design.policy)[columns], row, 0.0)
    moved = float(policy @ estimates)
    wide = t95(len(units) - 1) * math.sqrt(float(policy @ covariance @ policy))
    point, low, high = (100 * math.expm1(one) for one in (moved, moved - wide, moved + wide))
    return Effect(key, _NAMES[weighted], EFFECT_AT, point, low, high, None)


def _within(matrix: Array, outcome: Array) -> tuple[Array, Array]:
    """A region's rows that have a value, less their means, so that its level falls away."""
    known = np.isfinite(outcome)
    rows, values = matrix[known], outcome[known]
    return rows - rows.mean(axis=0), values - values.mean()


def _clustered(blocks: list[tuple[Array, Array]], weights: Array) -> tuple[Array, Array]:
    bread = inverted(sum((w * x.T @ x for w, (x, _) in zip(weights, blocks, strict=True)),
                         np.zeros((blocks[0][0].shape[1],) * 2)))  # fmt: skip
    aimed = sum((w * x.T @ y for w, (x, y) in zip(weights, blocks, strict=True)),
                np.zeros(blocks[0][0].shape[1]))  # fmt: skip
    estimates: Array = bread @ aimed
    scores = [w * x.T @ (y - x @ estimates) for w, (x, y) in zip(weights, blocks, strict=True)]
    middle = sum((np.outer(s, s) for s in scores), np.zeros_like(bread))
    groups, rows, terms = len(blocks), sum(len(y) for _, y in blocks), len(estimates)
    small = groups / (groups - 1) * (rows - 1) / (rows - terms)
    return estimates, small * bread @ middle @ bread
