"""The ways to the target and the single changes, in words."""

from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.unit_targets.options import BEDS_ONLY, NO_BEDS, OF_EACH, Effect, Need, Option

_TITLE = Text(
    "Vad krävs? {}: tre vägar från {} till {} procents beläggning",
    "What does it take? {}: three ways from {} to {} per cent occupancy",
)
_REACHED = Text(
    "Vad krävs? {} når målet: {} platser utöver behovet",
    "What does it take? {} meets the target: {} beds beyond the need",
)
_NOTHING = Text("Vad krävs? Uppgift saknas för perioden", "What does it take? Not available")
MEASURE = Text(
    "Målet är det som antagandena ger · modell: avdelningar av den storlek som dagens beläggning "
    "och överbeläggning svarar mot, ingen dold efterfrågan, färre patienter lika i båda vårdformer",
    "The target is that of the assumptions · model: wards of the size that today's occupancy and "
    "overcrowding correspond to, no latent demand, fewer patients alike in both streams",
)
_BEDS = Text("{} fler vårdplatser", "{} more beds")
_DAYS = Text("{} dygn kortare vårdtid", "a stay {} days shorter")
_READY = Text("{} färre utskrivningsklara", "{} fewer ready for discharge")
_MOVED = Text("{} planerade patienter flyttas", "{} planned patients moved")
_AFTER = Text(
    "Ger {} % beläggning och {} överbelagda per 100 (nu {}).",
    "Gives {}% occupancy and {} overcrowded per 100 (now {}).",
)
_EFFECT = Text(
    "{} ger {} % beläggning (nu {}) och {} överbelagda per 100 (nu {}). Det är {} av {} "
    "platser i gapet till målnivån.",
    "{} gives {}% occupancy (now {}) and {} overcrowded per 100 (now {}). That is {} of {} "
    "beds of the gap to the target level.",
)
_EFFECT_REACHED = Text(
    "{} ger {} % beläggning (nu {}) och {} överbelagda per 100 (nu {}).",
    "{} gives {}% occupancy (now {}) and {} overcrowded per 100 (now {}).",
)
_MORE = Text("{} fler platser", "{} more beds")
_SHORTER = Text("{} dygn kortare vårdtid", "A stay {} days shorter")
_NAMES = {
    BEDS_ONLY: Text("Bara fler vårdplatser", "More beds only"),
    NO_BEDS: Text("Inga nya vårdplatser", "No new beds"),
    OF_EACH: Text("Lite av varje", "Some of each"),
}
_EVIDENCE = {
    BEDS_ONLY: Text(
        "Belägg: SKR såg 2022 inget tydligt samband mellan antal platser och beläggning. Fylls "
        "platserna av väntande patienter blir effekten mindre.",
        "Evidence: in 2022 SKR saw no clear relation between beds and occupancy. If waiting "
        "patients fill the beds the effect is smaller.",
    ),
    NO_BEDS: Text(
        "Belägg: Socialstyrelsens räkneexempel, 10 procent färre fall svarar mot ungefär 220 "
        "platser (delrapport 2023, i andra hand). För regionen är inget inlagt.",
        "Evidence: an example of the National Board, 10 per cent fewer falls correspond to about "
        "220 beds (report of 2023, at second hand). For the region nothing is entered.",
    ),
    OF_EACH: Text(
        "Belägg för kombinationen: inget inlagt. Högst hälften av de utskrivningsklara och en "
        "tiondel av den planerade vården (antaganden).",
        "Evidence for the combination: nothing entered. At most half of those ready for discharge "
        "and a tenth of planned care (assumptions).",
    ),
}


@frozen
class Way:
    """An option as it is read: its name, what it takes, its effect and its evidence."""

    name: str
    takes: tuple[str, ...]
    effect: str
    evidence: str


def title(need: Need | None, lang: Lang) -> str:
    """The finding: where the region is and what it would take to reach the target."""
    if need is None:
        return _NOTHING.in_(lang)
    name = name_of(need.region).in_(lang)
    if not need.options:
        return _REACHED.in_(lang).format(name, _n(-need.missing, 0, lang))
    both = (_n(100 * share, 1, lang) for share in (need.occupancy, need.target))
    return _TITLE.in_(lang).format(name, *both)


def ways(need: Need | None, lang: Lang) -> tuple[Way, ...]:
    """The options in words; none where the target is met."""
    return tuple(_way(need, one, lang) for one in need.options) if need else ()


def _way(need: Need, option: Option, lang: Lang) -> Way:
    takes = (
        (_BEDS, option.beds, 0), (_DAYS, option.days, 2), (_READY, option.ready, 0),
        (_MOVED, option.moved, 0),
    )  # fmt: skip
    now = _n(need.over_per_100, 1, lang)
    return Way(
        name=_NAMES[option.key].in_(lang),
        takes=tuple(
            words.in_(lang).format(_n(amount, decimals, lang))
            for words, amount, decimals in takes
            if amount >= 0.5 * 10**-decimals
        ),
        effect=_AFTER.in_(lang).format(
            _n(100 * option.occupancy, 1, lang), _n(option.over_per_100, 1, lang), now
        ),
        evidence=_EVIDENCE[option.key].in_(lang),
    )


def more_beds(need: Need | None, beds: float, lang: Lang) -> str:
    """What a number of beds gives."""
    return _effect(need, need.more_beds if need else None, _MORE, beds, 0, lang)


def shorter_stay(need: Need | None, days: float, lang: Lang) -> str:
    """What a shorter stay gives."""
    return _effect(need, need.shorter_stay if need else None, _SHORTER, days, 1, lang)


def _effect(
    need: Need | None, effect: Effect | None, words: Text, amount: float, decimals: int, lang: Lang
) -> str:
    if need is None or effect is None:
        return formatting.NONE
    said = (
        words.in_(lang).format(_n(amount, decimals, lang)),
        _n(100 * effect.occupancy, 1, lang), _n(100 * need.occupancy, 1, lang),
        _n(effect.over_per_100, 1, lang), _n(need.over_per_100, 1, lang),
    )  # fmt: skip
    if need.missing <= 0:
        return _EFFECT_REACHED.in_(lang).format(*said)
    return _EFFECT.in_(lang).format(*said, _n(effect.beds, 0, lang), _n(need.missing, 0, lang))


def _n(value: float, decimals: int, lang: Lang) -> str:
    return formatting.number(value, decimals, lang)
