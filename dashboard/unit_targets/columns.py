"""The columns of the files of targets by size of unit, and the words of their cells."""

from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language.text import Text
from dashboard.targets.shortfall import STAMP
from dashboard.unit_targets.model import STAMP as DIALOGUE

ESTIMATE = "estimate"
HEADINGS = {
    "ward": Text("Avdelning", "Ward"),
    "hospital": Text("Sjukhus", "Hospital"),
    "target_unclipped": Text("Mål utan gränser (procent)", "Target without limits (per cent)"),
    "over_per_100": Text("Överbelagda per 100 vid målet", "Overcrowded per 100 at the target"),
    "assumptions": Text("Antaganden", "Assumptions"),
    "patients": Text("Patienter i medeltal", "Patients on average"),
    DISTANCE_TO_GUIDELINE.key: GAPS["distance"].name,
    "occupancy_gap": GAPS["occupancy_gap"].name,
    "occupancy_gap_locked": GAPS["occupancy_gap_locked"].name,
    "target_gap": GAPS["target_gap"].name,
    "gap": Text("Gap", "Gap"),
    "acute_share": Text("Andel akuta patienter", "Share of acute patients"),
    "occupancy_pct": Text("Beläggning (procent)", "Occupancy (per cent)"),
    "official_pct": Text("Riktvärde, blandat (procent)", "Guideline, mixed (per cent)"),
    "target_acute_pct": Text("Mål akut (procent)", "Target acute (per cent)"),
    "target_planned_pct": Text("Mål planerad (procent)", "Target planned (per cent)"),
    "step": Text("Steg", "Step"),
    "option": Text("Väg", "Option"),
    "since": Text("Från och med", "Since"),
    "days": Text("Kortare vårdtid (dygn)", "Shorter stay (days)"),
    "ready": Text("Utskrivningsklara färre", "Fewer ready for discharge"),
    "moved": Text("Planerade som flyttas", "Planned patients moved"),
    "units": Text("Enheter tillsammans", "Units together"),
}
WORDS: dict[str, dict[str, Text]] = {
    "stamp": {ESTIMATE: STAMP, "dialogue": DIALOGUE},
    "gap": {key: GAPS[key].name for key in ("distance", "occupancy_gap")},
    "step": {"now": Text("nu", "now")},
    "option": {
        "beds_only": Text("bara fler vårdplatser", "more beds only"),
        "no_beds": Text("inga nya vårdplatser", "no new beds"),
        "some_of_each": Text("lite av varje", "some of each"),
        "more_beds": Text("fler vårdplatser, ensamt", "more beds alone"),
        "shorter_stay": Text("kortare vårdtid, ensamt", "a shorter stay alone"),
        "missing": Text("saknas", "missing"),
    },
    "kind": {
        "formula": Text("räknat ur beläggningen", "computed from occupancy"),
        "official": Text("det officiella", "the official one"),
        "measured": Text("vid den uppmätta beläggningen", "at the occupancy measured"),
    },
}
