"""The heading, the label and the sentences of the page of targets."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from dashboard.gaps.demand import Demand, demands
from dashboard.gaps.gap_ranges import range_at
from dashboard.gaps.implied_gap import country_gap, implied_gap, implied_gaps
from dashboard.gaps.regional_distance import region_distance
from dashboard.gaps.target_status import official_shares, shares_by_region
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE, OCCUPANCY
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import months_of
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.guidelines import guideline_at
from dashboard.targets.occupancy_targets import mixed_target
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import FOLLOWED
from dashboard.values.estimate_ranges import range_of
from dashboard.values.trends import of_indicator, value
from dashboard.view.usual import assuming
from dashboard.view.view import View

_LABEL = Text(
    "Riktvärdena 85 och 95 procent är nationella. Differentierade nivåer är beställda men inte "
    "publicerade; här härleds de öppet, och allt som antas kan ändras.",
    "The guidelines of 85 and 95 per cent are national. Differentiated levels are commissioned but "
    "not published; here they are derived openly, and all that is assumed can be changed.",
)
_TARGETS = Text(
    "Riktvärdet är {} procents beläggning i akut vård och {} i planerad; med {} procent akuta "
    "patienter blir det {} tillsammans, och i enheter med {} platser {}.",
    "The guideline is {} per cent occupancy in acute care and {} in planned; with {} per cent "
    "acute patients that is {} together, and in units of {} beds {}.",
)
_OCCUPANCY = Text(
    "{} har {} procents beläggning över tolv månader; beläggningsgapet är {} platser.",
    "{} has {} per cent occupancy over twelve months; the occupancy gap is {} beds.",
)
_ASSUMED = Text(
    "Beläggningen i {} publiceras inte: antagen är den {} procent över tolv månader ({} till {}, "
    "80 %); beläggningsgapet är då {} platser ({} till {}).",
    "Occupancy in {} is not published: it is assumed to be {} per cent over twelve months ({} to "
    "{}, 80%); the occupancy gap is then {} beds ({} to {}).",
)
_GAPS_ASSUMED = Text(
    "Beläggningsgapet är skattat {} platser netto ({} till {}, 80 %) och {} brutto.",
    "The occupancy gap is an estimated {} beds net ({} to {}, 80%) and {} gross.",
)
_GAPS = Text(
    "Beläggningsgapet är {} platser netto och {} brutto.",
    "The occupancy gap is {} beds net and {} gross.",
)
_COUNTRY = Text(
    "Avståndet till riktvärdet är {} platser av de 2 360: ett annat mått, som aldrig läggs ihop "
    "med det första.",
    "The distance to the guideline is {} beds of the 2,360: another measure, never added to the "
    "first.",
)
_REGION = Text(
    "Avståndet till riktvärdet är {} platser ({} till {}, skattning): ett annat mått, som aldrig "
    "läggs ihop med det första.",
    "The distance to the guideline is {} beds ({} to {}, estimate): another measure, never added "
    "to the first.",
)
_NO_PERIOD = Text(
    "För perioden finns inte tolv månader av beläggning.",
    "For the period there are not twelve months of occupancy.",
)
_MISSING = Text("{} saknade", "{} missing")
_SPARE = Text("{} överflödiga", "{} spare")


def heading(view: View, lang: Lang) -> str:
    """`Skåne, december 2025`."""
    return f"{name_of(view.region).in_(lang)}, {formatting.period(view.period, lang)}"


def label(view: View, lang: Lang) -> str:
    """What is official here and what is derived."""
    return _LABEL.in_(lang)


def sentences(dataset: Dataset, view: View, lang: Lang) -> list[str]:
    """The target, what occupancy means in beds, and the official gap as a measure of its own."""
    return [
        _targets(dataset, assuming(view, FOLLOWED), lang),
        *_beds(dataset, assuming(view, ()), lang),
    ]


@lru_cache(maxsize=8)
def _beds(dataset: Dataset, view: View, lang: Lang) -> tuple[str, ...]:
    """What no assumption changes."""
    found = demands(dataset, view.period)
    own = found.get(view.region)
    if own is None:
        return (_NO_PERIOD.in_(lang),)
    return _implied(dataset, own, found, view, lang), *_official(dataset, view, lang)


@lru_cache(maxsize=8)
def _targets(dataset: Dataset, view: View, lang: Lang) -> str:
    one = basis(dataset, view)
    size, share = int(one.assumed.size), one.acute_share
    official = one.official
    mixed = mixed_target(share, 1 - share, official) or official.acute
    return _TARGETS.in_(lang).format(
        _n(100 * official.acute, 0, lang), _n(100 * official.planned, 0, lang),
        _n(100 * share, 0, lang), _n(100 * mixed, 1, lang), size,
        _n(100 * one.blend(size), 1, lang),
    )  # fmt: skip


def _implied(
    dataset: Dataset, own: Demand, demands: Mapping[str, Demand], view: View, lang: Lang
) -> str:
    if view.region == SWEDEN:
        whole = country_gap(implied_gaps(demands, shares_by_region(dataset, view)))
        if ends := range_at(dataset, view.period, SWEDEN, whole.net):
            told = (_n(one, 0, lang) for one in (whole.net, *ends, whole.gross))
            return _GAPS_ASSUMED.in_(lang).format(*told)
        return _GAPS.in_(lang).format(_n(whole.net, 0, lang), _n(whole.gross, 0, lang))
    net = implied_gap(own, official_shares(dataset, view)).net
    beds = range_at(dataset, view.period, view.region, net)
    asked = replace(view, indicator=OCCUPANCY.key, stream="all", care="somatic")
    full = range_of(dataset, asked, view.region, "rolling_year")
    if beds and full:
        told = (_n(one, 1, lang) for one in (100 * (own.occupancy or 0), *full))
        missing = (_n(one, 0, lang, signed=True) for one in (net, *beds))
        return _ASSUMED.in_(lang).format(name_of(view.region).in_(lang), *told, *missing)
    words = (_MISSING if net >= 0 else _SPARE).in_(lang).format(_n(abs(net), 0, lang))
    return _OCCUPANCY.in_(lang).format(
        name_of(view.region).in_(lang), _n(100 * (own.occupancy or 0), 1, lang), words
    )


def _official(dataset: Dataset, view: View, lang: Lang) -> list[str]:
    if guideline_at(months_of(view.period)[-1]) is None:
        return []
    if view.region == SWEDEN:
        left = value(dataset, of_indicator(view, DISTANCE_TO_GUIDELINE.key)) or 0
        return [_COUNTRY.in_(lang).format(_n(left, 0, lang))]
    estimate = region_distance(dataset, view)
    if estimate is None:
        return []
    ends = (estimate.distance, estimate.low, estimate.high)
    return [_REGION.in_(lang).format(*(_n(one, 0, lang, signed=True) for one in ends))]


def _n(value: float, decimals: int, lang: Lang, *, signed: bool = False) -> str:
    return formatting.number(value, decimals, lang, signed=signed)
