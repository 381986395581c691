"""What a value is compared with: the same period last year, and the signal of its series."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard import spc, values
from dashboard.indicators import Good
from dashboard.lang import Text
from dashboard.periods import grain_of, same_period_last_year
from dashboard.regions import ALL_CODES
from dashboard.seasonal import seasonal_xmr
from dashboard.spc import Signal
from dashboard.store import Store
from dashboard.view import View

SIGNAL_WORDS: dict[Signal, Text] = {
    "improvement": Text("förbättring", "improvement"),
    "deterioration": Text("försämring", "deterioration"),
    "changed": Text("förändring", "change"),
    "no_certain_change": Text("ingen säker förändring", "no certain change"),
    "cannot_be_decided": Text("kan inte avgöras", "cannot be decided"),
}


@dataclass(frozen=True, slots=True)
class Trend:
    """A value, the same period last year, and the verdict on the series up to it."""

    value: float | None
    year_before: float | None
    signal: Signal

    @property
    def change(self) -> float | None:
        """The difference to the same period last year, in the indicator's unit."""
        if self.value is None or self.year_before is None:
            return None
        return self.value - self.year_before


@lru_cache(maxsize=2048)
def trend(store: Store, view: View) -> Trend:
    """The trend of the view's region; years are too few for limits (methods 3.1, 3.5)."""
    periods = values.periods_of(store, view)
    row = values.series(store, view)[ALL_CODES.index(view.region)]
    numbers = [None if v != v else float(v) for v in row]
    at = dict(zip(periods, numbers, strict=True))
    return Trend(
        value=at.get(view.period),
        year_before=at.get(same_period_last_year(view.period)),
        signal=_signal(view, periods, numbers),
    )


def history(store: Store, view: View, region: str, length: int) -> list[float | None]:
    """The last `length` values of a region up to the view's period, None where missing."""
    periods = values.periods_of(store, view)
    row = values.series(store, view)[ALL_CODES.index(region)]
    end = periods.index(view.period) + 1 if view.period in periods else len(periods)
    return [None if v != v else round(float(v), 3) for v in row[max(0, end - length) : end]]


def of_indicator(view: View, key: str) -> View:
    """The same view of another indicator, in a care area where that exists."""
    other = replace(view, indicator=key)
    cares = other.of.cares(view.data)
    return other if view.care in cares or not cares else replace(other, care=cares[0])


def _signal(view: View, periods: tuple[str, ...], numbers: list[float | None]) -> Signal:
    if grain_of(view.period) == "year" or view.period not in periods:
        return "cannot_be_decided"
    upto = numbers[: periods.index(view.period) + 1]
    direction = {Good.LOWER: -1, Good.NEUTRAL: 0, Good.HIGHER: 1}[view.of.good]
    first = next((i for i, v in enumerate(upto) if v is not None), None)
    if first is None:
        return "cannot_be_decided"
    month = int(periods[first][5:7])
    return spc.signal(seasonal_xmr(upto[first:], month, direction=direction).chart)
