"""What a file can deliver: counts over a month, averages of a day, or rates."""

from typing import Final, Literal, get_args

from dashboard.language.text import Text

Measure = Literal[
    "bed_days", "patient_days", "over_days", "out_days",
    "beds", "patients", "over", "out",
    "over_per_100", "out_per_100", "occupancy_pct",
]  # fmt: skip
MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)

COUNTS: Final = ("bed_days", "patient_days", "over_days", "out_days")
# An average of the days is the count divided by the days of the month (docs/methods.md 1.1).
AVERAGES: Final = dict(zip(("beds", "patients", "over", "out"), COUNTS, strict=True))
# A rate is 100 x count / bed-days (docs/methods.md 1.1).
RATES: Final = {
    "over_per_100": "over_days", "out_per_100": "out_days", "occupancy_pct": "patient_days",
}  # fmt: skip
# What is kept: averages have become counts by then.
KEPT: Final = (*COUNTS, *RATES)

# More than any region can have; a value above is a slip of unit or of decimal sign.
MOST: Final[dict[str, float]] = {
    **dict.fromkeys(COUNTS, 31 * 30_000.0),
    **dict.fromkeys(AVERAGES, 30_000.0),
    "over_per_100": 100.0,
    "out_per_100": 100.0,
    "occupancy_pct": 300.0,
}

NAMES: Final[dict[str, Text]] = {
    "bed_days": Text("Disponibla vårdplatsdygn", "Available bed-days"),
    "patient_days": Text("Patientdygn", "Patient-days"),
    "over_days": Text("Överbelagda patientdygn", "Overcrowded patient-days"),
    "out_days": Text("Utlokaliserade patientdygn", "Outplaced patient-days"),
    "beds": Text("Disponibla vårdplatser", "Available beds"),
    "patients": Text("Inskrivna patienter", "Admitted patients"),
    "over": Text("Överbelagda patienter", "Overcrowded patients"),
    "out": Text("Utlokaliserade patienter", "Outplaced patients"),
    "over_per_100": Text(
        "Överbeläggningar per 100 disponibla vårdplatser", "Overcrowding per 100 available beds"
    ),
    "out_per_100": Text(
        "Utlokaliserade patienter per 100 disponibla vårdplatser",
        "Outplaced patients per 100 available beds",
    ),
    "occupancy_pct": Text("Beläggningsgrad i procent", "Bed occupancy in per cent"),
}
