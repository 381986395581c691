"""The columns of the files of data quality, and the words of their cells."""

from dashboard.checks.rules import DOTS, SEVERITIES
from dashboard.language.text import Text
from dashboard.quality.finding import BY_KIND
from dashboard.quality.reporting import STATES
from dashboard.values.columns import YES_NO

HEADINGS = {
    "state": Text("Läge", "State"),
    "rules": Text("Regler", "Rules"),
    "grade": Text("Betyg", "Grade"),
    **{str(dot): Text(name.sv.capitalize(), name.en.capitalize()) for dot, name in DOTS.items()},
    "severity": Text("Grad", "Severity"),
    "number": Text("Bedömt tal", "Number judged"),
    "data": Text("Månader eller år", "Months or years"),
    "figures": Text("Siffror", "Figures"),
    "question": Text("Fråga", "Question"),
    "ratio_change": Text("Kvotens ändring (procent)", "Change of the ratio (per cent)"),
    "numerator_change": Text("Täljarens ändring (procent)", "Change of the numerator (per cent)"),
    "denominator_change": Text(
        "Nämnarens ändring (procent)", "Change of the denominator (per cent)"
    ),
    "by_denominator": Text("Mest på grund av nämnaren", "Mostly due to the denominator"),
    "measure": Text("Uppgift", "Figure"),
    "first_day": Text("Första dag", "First day"),
    "last_day": Text("Sista dag", "Last day"),
    "other_value": Text("Annat värde", "Other value"),
    "other_first_day": Text("Första dag, annat", "First day, other"),
    "other_last_day": Text("Sista dag, annat", "Last day, other"),
    "other_source": Text("Annan källa", "Other source"),
    "difference": Text("Skillnad", "Difference"),
    "indicators": Text("Mått som berörs", "Indicators concerned"),
    "valid_from": Text("Gäller från", "Applies from"),
    "definition": Text("Definition", "Definition"),
    "stated_by": Text("Enligt", "Stated by"),
    "before": Text("Före", "Before"),
    "after": Text("Efter", "After"),
}
WORDS: dict[str, dict[str, Text]] = {
    "state": {str(state): words for state, words in STATES.items()},
    "severity": {str(severity): words for severity, words in SEVERITIES.items()},
    "kind": {str(kind): sort.name for kind, sort in BY_KIND.items()},
    **dict.fromkeys(("by_denominator", *map(str, DOTS)), YES_NO),
}
