"""The grant of 2024 per inhabitant: what is decided, and what estimated months would have given."""

from dashboard.figures import stacked_bars
from dashboard.figures.picture import Picture
from dashboard.funding.country import bonus_pot, qualified
from dashboard.funding.label import label
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.payout import Payout, RegionPayout
from dashboard.funding.rules import grants_of, readings
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE, number
from dashboard.language.formatting import share as share_words
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.view import View

CELLS = 18
_TITLE = Text(
    "Från {} till {} kronor per invånare, med lika grundbelopp för alla{mark}",
    "From {} to {} kronor per inhabitant, with the same base for all{mark}",
)
_OWN = Text(
    "{}: {} månadskrav och {} miljoner kronor, enligt {months}",
    "{}: {} monthly requirements and SEK {} million, by {months}",
)
_MEASURE = Text(
    "Bidraget 2024 i kronor per invånare · grundbeloppet är beslutat och publicerat, resten är "
    "beräknat ur {months}",
    "The grant of 2024 in kronor per inhabitant · the base is decided and published, the rest "
    "computed from {months}",
)
# What stands where the months are estimated: the base alone, which is decided.
_BASE_TITLE = Text(
    "Vad regionerna hade fått utöver grundbeloppet kan inte avgöras, månaderna är skattade",
    "What the regions would have got beyond the base cannot be decided, the months are estimated",
)
_BASE_MEASURE = Text(
    "Bidragets grundbelopp 2024 i kronor per invånare · beslutat och publicerat",
    "The base of the grant of 2024 in kronor per inhabitant · decided and published",
)
_BASE_POINTED = Text("{} kr per invånare, {} mnkr", "SEK {} per inhabitant, SEK {} m")
_SENTENCE = Text(
    "Grundbeloppet är {} kronor per invånare i alla regioner, 750 miljoner i hela landet. Av {} "
    "månadskrav (21 regioner, 9 månader, 2 krav) hade {} uppfyllts med {months}, och "
    "bonuspotten hade blivit {} miljoner. Vad varje region faktiskt fick har inte hittats i öppna "
    "källor.",
    "The base is SEK {} per inhabitant in every region, 750 million in the whole country. Of {} "
    "monthly requirements (21 regions, 9 months, 2 kinds) {} would have been met by {months}, and "
    "the bonus pot would have been SEK {} million. What each region was in fact paid was not found "
    "in open sources.",
)
_SOURCE = Text(
    "Källa: beslut S2024/00483 ({}), folkmängd 1 november 2023; {months}, utgåva {}.",
    "Source: decision S2024/00483 ({}), population 1 November 2023; {months}, release {}.",
)
_NAMES = (Text("Grundbelopp", "Base"), Text("Intjänat", "Earned"), Text("Bonus", "Bonus"))
_MILLIONS = Text("mnkr", "SEK m")
_HEADS = (
    Text("Region", "Region"), Text("Folkmängd", "Population"),
    Text("Månadskrav av 18{mark}", "Monthly requirements of 18{mark}"),
    Text("Grundbelopp, kr (publicerat)", "Base, SEK (published)"),
    Text("Intjänat, mnkr{mark}", "Earned, SEK m{mark}"),
    Text("Bonus, mnkr{mark}", "Bonus, SEK m{mark}"),
    Text("Summa, mnkr{mark}", "Total, SEK m{mark}"),
    Text("Kr per invånare{mark}", "SEK per inhabitant{mark}"),
)  # fmt: skip
_POINTED = Text(
    "{} kr per invånare, {} månadskrav, {} mnkr{mark}",
    "SEK {} per inhabitant, {} monthly requirements, SEK {} m{mark}",
)
_READ = Text("Läsning av beslutet", "Reading of the decision")
_DECISION = "regeringen-uppdrag-att-fordela-betala-ut-och"


def grant_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The regions by what they would have got per inhabitant, most first.

    Of estimated months only the base is shown, in the order of the names (docs/methods.md 9.7).
    """
    found, words = grant_of(dataset), label(dataset, lang)
    told = told_by_region(found)
    ordered = sorted(
        found.regions, key=lambda one: (-_each(one) if told else 0, name_of(one.region).sv)
    )
    row = _row if told else _base_row
    chart = stacked_bars.StackedBars(
        rows=[row(payout, view, words, lang) for payout in ordered],
        names=[name.in_(lang) for name in _NAMES],
        aside_head=_MILLIONS.in_(lang),
    )
    return Picture(
        title=_title(found, view, words, lang) if told else _BASE_TITLE.in_(lang),
        measure=(_MEASURE if told else _BASE_MEASURE).in_(lang).format(**words),
        sentence=_sentence(dataset, found, words, lang),
        chart=chart,
        table=table(
            (head.in_(lang).format(**words) for head in _HEADS),
            (_line(payout, lang, told=told) for payout in ordered),
            lang,
        ),
        file="vardplatslaget_bidrag_2024" if lang == "sv" else "vardplatslaget_grant_2024",
        lang=lang,
        source=source(dataset, lang),
        indicator=OVERCROWDING,
        explained=explained(dataset, lang),
    )


def source(dataset: Dataset, lang: Lang) -> str:
    """The line under everything computed from the decision and estimated months."""
    release = labels.short(dataset.release)
    return _SOURCE.in_(lang).format(
        dataset.reference.sources[_DECISION].label, release, **label(dataset, lang)
    )


def explained(dataset: Dataset, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The decision's pots, and the readings of it that are used."""
    pots = [(str(grant.year), grant.text.in_(lang)) for grant in grants_of(dataset.reference, 2024)]
    standing = [reading for reading in readings(dataset.reference) if reading.stands]
    return (
        *pots,
        *((_READ.in_(lang), f"{reading.text.in_(lang)}") for reading in standing),
    )


def _each(payout: RegionPayout) -> float:
    return payout.total / payout.population


def _row(payout: RegionPayout, view: View, words: dict[str, str], lang: Lang) -> stacked_bars.Share:
    earned = float(payout.earned_over + payout.earned_out) / payout.population
    bonus = float(payout.bonus) / payout.population
    millions = number(payout.total / 1e6, 0, lang)
    return stacked_bars.Share(
        name=name_of(payout.region).in_(lang),
        parts=(payout.base / payout.population, earned, bonus),
        words=_POINTED.in_(lang).format(
            number(_each(payout), 0, lang),
            share_words(payout.cells_qualified, CELLS, lang),
            millions,
            **words,
        ),
        aside=millions,
        chosen=payout.region == view.region,
    )


def _base_row(
    payout: RegionPayout, view: View, words: dict[str, str], lang: Lang
) -> stacked_bars.Share:
    millions = number(payout.base / 1e6, 0, lang)
    each = payout.base / payout.population
    return stacked_bars.Share(
        name=name_of(payout.region).in_(lang),
        parts=(each, 0.0, 0.0),
        words=_BASE_POINTED.in_(lang).format(number(each, 2, lang), millions),
        aside=millions,
        chosen=payout.region == view.region,
    )


def _line(payout: RegionPayout, lang: Lang, *, told: bool) -> list[str]:
    first = [name_of(payout.region).in_(lang), number(payout.population, 0, lang)]
    if not told:
        return [*first, NONE, number(payout.base, 0, lang), *[NONE] * 4]
    return [
        *first,
        number(payout.cells_qualified, 0, lang), number(payout.base, 0, lang),
        number(float(payout.earned_over + payout.earned_out) / 1e6, 2, lang),
        number(float(payout.bonus) / 1e6, 2, lang), number(payout.total / 1e6, 2, lang),
        number(_each(payout), 1, lang),
    ]  # fmt: skip


def _title(grant: Payout, view: View, words: dict[str, str], lang: Lang) -> str:
    if view.region != SWEDEN:
        payout = grant.by_region[view.region]
        return _OWN.in_(lang).format(
            name_of(view.region).in_(lang),
            share_words(payout.cells_qualified, CELLS, lang),
            number(payout.total / 1e6, 0, lang),
            **words,
        )
    amounts = [_each(region) for region in grant.regions]
    ends = (number(end, 0, lang) for end in (min(amounts), max(amounts)))
    return _TITLE.in_(lang).format(*ends, **words)


def _sentence(dataset: Dataset, grant: Payout, words: dict[str, str], lang: Lang) -> str:
    base = sum(region.base for region in grant.regions) / sum(
        payout.population for payout in grant.regions
    )
    return _SENTENCE.in_(lang).format(
        number(base, 2, lang),
        len(grant.cells),
        qualified(dataset, lang),
        bonus_pot(dataset, lang),
        **words,
    )
