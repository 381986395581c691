"""The page of effects in sentences: what was paid for, what changed, what cannot be decided."""

from dashboard.effects.evaluation import evaluation
from dashboard.effects.series import OUTCOMES
from dashboard.funding.country import qualified_of_all
from dashboard.funding.label import label
from dashboard.funding.outcome import grant_of, missed, told_by_region
from dashboard.language.formatting import number
from dashboard.language.formatting import share as share_words
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import Grain
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View

_HEADING = Text("Effekter och medel, {}", "Effects and funding, {}")
_COUNTRY = Text("riket", "Sweden")
_VERDICT = Text(
    "Om satsningen har haft effekt kan inte avgöras.",
    "Whether the effort has had an effect cannot be decided.",
)
_DECIDED = Text(
    "{} Att satsningen är orsaken kan inte avgöras.",
    "{} Whether the effort is the cause cannot be decided.",
)
_ONE = Text("{}: {}.", "{}: {}.")
_WHY = Text(
    "Alla regioner fick den samtidigt, rapporteringen ändrades under tiden och utbetalningarna per "
    "region är inte publicerade.",
    "All regions got it at the same time, the reporting changed meanwhile, and the payments by "
    "region are not published.",
)
_PAID = Text(
    "1 990 miljoner kronor avsattes 2024. Med {months} hade {} månadskrav uppfyllts; "
    "slumpen ensam ger omkring 58 procent.",
    "SEK 1,990 million were set aside in 2024. By {months} {} monthly requirements would have "
    "been met; chance "
    "alone gives about 58 per cent.",
)
_OWN = Text(
    "{} hade uppfyllt {} månadskrav och fått {} miljoner kronor, enligt {months}; {}",
    "{} would have met {} monthly requirements and got SEK {} million, by {months}; {}",
)
_UNDECIDED = Text(
    "Vad {} hade fått kan inte avgöras, månaderna är skattade.",
    "What {} would have got cannot be decided, the months are estimated.",
)
_NOTHING = Text("inget missades.", "nothing was missed.")
_MISSED = Text(
    "de missade månadskraven hade gett {} miljoner till.",
    "the monthly requirements missed would have given SEK {} million more.",
)


def heading(view: View, lang: Lang) -> str:
    """What the page is about, and where."""
    country = view.region == SWEDEN
    return _HEADING.in_(lang).format((_COUNTRY if country else name_of(view.region)).in_(lang))


def sentences(dataset: Dataset, view: View, lang: Lang) -> tuple[str, str, str]:
    """The verdict, why it is that, and what the money rewarded."""
    found = grant_of(dataset)
    if view.region == SWEDEN:
        paid = _PAID.in_(lang).format(qualified_of_all(dataset, lang), **label(dataset, lang))
        return _verdict(dataset, view, lang), _WHY.in_(lang), paid
    if not told_by_region(found):
        name = name_of(view.region).in_(lang)
        return _verdict(dataset, view, lang), _WHY.in_(lang), _UNDECIDED.in_(lang).format(name)
    own, lost = found.by_region[view.region], missed(found, view.region)
    rest = _MISSED.in_(lang).format(number((lost.all_met - own.performance) / 1e6, 1, lang))
    return (
        _verdict(dataset, view, lang),
        _WHY.in_(lang),
        _OWN.in_(lang).format(
            name_of(view.region).in_(lang),
            share_words(own.cells_qualified, 18, lang),
            number(own.total / 1e6, 0, lang),
            rest if lost.cells else _NOTHING.in_(lang),
            **label(dataset, lang),
        ),
    )


def _verdict(dataset: Dataset, view: View, lang: Lang) -> str:
    """That nothing can be decided, or what can be of each measure; never that of a cause."""
    grain: Grain = "year" if view.data == "published" else "month"
    found = [evaluation(dataset, outcome, view.region, grain) for outcome in OUTCOMES]
    if all(one.verdict.signal == "cannot_be_decided" for one in found):
        return _VERDICT.in_(lang)
    said = " ".join(
        _ONE.in_(lang).format(one.series.indicator.short_name.in_(lang), one.verdict.word.in_(lang))
        for one in found
    )
    return _DECIDED.in_(lang).format(said)
