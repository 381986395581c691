"""Each assumption in words: what it is called, what it does now, and where it comes from."""

from collections.abc import Callable

from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.said import Said
from dashboard.language.text import LANGS, Lang, Text
from dashboard.unit_targets.assumption_effects import (
    acute_effect,
    admitted_effect,
    anchor_effect,
    neighbours_effect,
    risk_effect,
    size_effect,
    stay_effect,
    tolerated,
    variance_effect,
)
from dashboard.unit_targets.basis import Basis
from dashboard.view.assumptions import SCALES, USUAL


@frozen
class Assumption:
    """An assumption as a reader meets it.

    `value` has a place for the number, or is the words of each step joined by `|`; `now` gives
    the number shown, `effect` what it does now in one sentence, `origin` where it comes from.
    """

    key: str
    name: Text
    value: Text
    origin: Text
    now: Callable[[Basis], float]
    effect: Callable[[Basis, Lang], str]

    def said(self, number: float, lang: Lang) -> str:
        """A value in words."""
        words = self.value.in_(lang)
        if "|" in words:
            return words.split("|")[int(number)]
        return words.format(formatting.number(number, SCALES[self.key].decimals, lang))


ASSUMPTIONS = (
    Assumption(
        "size", Text("Enhetens storlek", "Size of the unit"), Text("{} platser", "{} beds"),
        Text(
            "Räkna de platser som patienterna verkligen delar, inte sjukhuset. Storleken väljs "
            "fritt; ingen lista över landets avdelningar har hittats.",
            "Count the beds that patients really share, not the hospital. The size is free to "
            "choose; no list of the country's wards was found.",
        ),
        lambda found: found.assumed.size, size_effect,
    ),
    Assumption(
        "anchor", Text("Riktvärdets enhet", "The guideline's unit"), Text("{} platser", "{} beds"),
        Text(
            "Antagande: en vanlig avdelning. Ingen källa säger vilken storlek 85 och 95 procent "
            "gäller; en avdelningslista nedan löser ut den.",
            "Assumption: an ordinary ward. No source says which size 85 and 95 per cent hold for; "
            "a list of wards solves it.",
        ),
        lambda found: found.assumed.anchor, anchor_effect,
    ),
    Assumption(
        "risk", Text("Tolererad överbeläggning", "Tolerated overcrowding"),
        Text("{} per 100", "{} per 100"),
        Text(
            "Utgångsläget är riktvärdets egen risk. Bagust m.fl. (BMJ 1999;319:155): risker märks "
            "över 85 procent, regelbunden brist från 90.",
            "The start is the guideline's own risk. Bagust et al. (BMJ 1999;319:155): risks show "
            "above 85 per cent, regular shortage from 90.",
        ),
        tolerated, risk_effect,
    ),
    Assumption(
        "acute", Text("Andel akuta patienter", "Share of acute patients"), Text("{} %", "{}%"),
        Text(
            "Skattad andel av patienterna under tolv månader. Delningen är inte publicerad; "
            "82 procent följer av 15 300 och 17 660 platser.",
            "Estimated share of the patients over twelve months. The split is not published; 82 "
            "per cent follows from 15,300 and 17,660 beds.",
        ),
        lambda found: round(100 * found.acute_share), acute_effect,
    ),
    Assumption(
        "stay", Text("Medelvårdtid", "Mean length of stay"), Text("{} dygn", "{} days"),
        Text(
            "Antagande: vårdtid per region har inte hittats. Vårdtiden är geometrisk, med hemgång "
            "veckans alla dagar.",
            "Assumption: no length of stay by region was found. The stay is geometric, and "
            "patients go home on any day of the week.",
        ),
        lambda found: found.assumed.stay, stay_effect,
    ),
    Assumption(
        "admitted", Text("Intag till planerad vård", "Admissions to planned care"),
        Text("{} dagar i veckan", "{} days a week"),
        Text(
            "Antagande: lika många tas in måndag till fredag och ingen på helgen. Med intag "
            "veckans alla dagar är samma mål betydligt lättare att klara.",
            "Assumption: as many are admitted Monday to Friday and none at weekends. With "
            "admissions on all days of the week the same target is much easier to meet.",
        ),
        lambda found: found.assumed.admitted, admitted_effect,
    ),
    Assumption(
        "variance", Text("Variation i akut vård", "Variation in acute care"),
        Text("{} gånger slumpen", "{} times chance"),
        Text(
            "Antagande: 1 är ren slump (Poisson), mer där patienter kommer i grupper.",
            "Assumption: 1 is pure chance (Poisson), more where patients come in groups.",
        ),
        lambda found: found.assumed.variance, variance_effect,
    ),
    Assumption(
        "neighbours", Text("Sjukhus i närheten", "Hospitals near"),
        Text(
            "räknas inte|regionens egna avstånd|inget inom 120 km|ett inom 60–120 km|"
            "ett inom 60 km|flera inom 60 km",
            "left out|the region's own distances|none within 120 km|one within 60–120 km|"
            "one within 60 km|several within 60 km",
        ),
        Text(
            "Antagande: 0, 25, 50 eller 75 procent av överflödet kan tas emot; målet flyttas högst "
            "5 procentenheter. Väg är 1,3 gånger fågelvägen mellan regionernas huvudsjukhus; "
            "sjukhus inom regionen är inte med.",
            "Assumption: 0, 25, 50 or 75 per cent of the overflow can be received; the target "
            "moves at most 5 points. A road is 1.3 times the crow's way between the regions' main "
            "hospitals; hospitals within the region are not counted.",
        ),
        lambda found: found.assumed.neighbours, neighbours_effect,
    ),
)  # fmt: skip


def _said_elsewhere(basis: Basis, lang: Lang) -> str:
    """These act on a region's figures, which are not part of the basis."""
    return ""


POOL = Assumption(
    "pool", Text("Enheter som delar platser", "Units that share beds"),
    Text("{} enheter", "{} units"),
    Text(
        "Enheternas storlek är den i antagandena ovan; beläggningen är regionens i akut vård.",
        "The size of the units is that of the assumptions above; occupancy is the region's in "
        "acute care.",
    ),
    lambda found: found.assumed.pool, _said_elsewhere,
)  # fmt: skip
BEDS = Assumption(
    "beds", Text("Fler vårdplatser", "More beds"), Text("{} platser", "{} beds"),
    Text(
        "Ingen dold efterfrågan: de nya platserna fylls inte av väntande (antagande).",
        "No latent demand: the new beds are not filled by those waiting (assumption).",
    ),
    lambda found: found.assumed.beds, _said_elsewhere,
)  # fmt: skip
DAYS = Assumption(
    "days", Text("Kortare vårdtid", "Shorter stay"), Text("{} dygn", "{} days"),
    Text(
        "Räknas från medelvårdtiden i antagandena ovan, lika i akut och planerad vård (antagande).",
        "From the mean length of stay in the assumptions above, alike in acute and planned care "
        "(assumption).",
    ),
    lambda found: found.assumed.days, _said_elsewhere,
)  # fmt: skip


_USUAL = Text("de vanliga", "the usual ones")


def assumptions_said(words: str) -> Said:
    """Assumptions as their address has them, with what departs from the usual in words."""
    if words == USUAL:
        return Said(_USUAL, words)
    given = [part.partition("=")[::2] for part in words.split(",")]
    names = {one.key: one for one in ASSUMPTIONS}
    told = (
        "; ".join(f"{names[key].name.in_(lang)}: {names[key].said(float(number), lang)}"
                  for key, number in given)
        for lang in LANGS
    )  # fmt: skip
    return Said(Text(*told), words)
