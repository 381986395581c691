"""The few contrasts that could hint at a cause: paid months, regions near a margin, a control."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from dashboard.effects.series import Outcome, log_rates, mean_beds, psychiatric_rates, series_of
from dashboard.frozen import frozen
from dashboard.funding.rules import RULES_2024
from dashboard.language.text import Text
from dashboard.reference.periods import ordinal
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.statistics.arrays import Array
from dashboard.statistics.regression import t95

PAID, UNPAID = RULES_2024.months, (11, 12)
YEAR = 2024
# Years without performance money by month and without the pandemic, on either side.
PLACEBO_YEARS = (2017, 2018, 2019)
# Places in 2023 from which fifth place is near, upward and downward.
_NEAR = (4, 8)
_FEWEST, _SMALLEST = 3, 1e-18


@frozen
class Contrast:
    """A difference of changes, per cent with an interval: Student's t over the regions, at 95 %
    of their spread and held to nothing else, so that it is not called so.

    `meaning` says what payment would have done to it, `survives` whether it did. The numbers
    are None where too few regions have values.
    """

    key: str
    name: Text
    meaning: Text
    percent: float | None
    low: float | None
    high: float | None
    regions: int
    survives: bool


@frozen
class Contrasts:
    """All contrasts of an outcome, and whether any of them bears a conclusion about a cause.

    `placebo` are the same difference of paid and unpaid months in years without payment. `decided`
    says whether the months can tell if a contrast holds: estimated ones cannot.
    """

    each: tuple[Contrast, ...]
    placebo: tuple[tuple[int, float], ...]
    conclusion: Text
    decided: bool


_PAID_NAME = Text("Betalda mot obetalda månader, alla regioner lika",
                  "Paid against unpaid months, all regions alike")  # fmt: skip
_BY_BEDS = Text("Betalda mot obetalda månader, efter vårdplatser",
                "Paid against unpaid months, by beds")  # fmt: skip
_PAID_MEANS = Text(
    "Förändringen 2023–2024 i februari–oktober, som gav pengar, minus den i november–december. "
    "{} noll vore ett tecken på att betalningen verkade.",
    "The change 2023–2024 in February–October, which were paid, less that in November–December. "
    "{} zero would be a sign that payment worked.",
)
_UNDER, _OVER = Text("Under", "Below"), Text("Över", "Above")
_DOSE = Text("Regioner nära femte plats mot övriga", "Regions near fifth place against the others")
_DOSE_MEANS = Text(
    "Förändringen 2023–2024 i februari–oktober i regioner på plats 4–8 år 2023, minus den i "
    "övriga. De nära gränsen hade mest att vinna.",
    "The change 2023–2024 in February–October in regions placed 4–8 in 2023, less that in the "
    "others. Those near the margin had most to gain.",
)
_CONTROL = Text("Psykiatrisk vård, som inte gav pengar", "Psychiatric care, which was not paid")
_CONTROL_MEANS = Text(
    "Samma skillnad mellan månader i psykiatrisk slutenvård. Skild från noll vore den ett tecken "
    "på att något annat än betalningen verkar.",
    "The same difference of months in psychiatric inpatient care. Away from zero it would be a "
    "sign that something other than payment is at work.",
)
_NOTHING = Text(
    "Ingen kausal slutsats: inget av jämförelsetalen håller i alla sina varianter, och vart och "
    "ett är svagt för sig.",
    "No causal conclusion: none of the contrasts holds in all its variants, and each is weak.",
)
_MODELLED = Text(
    "Ingen kausal slutsats: månaderna är skattade med samma säsong varje år, så betalda och "
    "obetalda månader kan inte skiljas åt i dem.",
    "No causal conclusion: the months are estimated with the same season every year, so paid and "
    "unpaid months cannot be told apart in them.",
)
_SOMETHING = Text(
    "Skillnaden mellan betalda och obetalda månader håller i alla varianter. Den är förenlig med "
    "att betalningen verkade, men bevisar det inte.",
    "The difference of paid and unpaid months holds in all variants. It agrees with payment having "
    "worked, but does not prove it.",
)


@lru_cache(maxsize=16)
def contrasts(dataset: Dataset, outcome: Outcome) -> Contrasts:
    """The contrasts (i) to (iii) of docs/methods.md 6.4, each weak and shown as such.

    For beds more is hoped for, for the others less. Estimated months never bear a conclusion.
    """
    logs = np.vstack([log_rates(series_of(dataset, outcome, code, "month").rate) for code in CODES])
    beds = mean_beds(dataset)
    months = dataset.months
    hoped = 1 if outcome == "beds" else -1
    differences = paid_less_unpaid(logs, months, YEAR)
    placebo = tuple(
        (year, _percent(float(np.nanmean(paid_less_unpaid(logs, months, year)))))
        for year in PLACEBO_YEARS
        if np.isfinite(paid_less_unpaid(logs, months, year)).any()
    )
    means = _PAID_MEANS.format(_OVER if hoped > 0 else _UNDER)
    paid = [
        _contrast("paid", _PAID_NAME, means, differences, None, hoped),
        _contrast("paid-by-beds", _BY_BEDS, means, differences, beds, hoped),
    ]
    others = [_dose(logs, months, hoped)] if outcome != "beds" else []
    if outcome == "over":
        control = paid_less_unpaid(log_rates(psychiatric_rates(dataset)[1:]), months, YEAR)
        others.append(_contrast("control", _CONTROL, _CONTROL_MEANS, control, None, 0))
    holds = all(one.survives for one in (*paid, *others)) and _beyond(paid[0], placebo, hoped)
    modelled = series_of(dataset, outcome, SWEDEN, "month").status == "estimated"
    conclusion = _MODELLED if modelled else _SOMETHING if holds else _NOTHING
    return Contrasts((*paid, *others), placebo, conclusion, decided=not modelled)


def paid_less_unpaid(logs: Array, months: Sequence[str], year: int) -> Array:
    """By region: the mean change of the log from the year before in the paid months, less that
    in November and December. NaN where a month is missing (docs/methods.md 6.4, i).
    """
    return np.asarray(_change(logs, months, year, PAID) - _change(logs, months, year, UNPAID))


def _change(logs: Array, months: Sequence[str], year: int, which: Sequence[int]) -> Array:
    first = ordinal(months[0])
    places = [ordinal(f"{year}-{month:02d}") - first for month in which]
    if places[0] < 12 or places[-1] >= len(months):
        return np.full(len(logs), np.nan)
    return np.asarray((logs[:, places] - logs[:, [p - 12 for p in places]]).mean(axis=1))


def _contrast(
    key: str, name: Text, meaning: Text, each: Array, weights: Array | None, hoped: int
) -> Contrast:
    """A weighted mean over regions; `hoped` 0 is a control, which survives by covering zero."""
    known = np.isfinite(each) & (True if weights is None else np.isfinite(weights))
    n = int(known.sum())
    if n < _FEWEST:
        return Contrast(key, name, meaning, None, None, None, n, survives=False)
    values = each[known]
    parts = np.ones(n) if weights is None else weights[known]
    parts = parts / parts.sum()
    mean = float(parts @ values)
    se = math.sqrt(n / (n - 1) * float(((parts * (values - mean)) ** 2).sum()))
    return _stated(key, name, meaning, (mean, se, n - 1), n, hoped)


def _dose(logs: Array, months: Sequence[str], hoped: int) -> Contrast:
    """Welch's difference of regions near the margin and the others (docs/methods.md 6.4, ii)."""
    change = _change(logs, months, YEAR, PAID)
    first = ordinal(months[0])
    places = [ordinal(f"{YEAR - 1}-{month:02d}") - first for month in PAID]
    if places[0] < 0 or places[-1] >= len(months) or np.isfinite(change).sum() < 2 * _FEWEST:
        return Contrast("dose", _DOSE, _DOSE_MEANS, None, None, None, 0, survives=False)
    level = logs[:, places].mean(axis=1)
    known = np.isfinite(change) & np.isfinite(level)
    rank = 1 + (level[known][None, :] < level[known][:, None]).sum(axis=1)
    near = (rank >= _NEAR[0]) & (rank <= _NEAR[1])
    groups = change[known][near], change[known][~near]
    if min(map(len, groups)) < _FEWEST:
        return Contrast("dose", _DOSE, _DOSE_MEANS, None, None, None, 0, survives=False)
    # Where no region differs from another, nothing is divided by nothing.
    spread = [max(float(g.var(ddof=1)) / len(g), _SMALLEST) for g in groups]
    freedom = sum(spread) ** 2 / sum(
        s**2 / (len(g) - 1) for s, g in zip(spread, groups, strict=True)
    )
    found = (float(groups[0].mean() - groups[1].mean()), math.sqrt(sum(spread)), int(freedom))
    return _stated("dose", _DOSE, _DOSE_MEANS, found, int(known.sum()), hoped)


def _stated(
    key: str, name: Text, meaning: Text, estimate: tuple[float, float, int], n: int, hoped: int
) -> Contrast:
    mean, se, freedom = estimate
    low, high = mean - t95(freedom) * se, mean + t95(freedom) * se
    survives = low <= 0 <= high if hoped == 0 else (high < 0 if hoped < 0 else low > 0)
    return Contrast(
        key, name, meaning, _percent(mean), _percent(low), _percent(high), n, survives=survives
    )


def _beyond(paid: Contrast, placebo: Sequence[tuple[int, float]], hoped: int) -> bool:
    """Whether the contrast lies further the hoped way than in every year without payment."""
    if paid.percent is None or not placebo:
        return False
    return all(hoped * (paid.percent - percent) > 0 for _, percent in placebo)


def _percent(log: float) -> float:
    return 100 * math.expm1(log)
