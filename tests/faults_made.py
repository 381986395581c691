"""Known faults put into modelled months, to try the data-quality rules on."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd

from dashboard.ingest.panel import MEASURES, sixteenths

LATE_DAYS: Final = 60
USUAL_DAYS: Final = 15

# Summer closures and the new level of each January move the beds by themselves, so faults are put
# where they stand out.
_CALM_MONTHS: Final = ("10", "11", "12", "02", "03", "04", "05")


def inject_faults(frame: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """A copy of modelled months with every fault once, each in a region of its own.

    Two columns are added: `delivered_on` (date, empty where the month was removed) and `fault`, the
    truth: a key of `FAULTS` on the somatic rows of the month it hit, empty elsewhere. A removed
    month keeps its rows, without measures, so that the truth has somewhere to stand.

    Raises:
        ValueError: `frame` has fewer regions than there are faults.
    """
    month_end = pd.to_datetime(frame["month"]) + pd.offsets.MonthEnd(1)
    faulty = frame.assign(delivered_on=month_end + pd.Timedelta(days=USUAL_DAYS), fault="")
    changed = [*MEASURES, "delivered_on"]
    for (name, fault), (region, month) in zip(FAULTS.items(), _places(frame, seed), strict=True):
        hit = (faulty["region"] == region) & (faulty["month"] == month)
        hit &= faulty["care"] == "somatic"
        rows = fault(faulty.loc[hit].set_index("stream"))
        faulty.loc[hit, changed] = rows[changed].set_axis(faulty.index[hit])
        faulty.loc[hit, "fault"] = name
    return faulty


def _places(frame: pd.DataFrame, seed: int) -> list[tuple[str, str]]:
    """A region and a month for each fault, away from both ends of the series."""
    rng = np.random.Generator(np.random.PCG64(seed))
    inner = sorted(frame["month"].unique())[1:-1]
    calm = [month for month in inner if month[5:] in _CALM_MONTHS]
    regions = rng.choice(sorted(frame["region"].unique()), len(FAULTS), replace=False)
    return list(zip(map(str, regions), map(str, rng.choice(calm, len(FAULTS))), strict=True))


def _value_45(rows: pd.DataFrame) -> pd.DataFrame:
    return _replaced(rows, "over_days", 0.45 * rows["bed_days"])


def _fewer_beds(rows: pd.DataFrame) -> pd.DataFrame:
    return _replaced(rows, "bed_days", 0.74 * rows["bed_days"])


def _occupancy_141(rows: pd.DataFrame) -> pd.DataFrame:
    return _replaced(rows, "patient_days", 1.41 * rows["bed_days"])


def _removed_month(rows: pd.DataFrame) -> pd.DataFrame:
    never = rows["delivered_on"].where(np.zeros(len(rows), dtype=bool))
    return rows.assign(**dict.fromkeys(MEASURES, np.nan), delivered_on=never)


def _patient_day_mismatch(rows: pd.DataFrame) -> pd.DataFrame:
    factor = np.where(rows.index == "all", 1.05, 1.0)
    return rows.assign(patient_days=rows["patient_days"] * factor)


def _late_delivery(rows: pd.DataFrame) -> pd.DataFrame:
    later = pd.Timedelta(days=LATE_DAYS - USUAL_DAYS)
    return rows.assign(delivered_on=rows["delivered_on"] + later)


def _replaced(rows: pd.DataFrame, measure: str, values: pd.Series) -> pd.DataFrame:
    """Rows with new values of a measure, where acute and planned still add up to all."""
    parts = pd.Series(sixteenths(values.to_numpy()), index=rows.index)
    parts["all"] = parts["acute"] + parts["planned"]
    return rows.assign(**{measure: parts})


# Each is caught by one rule of docs/methods.md 8: R01, R04, R11, R03, R14 and R10.
FAULTS: Final[dict[str, Callable[[pd.DataFrame], pd.DataFrame]]] = {
    "value 45 per 100": _value_45,
    "beds x 0.74": _fewer_beds,
    "removed month": _removed_month,
    "occupancy 141": _occupancy_141,
    "patient-day mismatch": _patient_day_mismatch,
    "late delivery": _late_delivery,
}
