"""Each assumption in words: what it is called, what it does now, and where it comes from."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard import formatting, ward_census
from dashboard.assumed_targets import Basis
from dashboard.assumptions import SCALES
from dashboard.lang import Lang, Text
from dashboard.risk_words import days_words
from dashboard.target_model import ANCHOR, STREAMS


@dataclass(frozen=True, slots=True)
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


def _percent(share: float, lang: Lang, decimals: int = 1) -> str:
    return formatting.number(100 * share, decimals, lang)


def _at_size(found: Basis, lang: Lang) -> tuple[str, str, str]:
    size = int(found.assumed.size)
    targets = (found.target(size, "acute").target, found.target(size, "planned").target)
    return str(size), *(_percent(one, lang) for one in targets)  # type: ignore[return-value]


_SIZE = Text(
    "{} platser får målet {} % akut och {} % planerat; {}.",
    "{} beds have the target {}% acute and {}% planned; {}.",
)
_CLIPPED = Text("En gräns håller målet; utan den {}.", "A limit holds the target; without it {}.")
_SAME = Text("som riktvärdet", "as the guideline")
_POINTS = Text(
    "{} och {} procentenheter från riktvärdet", "{} and {} percentage points from the guideline"
)


def _size(found: Basis, lang: Lang) -> str:
    size = int(found.assumed.size)
    off = [100 * (found.target(size, "acute").target - found.official.acute),
           100 * (found.target(size, "planned").target - found.official.planned)]  # fmt: skip
    signed = [formatting.number(one, 1, lang, signed=True) for one in off]
    same = all(abs(one) < 0.05 for one in off)
    beside = _SAME.in_(lang) if same else _POINTS.in_(lang).format(*signed)
    said = _SIZE.in_(lang).format(*_at_size(found, lang), beside)
    kept = [one for stream in STREAMS if (one := found.target(size, stream)).clipped]
    without = ", ".join(f"{_percent(one.unclipped, lang)} %" for one in kept)
    return f"{said} {_CLIPPED.in_(lang).format(without)}" if kept else said


_RISK = Text(
    "{} överbelagda per 100 platser motsvarar {} % akut och {} % planerat på {} platser.",
    "{} overcrowded per 100 beds equals {}% acute and {}% planned on {} beds.",
)
_RISK_USUAL = Text(
    "Som riktvärdet: {} överbelagda per 100 platser akut och {} planerat på {} platser.",
    "As the guideline: {} overcrowded per 100 beds acute and {} planned on {} beds.",
)


def _implied(found: Basis, share: float, variance: float) -> float:
    return ward_census.overcrowding(ANCHOR, share, variance)


def _risk_now(found: Basis) -> float:
    risk = found.assumed.risk
    return risk if risk is not None else round(_implied(found, found.shares.acute,
                                                        found.variance("acute")), 1)  # fmt: skip


def _risk(found: Basis, lang: Lang) -> str:
    shares = found.shares
    if found.assumed.risk is None:
        both = (
            _implied(found, shares.acute, found.variance("acute")),
            _implied(found, shares.planned, found.variance("planned")),
        )
        return _RISK_USUAL.in_(lang).format(
            *(formatting.number(one, 1, lang) for one in both), ANCHOR
        )
    return _RISK.in_(lang).format(
        formatting.number(found.assumed.risk, 1, lang), _percent(shares.acute, lang),
        _percent(shares.planned, lang), ANCHOR,
    )  # fmt: skip


_ACUTE = Text("Blandat mål med {} platser: {} %.", "Mixed target with {} beds: {}%.")
_OWN = Text("Regionens egen andel.", "The region's own share.")


def _acute(found: Basis, lang: Lang) -> str:
    size = int(found.assumed.size)
    said = _ACUTE.in_(lang).format(size, _percent(found.blend(size), lang))
    return f"{_OWN.in_(lang)} {said}" if found.own_share else said


_STAY = Text(
    "Planerad vård varierar {} gånger så mycket som slumpen; {} överbelagda per 100 vid målet.",
    "Planned care varies {} times as much as chance; {} overcrowded per 100 at the target.",
)


def _stay(found: Basis, lang: Lang) -> str:
    return _STAY.in_(lang).format(
        formatting.number(found.variance("planned"), 2, lang),
        formatting.number(found.risk(int(found.assumed.size), "planned"), 1, lang),
    )


_VARIANCE = Text(
    "{} överbelagda per 100 i akut vård vid målet, {}.",
    "{} overcrowded per 100 in acute care at the target, {}.",
)


def _variance(found: Basis, lang: Lang) -> str:
    size = int(found.assumed.size)
    return _VARIANCE.in_(lang).format(
        formatting.number(found.risk(size, "acute"), 1, lang),
        days_words(found.full_days(size, "acute")).in_(lang),
    )


_NO_GEOGRAPHY = Text(
    "Geografin räknas inte: alla regioner får samma mål.",
    "Geography is left out: all regions have the same target.",
)
_GEOGRAPHY = Text(
    "{} % av överflödet kan tas emot av grannar ({} % i riket): akut mål {} % med {} platser.",
    "{}% of the overflow can go to neighbours ({}% in Sweden): acute target {}% with {} beds.",
)


def _neighbours(found: Basis, lang: Lang) -> str:
    if found.diversion is None:
        return _NO_GEOGRAPHY.in_(lang)
    size, acute, _ = _at_size(found, lang)
    return _GEOGRAPHY.in_(lang).format(
        _percent(found.diversion.share, lang, 0), _percent(found.diversion.reference, lang, 0),
        acute, size,
    )  # fmt: skip


ASSUMPTIONS = (
    Assumption(
        "size", Text("Enhetens storlek", "Size of the unit"), Text("{} platser", "{} beds"),
        Text(
            "Antagande: riktvärdet gäller en avdelning med 24 platser. Räkna de platser som "
            "patienterna delar, inte sjukhuset.",
            "Assumption: the guideline holds for a ward of 24 beds. Count the beds that patients "
            "share, not the hospital.",
        ),
        lambda found: found.assumed.size, _size,
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
        _risk_now, _risk,
    ),
    Assumption(
        "acute", Text("Andel akuta patienter", "Share of acute patients"), Text("{} %", "{}%"),
        Text(
            "Modellerad andel av patienterna under tolv månader. Delningen är inte publicerad; "
            "82 procent följer av 15 300 och 17 660 platser.",
            "Modelled share of the patients over twelve months. The split is not published; 82 per "
            "cent follows from 15,300 and 17,660 beds.",
        ),
        lambda found: round(100 * found.acute_share), _acute,
    ),
    Assumption(
        "stay", Text("Medelvårdtid", "Mean length of stay"), Text("{} dygn", "{} days"),
        Text(
            "Antagande: vårdtid per region har inte hittats. Lika många tas in varje dag och "
            "vårdtiden är geometrisk.",
            "Assumption: no length of stay by region was found. As many are admitted each day and "
            "the stay is geometric.",
        ),
        lambda found: found.assumed.stay, _stay,
    ),
    Assumption(
        "variance", Text("Variation i akut vård", "Variation in acute care"),
        Text("{} gånger slumpen", "{} times chance"),
        Text(
            "Antagande: 1 är ren slump (Poisson), mer där patienter kommer i grupper.",
            "Assumption: 1 is pure chance (Poisson), more where patients come in groups.",
        ),
        lambda found: found.assumed.variance, _variance,
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
        lambda found: found.assumed.neighbours, _neighbours,
    ),
)  # fmt: skip


def _said_elsewhere(found: Basis, lang: Lang) -> str:
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
