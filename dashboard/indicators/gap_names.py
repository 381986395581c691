"""The gaps between the beds there are and those asked for: one name for each, everywhere."""

from types import MappingProxyType
from typing import Final

from dashboard.frozen import frozen
from dashboard.language.text import Text


@frozen
class Gap:
    """The only name of a gap, as it stands in a heading and in a sentence, and what it means."""

    name: Text
    said: Text
    meaning: Text


GAPS: Final = MappingProxyType({
    "distance": Gap(
        Text("Avstånd till riktvärdet", "Distance to the guideline"),
        Text("avståndet till riktvärdet", "the distance to the guideline"),
        Text("Platserna upp till riktvärdet 17 660, i medeltal över tolv månader; i en region "
             "dess del av dem, en skattning.",
             "The beds up to the guideline of 17,660, on average over twelve months; in a region "
             "its part of them, an estimate."),
    ),
    "distance_gross": Gap(
        Text("Avstånd till riktvärdet, brutto", "Distance to the guideline, gross"),
        Text("avståndet till riktvärdet, brutto", "the distance to the guideline, gross"),
        Text("Summan av de regioners avstånd som är brister: ett överskott räknas inte av.",
             "The sum of those distances of regions that are shortages: no surplus is deducted."),
    ),
    "occupancy_gap": Gap(
        Text("Beläggningsgapet", "Occupancy gap"),
        Text("beläggningsgapet", "the occupancy gap"),
        Text("Platserna som beläggningsmålen kräver utöver dem som finns, i medeltal över tolv "
             "månader; i riket netto, med överskott avräknade.",
             "The beds that the occupancy targets ask for beyond those there are, on average over "
             "twelve months; in the country net, with surpluses deducted."),
    ),
    "occupancy_gap_gross": Gap(
        Text("Beläggningsgapet, brutto", "Occupancy gap, gross"),
        Text("beläggningsgapet, brutto", "the occupancy gap, gross"),
        Text("Summan av de regioners beläggningsgap som är brister.",
             "The sum of those occupancy gaps of regions that are shortages."),
    ),
    "occupancy_gap_locked": Gap(
        Text("Beläggningsgapet, låsta platser", "Occupancy gap, locked beds"),
        Text("beläggningsgapet med låsta platser", "the occupancy gap with locked beds"),
        Text("Summan av bristerna i akut och i planerad vård, om platserna bara används av sin "
             "egen vårdform.",
             "The sum of the shortages of acute and of planned care, if beds are used by their "
             "own stream alone."),
    ),
    "period_gap": Gap(
        Text("Periodens beläggningsgap", "Occupancy gap of the period"),
        Text("periodens beläggningsgap", "the occupancy gap of the period"),
        Text("Beläggningsgapet i perioden som visas, som kan vara en enda månad, och i den "
             "vårdform som visas.",
             "The occupancy gap of the period shown, which may be a single month, and of the "
             "stream shown."),
    ),
    "target_gap": Gap(
        Text("Gapet till målnivån", "Gap to the target level"),
        Text("gapet till målnivån", "the gap to the target level"),
        Text("Som beläggningsgapet, men mot målnivån efter enhetens storlek och de antaganden "
             "som valts.",
             "As the occupancy gap, but to the target by the size of the unit and the assumptions "
             "chosen."),
    ),
})  # fmt: skip
# One line beside either, wherever both can be met.
NEVER_ADDED: Final = Text(
    "Avståndet till riktvärdet (17 660 platser) och beläggningsgapet (beläggningsmålen) läggs "
    "aldrig ihop.",
    "The distance to the guideline (17,660 beds) and the occupancy gap (occupancy targets) are "
    "never added.",
)
