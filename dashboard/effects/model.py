"""The model of an interrupted time series, declared before any result, and its design matrix."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.periods import months_of, ordinal
from dashboard.statistics.arrays import Array

Scale = Literal["log", "linear", "counts"]

# What a model needs at least (docs/methods.md 6.1); annual data allow a change of level only.
FEWEST_BEFORE, FEWEST_FOR_SLOPE, FEWEST_FOR_LEVEL = 24, 8, 4
FEWEST_YEARS_BEFORE = 5


@frozen
class Period:
    """A period of the policy from its first month on; the next one begins where it ends."""

    key: str
    first: str
    name: Text


DURING = Period("during", "2022-02", Text("Satsningen", "The effort"))
MODEL_2024 = Period("model2024", "2024-02", Text("2024 års prestationsmodell",
                                                 "The performance model of 2024"))  # fmt: skip
AFTER = Period("after", "2025-01", Text("Efter prestationsmedlen", "After the performance grant"))
# The month in which the effect is stated: the last one with performance money.
EFFECT_AT = "2024-12"


@frozen
class Declared:
    """What is fitted: periods, scale, and what is set aside; the same for every series.

    `covid` are the first and last month with a term of their own, empty for none; `without`
    years that are left out; `breaks` months at which the reporting changed, each with its own
    level; `harmonics` pairs of waves for the season.
    """

    periods: tuple[Period, ...] = (DURING, MODEL_2024, AFTER)
    scale: Scale = "log"
    harmonics: int = 2
    covid: tuple[str, str] | tuple[()] = ("2020-03", "2022-01")
    without: tuple[int, ...] = ()
    breaks: tuple[str, ...] = ()
    slopes: bool = True


DECLARED = Declared()
# Years are too few for more than one change of level.
DECLARED_YEARS = Declared(periods=(DURING,), harmonics=0, covid=(), slopes=False)


def _from(first: str) -> tuple[Period, ...]:
    return (replace(DURING, first=first), MODEL_2024, AFTER)


# Mandatory beside the main model (docs/methods.md 6.1).
SENSITIVITIES: tuple[tuple[str, Text, Declared], ...] = (
    ("start-2022-07", Text("Start juli 2022", "Start in July 2022"),
     replace(DECLARED, periods=_from("2022-07"))),
    ("start-2023-01", Text("Start januari 2023", "Start in January 2023"),
     replace(DECLARED, periods=_from("2023-01"))),
    ("without-2020-21", Text("Utan 2020–2021", "Without 2020–2021"),
     replace(DECLARED, covid=(), without=(2020, 2021))),
    ("linear", Text("Linjär skala", "Linear scale"), replace(DECLARED, scale="linear")),
    ("counts", Text("Antal, kvasi-Poisson", "Counts, quasi-Poisson"),
     replace(DECLARED, scale="counts")),
)  # fmt: skip
SENSITIVITIES_YEARS: tuple[tuple[str, Text, Declared], ...] = (
    ("start-2023", Text("Start 2023", "Start in 2023"),
     replace(DECLARED_YEARS, periods=(replace(DURING, first="2023-01"),))),
    ("without-2020-21", Text("Utan 2020–2021", "Without 2020–2021"),
     replace(DECLARED_YEARS, without=(2020, 2021))),
    ("linear", Text("Linjär skala", "Linear scale"), replace(DECLARED_YEARS, scale="linear")),
)  # fmt: skip


@frozen
class Design:
    """The design matrix of the points that are used, or the reason why there is none.

    `used` are the places of the points in the series; `policy` marks the columns that the
    counterfactual sets to nothing; `level_only` and `left_out` name periods too short for a
    slope, or for any term.
    """

    matrix: Array
    names: tuple[str, ...]
    used: tuple[int, ...]
    policy: tuple[bool, ...]
    level_only: tuple[str, ...]
    left_out: tuple[str, ...]
    problem: Text | None = None


def design_of(labels: Sequence[str], known: Sequence[bool], declared: Declared) -> Design:
    """The design of a series of months or years (docs/methods.md 6.1).

    `known` says which points have a value. Terms are intercept, time, level:<period> and
    slope:<period>, sin/cos by harmonic, covid and break:<month>.
    """
    yearly = len(labels[0]) == 4
    bounds = _bounds(labels, declared)
    keep = [
        place for place, label in enumerate(labels)
        if known[place] and int(label[:4]) not in declared.without
    ]  # fmt: skip
    counts = [sum(first <= place < end for place in keep) for first, end in bounds]
    before = sum(place < bounds[0][0] for place in keep)
    left_out = tuple(p.key for p, n in zip(declared.periods, counts, strict=True)
                     if n < FEWEST_FOR_LEVEL)  # fmt: skip
    fewest = FEWEST_YEARS_BEFORE if yearly else FEWEST_BEFORE
    empty = np.empty((0, 0))
    if before < fewest:
        return Design(empty, (), (), (), (), left_out, _too_few_before(before, fewest, yearly))
    if len(left_out) == len(declared.periods):
        return Design(empty, (), (), (), (), left_out, _too_few_after(max(counts), yearly))
    gone = [b for p, b in zip(declared.periods, bounds, strict=True) if p.key in left_out]
    used = tuple(place for place in keep if not any(a <= place < b for a, b in gone))
    return _built(labels, used, declared, bounds, counts)


def _bounds(labels: Sequence[str], declared: Declared) -> list[tuple[int, int]]:
    """First place of each period, and the place after its last."""
    firsts = [_place(labels, period.first) for period in declared.periods]
    return list(zip(firsts, [*firsts[1:], len(labels)], strict=True))


def _place(labels: Sequence[str], month: str) -> int:
    """The place of a month; of years the first one that is wholly, or almost, from it on."""
    if len(labels[0]) == 4:
        year = int(month[:4]) + (int(month[5:7]) > 6)
        return year - int(labels[0])
    return ordinal(month) - ordinal(labels[0])


def _built(
    labels: Sequence[str], used: tuple[int, ...], declared: Declared,
    bounds: Sequence[tuple[int, int]], counts: Sequence[int],
) -> Design:  # fmt: skip
    time = np.array(used, dtype=float) + 1
    columns: dict[str, Array] = {"intercept": np.ones(len(used)), "time": time}
    level_only = []
    for period, (first, _), count in zip(declared.periods, bounds, counts, strict=True):
        if count < FEWEST_FOR_LEVEL:
            continue
        columns[f"level:{period.key}"] = (time >= first + 1).astype(float)
        if declared.slopes and count >= FEWEST_FOR_SLOPE:
            columns[f"slope:{period.key}"] = np.maximum(0.0, time - first)
        else:
            level_only.append(period.key)
    columns |= _season(labels, used, declared.harmonics)
    columns |= _own_levels(labels, used, declared)
    # A term that no point, or every point, has tells nothing apart.
    kept = {k: c for k, c in columns.items() if k == "intercept" or np.ptp(c) > 0}
    policy = tuple(name.startswith(("level:", "slope:")) for name in kept)
    return Design(np.column_stack(list(kept.values())), tuple(kept), used, policy,
                  tuple(level_only), tuple(p.key for p, n in zip(declared.periods, counts,
                  strict=True) if n < FEWEST_FOR_LEVEL))  # fmt: skip


def _season(labels: Sequence[str], used: Sequence[int], harmonics: int) -> dict[str, Array]:
    if not harmonics:
        return {}
    month = np.array([int(labels[place][5:7]) for place in used], dtype=float)
    waves = {}
    for k in range(1, harmonics + 1):
        waves[f"sin{k}"] = np.sin(2 * np.pi * k * month / 12)
        waves[f"cos{k}"] = np.cos(2 * np.pi * k * month / 12)
    return waves


def _own_levels(labels: Sequence[str], used: Sequence[int], declared: Declared) -> dict[str, Array]:
    months = [months_of(labels[place])[0] for place in used]
    found = {}
    if declared.covid:
        first, last = declared.covid
        found["covid"] = np.array([float(first <= month <= last) for month in months])
    for start in declared.breaks:
        found[f"break:{start}"] = np.array([float(month >= start) for month in months])
    return found


def _too_few_before(months: int, needed: int, yearly: bool) -> Text:
    return Text(
        "{unit} före satsningen: {n}, och {needed} behövs.",
        "{unit} before the effort: {n}, and {needed} are needed.",
    ).format(n=months, unit=_unit(yearly), needed=needed)


def _too_few_after(months: int, yearly: bool) -> Text:
    return Text(
        "{unit} i den längsta perioden efter starten: {n}, och {needed} behövs för en nivå.",
        "{unit} in the longest period after the start: {n}, and {needed} are needed for a level.",
    ).format(n=months, unit=_unit(yearly), needed=FEWEST_FOR_LEVEL)


def _unit(yearly: bool) -> Text:
    return Text("År", "Years") if yearly else Text("Månader", "Months")
