"""The modelled split of somatic care into acute and planned; nothing of it is published."""

from typing import Final

import numpy as np

from dashboard.frozen import frozen
from dashboard.ingest.panel import MONTHS, Array, sixteenths
from dashboard.reference.regions import CODES

# All values here are assumptions (docs/methods.md 9.4).
ACUTE_SHARE: Final = 0.82
ACUTE_SHARE_SD: Final = 0.03
ACUTE_EXTRA: Final = 0.02
ACUTE_MONTHS: Final = ("01", "02", "07")
PLANNED_OCCUPANCY: Final = 0.95
PLANNED_OCCUPANCY_SD: Final = 0.03
PLANNED_OCCUPANCY_RANGE: Final = (0.85, 1.05)


@frozen
class Measures:
    """The four measures of one care area and stream, regions x months; NaN = not modelled."""

    bed_days: Array
    patient_days: Array
    over_days: Array
    out_days: Array

    def minus(self, part: "Measures") -> "Measures":
        """What remains when `part` is taken away, measure by measure."""
        return Measures(
            self.bed_days - part.bed_days,
            self.patient_days - part.patient_days,
            self.over_days - part.over_days,
            self.out_days - part.out_days,
        )


def split(whole: Measures, rng: np.random.Generator) -> tuple[Measures, Measures]:
    """Acute and planned, which add up to `whole` exactly (docs/methods.md 9.4).

    Planned patients lie in beds of a slightly different occupancy than the whole; the acute have
    the remaining beds. Patients over and out follow the patient-days.
    """
    planned_share = 1 - _acute_share(rng)
    relative = rng.normal(PLANNED_OCCUPANCY, PLANNED_OCCUPANCY_SD, len(CODES))[:, None]
    planned = Measures(
        sixteenths(whole.bed_days * planned_share / np.clip(relative, *PLANNED_OCCUPANCY_RANGE)),
        sixteenths(whole.patient_days * planned_share),
        sixteenths(whole.over_days * planned_share),
        sixteenths(whole.out_days * planned_share),
    )
    return whole.minus(planned), planned


def _acute_share(rng: np.random.Generator) -> Array:
    regional = rng.normal(ACUTE_SHARE, ACUTE_SHARE_SD, len(CODES))[:, None]
    extra = np.array([ACUTE_EXTRA * (month[5:] in ACUTE_MONTHS) for month in MONTHS])
    return np.asarray(regional + extra, dtype=np.float64)
