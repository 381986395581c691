"""The columns of the files of a region, and the words of their cells."""

from dashboard.language.text import Text
from dashboard.statistics.signal_words import CAUSE_WORDS, POINT_WORDS
from dashboard.values.columns import YES_NO

HEADINGS = {
    "target_in_force": Text("Målet gäller i perioden", "Target in force in the period"),
    "distance_points": Text(
        "Avstånd till målet (procentenheter)", "Distance to target (percentage points)"
    ),
    "peers_together": Text("De jämförda tillsammans", "Those compared together"),
    "peers_low": Text("De jämförda, lägsta", "Those compared, lowest"),
    "peers_high": Text("De jämförda, högsta", "Those compared, highest"),
    "mean": Text("Medelnivå", "Mean"),
    "point_type": Text("Sorts punkt", "Kind of point"),
    "segment": Text("Del av serien", "Part of the series"),
    "preliminary": Text("Preliminär", "Preliminary"),
    "planned_beds": Text("Planerade platser i månaden", "Planned beds in the month"),
    "target_occupancy": Text("Mål, beläggning (procent)", "Target, occupancy (per cent)"),
    "beds_low": Text("Vårdplatser, lägsta", "Beds, lowest"),
    "beds_high": Text("Vårdplatser, högsta", "Beds, highest"),
    "occupancy": Text("Beläggning, utfall (procent)", "Occupancy, outcome (per cent)"),
    "occupancy_low": Text("Beläggning, lägsta", "Occupancy, lowest"),
    "occupancy_high": Text("Beläggning, högsta", "Occupancy, highest"),
    "plan": Text("Planen", "The plan"),
    "handed_in": Text("Planen lämnad", "Plan handed in"),
    "first_planned_beds": Text("Planerade platser, först", "Planned beds, at first"),
    "first_target_occupancy": Text("Mål, beläggning, först", "Target, occupancy, at first"),
}
WORDS: dict[str, dict[str, Text]] = {
    "special_cause": {str(cause): words for cause, words in CAUSE_WORDS.items()},
    "point_type": {str(kind): words for kind, words in POINT_WORDS.items()},
    **dict.fromkeys(("target_in_force", "preliminary"), YES_NO),
    "plan": {
        "as_first": Text("som den lämnades", "as it was handed in"),
        "changed": Text("ändrad före månadens slut", "changed before the month had ended"),
        "changed_afterwards": Text("ändrad i efterhand", "changed afterwards"),
        "none": Text("ingen plan lämnad", "no plan handed in"),
        "not_shown": Text("visas inte här", "not shown here"),
    },
}
