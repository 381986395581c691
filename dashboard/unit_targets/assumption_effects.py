"""What each assumption does now, in one sentence."""

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.targets.occupancy_targets import TargetStream
from dashboard.unit_targets.basis import Basis
from dashboard.unit_targets.model import STREAMS
from dashboard.unit_targets.risk_words import days_words


def _percent(share: float, lang: Lang, decimals: int = 1) -> str:
    return formatting.number(100 * share, decimals, lang)


def _at_size(basis: Basis, lang: Lang) -> tuple[str, str, str]:
    size = int(basis.assumed.size)
    targets = (basis.target(size, "acute").target, basis.target(size, "planned").target)
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


def size_effect(basis: Basis, lang: Lang) -> str:
    """The targets of the unit, beside the guideline."""
    size = int(basis.assumed.size)
    off = [100 * (basis.target(size, "acute").target - basis.official.acute),
           100 * (basis.target(size, "planned").target - basis.official.planned)]  # fmt: skip
    signed = [formatting.number(one, 1, lang, signed=True) for one in off]
    same = all(abs(one) < 0.05 for one in off)
    beside = _SAME.in_(lang) if same else _POINTS.in_(lang).format(*signed)
    said = _SIZE.in_(lang).format(*_at_size(basis, lang), beside)
    kept = [one for stream in STREAMS if (one := basis.target(size, stream)).clipped]
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


def _implied(basis: Basis, share: float, stream: TargetStream) -> float:
    return basis.overcrowded(int(basis.assumed.anchor), share, stream)


def tolerated(basis: Basis) -> float:
    """The overcrowding per 100 beds tolerated, or the one that the guideline implies."""
    risk = basis.assumed.risk
    return risk if risk is not None else round(_implied(basis, basis.shares.acute, "acute"), 1)


def risk_effect(basis: Basis, lang: Lang) -> str:
    """What the tolerated overcrowding means in occupancy."""
    shares = basis.shares
    if basis.assumed.risk is None:
        both = (
            _implied(basis, shares.acute, "acute"),
            _implied(basis, shares.planned, "planned"),
        )
        return _RISK_USUAL.in_(lang).format(
            *(formatting.number(one, 1, lang) for one in both), int(basis.assumed.anchor)
        )
    return _RISK.in_(lang).format(
        formatting.number(basis.assumed.risk, 1, lang), _percent(shares.acute, lang),
        _percent(shares.planned, lang), int(basis.assumed.anchor),
    )  # fmt: skip


_ACUTE = Text("Blandat mål med {} platser: {} %.", "Mixed target with {} beds: {}%.")
_OWN = Text("Regionens egen andel.", "The region's own share.")


def acute_effect(basis: Basis, lang: Lang) -> str:
    """The target of both streams together."""
    size = int(basis.assumed.size)
    said = _ACUTE.in_(lang).format(size, _percent(basis.blend(size), lang))
    return f"{_OWN.in_(lang)} {said}" if basis.own_share else said


_STAY = Text(
    "Planerad vård varierar {} gånger så mycket som slumpen; {} överbelagda per 100 vid målet.",
    "Planned care varies {} times as much as chance; {} overcrowded per 100 at the target.",
)


def stay_effect(basis: Basis, lang: Lang) -> str:
    """How planned care varies, and what the target then means."""
    size = int(basis.assumed.size)
    load = size * basis.target(size, "planned").target
    return _STAY.in_(lang).format(
        formatting.number(basis.planned_variance(load), 2, lang),
        formatting.number(basis.risk(size, "planned"), 1, lang),
    )


_ADMITTED = Text(
    "{} överbelagda per 100 i planerad vård vid målet, {}.",
    "{} overcrowded per 100 in planned care at the target, {}.",
)


def admitted_effect(basis: Basis, lang: Lang) -> str:
    """What the planned target means for patients, admitted on these days of the week."""
    return _overcrowded(_ADMITTED, basis, "planned", lang)


_VARIANCE = Text(
    "{} överbelagda per 100 i akut vård vid målet, {}.",
    "{} overcrowded per 100 in acute care at the target, {}.",
)


def variance_effect(basis: Basis, lang: Lang) -> str:
    """What the acute target means for patients."""
    return _overcrowded(_VARIANCE, basis, "acute", lang)


def _overcrowded(words: Text, basis: Basis, stream: TargetStream, lang: Lang) -> str:
    size = int(basis.assumed.size)
    return words.in_(lang).format(
        formatting.number(basis.risk(size, stream), 1, lang),
        days_words(basis.full_days(size, stream)).in_(lang),
    )


_NO_GEOGRAPHY = Text(
    "Geografin räknas inte: alla regioner får samma mål.",
    "Geography is left out: all regions have the same target.",
)
_GEOGRAPHY = Text(
    "{} % av överflödet kan tas emot av grannar ({} % i riket): akut mål {} % med {} platser.",
    "{}% of the overflow can go to neighbours ({}% in Sweden): acute target {}% with {} beds.",
)


def neighbours_effect(basis: Basis, lang: Lang) -> str:
    """How far neighbours move the target."""
    if basis.diversion is None:
        return _NO_GEOGRAPHY.in_(lang)
    size, acute, _ = _at_size(basis, lang)
    return _GEOGRAPHY.in_(lang).format(
        _percent(basis.diversion.share, lang, 0), _percent(basis.diversion.reference, lang, 0),
        acute, size,
    )  # fmt: skip


_ANCHORED = Text(
    "{} % akut och {} % planerat gäller {} platser; {} platser får {} och {} %.",
    "{}% acute and {}% planned hold for {} beds; {} beds have {} and {}%.",
)


def anchor_effect(basis: Basis, lang: Lang) -> str:
    """The size that the guideline holds for, and what the unit looked at then has."""
    shares = (basis.shares.acute, basis.shares.planned)
    return _ANCHORED.in_(lang).format(
        *(_percent(share, lang) for share in shares),
        int(basis.assumed.anchor),
        *_at_size(basis, lang),
    )
