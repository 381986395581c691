"""What units gain by sharing their beds, at the occupancy of the region."""

from dashboard.figures import pooling
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.statistics.pooling import Pooled
from dashboard.unit_targets.basis import Basis, basis
from dashboard.unit_targets.curve_picture import source
from dashboard.unit_targets.pooled_units import occupancy_of_units, pooled, pools
from dashboard.values import labels
from dashboard.view.view import View

_TITLE = Text(
    "{} enheter med {} platser som delar platser: {} i stället för {} överbelagda per 100",
    "{} units of {} beds that share beds: {} instead of {} overcrowded per 100",
)
_MEASURE = Text(
    "Överbelagda per 100 platser vid {} procents beläggning, akut vård, modell",
    "Overcrowded per 100 beds at {} per cent occupancy, acute care, model",
)
_EFFECT = Text(
    "{} färre överbelagda patienter per dygn på {} platser.",
    "{} fewer overcrowded patients a day on {} beds.",
)
_SENTENCE = Text(
    "Vid samma risk som var för sig kan poolen ligga på {} procent, vilket rymmer {} patienter "
    "till. Målet stiger från {} till {} procent. Modellen förutsätter att alla patienter kan "
    "vårdas på alla platser.",
    "At the risk of the units apart the pool can lie at {} per cent, room for {} more patients. "
    "The target rises from {} to {} per cent. The model presupposes that every patient can be "
    "cared for in every bed.",
)
_UNITS = Text("Enheter som delar platser", "Units that share beds")
_HEADS = (Text("Enheter", "Units"), Text("Platser", "Beds"),
          Text("Överbelagda per 100", "Overcrowded per 100"))  # fmt: skip


def pooling_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Overcrowding of one unit to six that share their beds."""
    found, occupancy = basis(dataset, view), occupancy_of_units(dataset, view)
    size, units = int(found.assumed.size), int(found.assumed.pool)
    one = pooled(units, size, occupancy, found.variance)
    rows = pools(found, occupancy)
    dots = [pooling.PoolDot(k, over, formatting.number(over, 1, lang)) for k, _, over in rows]
    chart = pooling.Pooling(dots, units, _UNITS.in_(lang))
    return Picture(
        title=_TITLE.in_(lang).format(
            units, size, *(formatting.number(v, 1, lang) for v in (one.together, one.apart))
        ),
        measure=_MEASURE.in_(lang).format(formatting.number(100 * occupancy, 1, lang)),
        sentence=_sentence(found, one, lang),
        chart=chart,
        table=table(
            _HEADS, [[str(k), str(n), formatting.number(o, 1, lang)] for k, n, o in rows], lang
        ),
        file=labels.stem(view, "delade-platser" if lang == "sv" else "shared-beds"),
        lang=lang,
        source=source(dataset, found, lang),
        indicator=OVERCROWDING,
    )


def pooling_effect(dataset: Dataset, view: View, lang: Lang) -> str:
    """What sharing does now, in one sentence."""
    found = basis(dataset, view)
    size, units = int(found.assumed.size), int(found.assumed.pool)
    one = pooled(units, size, occupancy_of_units(dataset, view), found.variance)
    fewer = formatting.number(-one.patients, 1, lang)
    return _EFFECT.in_(lang).format(fewer, one.units * one.beds)


def _sentence(basis: Basis, pooled: Pooled, lang: Lang) -> str:
    beds = pooled.units * pooled.beds
    targets = (basis.target(size, "acute").target for size in (pooled.beds, beds))
    return _SENTENCE.in_(lang).format(
        formatting.number(100 * pooled.same_risk, 1, lang), formatting.number(pooled.room, 1, lang),
        *(formatting.number(100 * target, 1, lang) for target in targets),
    )  # fmt: skip
