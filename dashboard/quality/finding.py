"""A finding of the reporting-change detector: the figures, and the question they raise."""

from collections.abc import Mapping
from typing import Any, Literal

from dashboard.frozen import frozen
from dashboard.indicators.registry import Care, Data
from dashboard.language.text import Text

Kind = Literal[
    "impossible", "at_limit", "duplicate_year", "jump", "out_and_back", "common_change",
    "denominator",
    "beds_alone", "repeated", "rewritten", "digits",
]  # fmt: skip


@frozen
class Sort:
    """A sort of finding: its name, what it looks for, and whether its figures can bear a rank.

    `gates`: while the question is open the period's figure has grade C, or D where it cannot be
    right (`impossible`).
    """

    kind: Kind
    name: Text
    looks_for: Text
    gates: bool = False


@frozen
class Finding:
    """What was found in one region, or in all where `regions` has several, over some periods.

    `figures` are those that raise the question, oldest first, as period and number in the unit
    of the indicator. `question` is put to whoever reported them.
    """

    kind: Kind
    indicator: str
    care: Care
    data: Data
    regions: tuple[str, ...]
    periods: tuple[str, ...]
    figures: tuple[tuple[str, float], ...]
    question: Text


def finding_of(stored: Mapping[str, Any]) -> Finding:
    """A finding as `quality.json` has it."""
    return Finding(
        kind=stored["kind"],
        indicator=stored["indicator"],
        care=stored["care"],
        data=stored["data"],
        regions=tuple(stored["regions"]),
        periods=tuple(stored["periods"]),
        figures=tuple((period, number) for period, number in stored["figures"]),
        question=Text(*stored["question"]),
    )


SORTS: tuple[Sort, ...] = (
    Sort("impossible", Text("Omöjligt värde", "Impossible value"),
         Text("En andel över 100 procent, eller ett värde under noll.",
              "A share above 100 per cent, or a value below zero."), gates=True),
    Sort("at_limit", Text("Exakt vid gränsen", "Exactly at the limit"),
         Text("En andel hoppar till exakt 0 eller 100 procent.",
              "A share jumps to exactly 0 or 100 per cent."), gates=True),
    Sort("duplicate_year", Text("Ett år som kopia", "A year as a copy"),
         Text("Minst nio av tio regioner har exakt samma värde två år i rad.",
              "At least nine regions in ten have exactly the same value two years in a row."),
         gates=True),
    Sort("jump", Text("Hopp", "Jump"),
         Text("Värdet minst fördubblas eller halveras från ett år till nästa, och mer än 3,5 "
              "robusta standardavvikelser från seriens vanliga ändringar.",
              "The value at least doubles or halves from one year to the next, by more than 3.5 "
              "robust standard deviations from the usual changes of the series."), gates=True),
    Sort("out_and_back", Text("Ut och tillbaka", "Out and back"),
         Text("Värdet minst halveras eller fördubblas ett år och tar tillbaka minst hälften nästa, "
              "båda gångerna mer än avrundningen förklarar och mer än två robusta "
              "standardavvikelser från seriens vanliga ändringar.",
              "The value at least halves or doubles in one year and takes back at least half of it "
              "in the next, both times by more than rounding explains and more than two robust "
              "standard deviations from the usual changes of the series."), gates=True),
    Sort("common_change", Text("Alla på en gång", "All at once"),
         Text("Minst åtta av tio regioner ändras åt samma håll samma år, hälften av alla minst 40 "
              "procent upp eller 29 procent ned, och nivån kommer inte tillbaka.",
              "At least eight regions in ten change the same way in one year, half of all by at "
              "least 40 per cent up or 29 per cent down, and the level does not come back.")),
    Sort("denominator", Text("Nämnaren ändrades", "The denominator changed"),
         Text("Kvoten ändras minst 10 procent från samma period i fjol, mest för att platserna "
              "ändras, och ingen avrundning ger en annan läsning.",
              "The ratio changes by at least 10 per cent from the same period last year, mostly "
              "because the beds change, and no rounding allows another reading.")),
    Sort("beds_alone", Text("Platser utan patienter", "Beds without patients"),
         Text("Antalet platser ändras minst 15 procent från samma månad i fjol, patienterna högst "
              "en tredjedel så mycket.",
              "The number of beds changes by at least 15 per cent from the same month last year, "
              "the patients by at most a third of that.")),
    Sort("repeated", Text("Samma värde om igen", "The same value again"),
         Text("En region har samma värde minst fyra år i rad, i en serie där det är ovanligt.",
              "A region has the same value at least four years in a row, in a series where that "
              "is unusual.")),
    Sort("rewritten", Text("Omskrivet i efterhand", "Rewritten afterwards"),
         Text("Ett värde äldre än tolv månader har ändrats sedan förra utgåvan.",
              "A value older than twelve months has changed since the last release.")),
    Sort("digits", Text("Jämna siffror", "Round digits"),
         Text("Sista siffran är 0 eller 5 oftare än slumpen ger en gång på tusen.",
              "The last digit is 0 or 5 more often than chance gives once in a thousand.")),
)  # fmt: skip
BY_KIND: dict[Kind, Sort] = {sort.kind: sort for sort in SORTS}
