"""The rules R01-R16 of data quality, each declared once."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from dashboard.frozen import frozen
from dashboard.language.text import Text

Severity = Literal["error", "warning", "info"]
Dot = Literal["complete", "timely", "valid", "consistent"]

SEVERITIES: Mapping[Severity, Text] = {
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
    "info": Text("upplysning", "information"),
}
DOTS: Mapping[Dot, Text] = {
    "complete": Text("fullständig", "complete"),
    "timely": Text("i tid", "timely"),
    "valid": Text("giltig", "valid"),
    "consistent": Text("samstämmig", "consistent"),
}


@frozen
class Rule:
    """A rule: what it says of a value, how grave that is, and which dot it puts out.

    `limits` are its thresholds by name, in the units that `text` names; they fill its places.
    `dot` is None for what is told and puts out no dot. Source: docs/methods.md 8.
    """

    id: str
    severity: Severity
    dot: Dot | None
    name: Text
    sentence: Text
    limits: Mapping[str, float] = field(default_factory=dict)

    @property
    def text(self) -> Text:
        """What the rule says, with its thresholds as numbers of each language."""
        swedish = {name: f"{value:g}".replace(".", ",") for name, value in self.limits.items()}
        english = {name: f"{value:g}" for name, value in self.limits.items()}
        return Text(self.sentence.sv.format(**swedish), self.sentence.en.format(**english))

    def __getitem__(self, limit: str) -> float:
        return self.limits[limit]


R01 = Rule(
    "R01", "error", "valid",
    Text("Orimlig överbeläggning", "Impossible overcrowding"),
    Text("Överbeläggningar under {low} eller över {high} per 100 disponibla vårdplatser.",
         "Overcrowding below {low} or above {high} per 100 available beds."),
    {"low": 0, "high": 40},
)  # fmt: skip
R02 = Rule(
    "R02", "error", "valid",
    Text("Orimlig utlokalisering", "Impossible outplacement"),
    Text("Utlokaliserade patienter under {low} eller över {high} per 100 disponibla vårdplatser.",
         "Outplaced patients below {low} or above {high} per 100 available beds."),
    {"low": 0, "high": 40},
)  # fmt: skip
R03 = Rule(
    "R03", "error", "valid",
    Text("Orimlig beläggning", "Impossible occupancy"),
    Text("Beläggning under {low} eller över {high} procent.",
         "Occupancy below {low} or above {high} per cent."),
    {"low": 30, "high": 130},
)  # fmt: skip
R04 = Rule(
    "R04", "warning", None,
    Text("Vårdplatserna ändras tvärt", "The beds step"),
    Text("Antalet vårdplatser ändras mer än {step} procent från en månad till nästa, mer än "
         "{summer} procent juni–september.",
         "The number of beds changes by more than {step} per cent from one month to the next, more "
         "than {summer} per cent in June–September."),
    {"step": 20, "summer": 35},
)  # fmt: skip
R05 = Rule(
    "R05", "warning", None,
    Text("Samma värde om igen", "The same value again"),
    Text("Exakt samma värde över noll i minst {months} månader i rad.",
         "Exactly the same value above zero in at least {months} months in a row."),
    {"months": 4},
)  # fmt: skip
R06 = Rule(
    "R06", "warning", None,
    Text("Noll mitt i serien", "Zero amid the series"),
    Text("Exakt noll en månad, när de tolv månaderna tillsammans ger minst {least} per 100.",
         "Exactly zero in a month, when the twelve months together give at least {least} per 100."),
    {"least": 1},
)  # fmt: skip
R07 = Rule(
    "R07", "error", "consistent",
    Text("Fler överbelagda än inskrivna", "More overcrowded than admitted"),
    Text("Fler överbelagda patienter än patienter.", "More overcrowded patients than patients."),
)  # fmt: skip
R08 = Rule(
    "R08", "warning", "consistent",
    Text("Lediga platser men överbelagt", "Free beds yet overcrowded"),
    Text("Beläggning under {occupancy} procent och samtidigt över {over} överbelagda per 100 "
         "platser: definitionerna kan skilja sig.",
         "Occupancy below {occupancy} per cent and yet more than {over} overcrowded per 100 beds: "
         "the definitions may differ."),
    {"occupancy": 80, "over": 10},
)  # fmt: skip
R09 = Rule(
    "R09", "warning", None,
    Text("Ovanligt mot egen historia", "Unusual against its own history"),
    Text("Mer än {z} robusta standardavvikelser från de egna senaste {months} månaderna, "
         "logaritmerat.",
         "More than {z} robust standard deviations from its own last {months} months, on the log "
         "scale."),
    {"z": 3.5, "months": 36},
)  # fmt: skip
R10 = Rule(
    "R10", "info", "timely",
    Text("Sen leverans", "Late delivery"),
    Text("Levererad mer än {days} dagar efter månadens slut.",
         "Delivered more than {days} days after the end of the month."),
    {"days": 25},
)  # fmt: skip
R11 = Rule(
    "R11", "error", "complete",
    Text("Saknad period", "Missing period"),
    Text("Perioden saknas.", "The period is missing."),
)  # fmt: skip
R12 = Rule(
    "R12", "info", "consistent",
    Text("Kvoten går inte att räkna om", "The ratio cannot be recomputed"),
    Text("Kvoten omräknad ur sina delar skiljer mer än {most} från den levererade.",
         "The ratio recomputed from its parts differs by more than {most} from the delivered one."),
    {"most": 0.051},
)  # fmt: skip
R13 = Rule(
    "R13", "warning", None,
    Text("Nivåskifte vid brott", "Level shift at a break"),
    Text("Nivån skiftar mer än {sigmas} standardavvikelser vid ett brott i serien.",
         "The level shifts by more than {sigmas} standard deviations at a break in the series."),
    {"sigmas": 4},
)  # fmt: skip
R14 = Rule(
    "R14", "error", "consistent",
    Text("Akut och planerad blir inte allt", "Acute and planned are not all"),
    Text("Akut och planerad vård blir tillsammans inte hela vården.",
         "Acute and planned care together are not all care."),
)  # fmt: skip
R15 = Rule(
    "R15", "error", "valid",
    Text("Omöjlig uppgift", "Impossible figure"),
    Text("Dubblerad nyckel, negativt antal, en andel över 100 procent, eller okänd region eller "
         "vård.",
         "Duplicate key, negative count, a share above 100 per cent, or unknown region or care."),
)  # fmt: skip
R16 = Rule(
    "R16", "warning", None,
    Text("Regionerna blir inte riket", "The regions are not Sweden"),
    Text("Regionernas summa skiljer mer än {most} per 100 från det publicerade värdet för riket.",
         "The regions together differ by more than {most} per 100 from the published national "
         "value."),
    {"most": 0.05},
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    R01, R02, R03, R04, R05, R06, R07, R08, R09, R10, R11, R12, R13, R14, R15, R16,
)  # fmt: skip
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}
