"""The grant of 2024 per inhabitant: what is decided, and what modelled months would have given."""

from dashboard import wording
from dashboard.figures import shares
from dashboard.figures.picture import Picture
from dashboard.figures.table import table
from dashboard.formatting import number
from dashboard.formatting import share as share_words
from dashboard.funding import Payout, RegionPayout
from dashboard.funding_rules import GRANTS, READINGS
from dashboard.grant_outcome import grant_of
from dashboard.indicators import OVERCROWDING
from dashboard.lang import Lang, Text
from dashboard.regions import SWEDEN, name_of
from dashboard.sources import BY_ID
from dashboard.store import Store
from dashboard.view import View

CELLS = 18
_TITLE = Text(
    "Modellen ger från {} till {} kronor per invånare, lika grund för alla",
    "The model gives from {} to {} kronor per inhabitant, with the same base for all",
)
_OWN = Text(
    "{}: {} celler och {} miljoner kronor, enligt modellerade månader",
    "{}: {} cells and SEK {} million, by modelled months",
)
_MEASURE = Text(
    "Bidraget 2024 i kronor per invånare · grundbeloppet är beslutat och publicerat, resten är "
    "beräknat ur modellerade månadsvärden",
    "The grant of 2024 in kronor per inhabitant · the base is decided and published, the rest "
    "computed from modelled monthly values",
)
_SENTENCE = Text(
    "Grundbeloppet är {} kronor per invånare i alla regioner, 750 miljoner i hela landet. Av {} "
    "celler (21 regioner, 9 månader, 2 krav) hade {} kvalificerat med modellerade månader, och "
    "bonuspotten hade blivit {} miljoner. Vad varje region faktiskt fick har inte hittats i öppna "
    "källor.",
    "The base is SEK {} per inhabitant in every region, 750 million in the whole country. Of {} "
    "cells (21 regions, 9 months, 2 requirements) {} would have qualified by modelled months, and "
    "the bonus pot would have been SEK {} million. What each region was in fact paid was not found "
    "in open sources.",
)
_SOURCE = Text(
    "Källa: beslut S2024/00483 ({}), folkmängd 1 november 2023; modellerade månadsvärden, utgåva "
    "{}.",
    "Source: decision S2024/00483 ({}), population 1 November 2023; modelled monthly values, "
    "release {}.",
)
_NAMES = (Text("Grundbelopp", "Base"), Text("Intjänat", "Earned"), Text("Bonus", "Bonus"))
_MILLIONS = Text("mnkr", "SEK m")
_HEADS = (
    Text("Region", "Region"), Text("Folkmängd", "Population"),
    Text("Celler av 18 (modellerat)", "Cells of 18 (modelled)"),
    Text("Grundbelopp, kr (publicerat)", "Base, SEK (published)"),
    Text("Intjänat, mnkr (modellerat)", "Earned, SEK m (modelled)"),
    Text("Bonus, mnkr (modellerat)", "Bonus, SEK m (modelled)"),
    Text("Summa, mnkr (modellerat)", "Total, SEK m (modelled)"),
    Text("Kr per invånare (modellerat)", "SEK per inhabitant (modelled)"),
)  # fmt: skip
_POINTED = Text(
    "{} kr per invånare, {} celler, {} mnkr (modellerat)",
    "SEK {} per inhabitant, {} cells, SEK {} m (modelled)",
)
_READ = Text("Läsning av beslutet", "Reading of the decision")
_DECISION = "regeringen-uppdrag-att-fordela-betala-ut-och"


def grant_picture(store: Store, view: View, lang: Lang) -> Picture:
    """The regions by what they would have got per inhabitant, most first."""
    found = grant_of(store)
    ordered = sorted(found.regions, key=lambda one: (-_each(one), name_of(one.region).sv))
    figure = shares.painted(
        shares.Shares(
            rows=[_row(one, view, lang) for one in ordered],
            names=[name.in_(lang) for name in _NAMES],
            aside_head=_MILLIONS.in_(lang),
        ),
        lang,
    )
    figure["layout"]["meta"] = {
        "file": "vardplatslaget_bidrag_2024" if lang == "sv" else "vardplatslaget_grant_2024",
        "table": table(_HEADS, (_line(one, lang) for one in ordered), lang),
    }
    return Picture(
        title=_title(found, view, lang),
        measure=_MEASURE.in_(lang),
        sentence=_sentence(found, lang),
        figure=figure,
        source=source(store, lang),
        indicator=OVERCROWDING,
        explained=explained(lang),
    )


def source(store: Store, lang: Lang) -> str:
    """The line under everything computed from the decision and modelled months."""
    return _SOURCE.in_(lang).format(BY_ID[_DECISION].label, wording.short(store.release))


def explained(lang: Lang) -> tuple[tuple[str, str], ...]:
    """The decision's pots, and the readings of it that are used."""
    pots = [(str(one.year), one.text.in_(lang)) for one in GRANTS if one.year == 2024]
    readings = [one for one in READINGS if one.stands]
    return (
        *pots,
        *((_READ.in_(lang), f"{one.text.in_(lang)}") for one in readings),
    )


def _each(one: RegionPayout) -> float:
    return one.total / one.population


def _row(one: RegionPayout, view: View, lang: Lang) -> shares.Share:
    earned = float(one.earned_over + one.earned_out) / one.population
    bonus = float(one.bonus) / one.population
    millions = number(one.total / 1e6, 0, lang)
    return shares.Share(
        name=name_of(one.region).in_(lang),
        parts=(one.base / one.population, earned, bonus),
        words=_POINTED.in_(lang).format(
            number(_each(one), 0, lang), share_words(one.cells_qualified, CELLS, lang), millions
        ),
        aside=millions,
        chosen=one.region == view.region,
    )


def _line(one: RegionPayout, lang: Lang) -> list[str]:
    return [
        name_of(one.region).in_(lang), number(one.population, 0, lang),
        number(one.cells_qualified, 0, lang), number(one.base, 0, lang),
        number(float(one.earned_over + one.earned_out) / 1e6, 2, lang),
        number(float(one.bonus) / 1e6, 2, lang), number(one.total / 1e6, 2, lang),
        number(_each(one), 1, lang),
    ]  # fmt: skip


def _title(found: Payout, view: View, lang: Lang) -> str:
    if view.region != SWEDEN:
        own = found.by_region[view.region]
        return _OWN.in_(lang).format(
            name_of(view.region).in_(lang),
            share_words(own.cells_qualified, CELLS, lang),
            number(own.total / 1e6, 0, lang),
        )
    amounts = [_each(one) for one in found.regions]
    ends = (number(end, 0, lang) for end in (min(amounts), max(amounts)))
    return _TITLE.in_(lang).format(*ends)


def _sentence(found: Payout, lang: Lang) -> str:
    base = sum(one.base for one in found.regions) / sum(one.population for one in found.regions)
    won = sum(cell.qualified_by is not None for cell in found.cells)
    return _SENTENCE.in_(lang).format(
        number(base, 2, lang), len(found.cells), won, number(float(found.bonus_pot) / 1e6, 1, lang)
    )
