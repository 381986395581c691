"""What 2 360 would presuppose of occupancy and mix, and what the measured occupancy gives."""

from dashboard.figures import gap_line
from dashboard.figures.picture import Picture
from dashboard.gaps.demand import demands
from dashboard.gaps.gap_history import BEGAN
from dashboard.gaps.reconciliation import MEANING, Reconciliation, gap_at, reconciliation
from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.view import View

_TITLE = Text(
    "{} svarar mot full beläggning och {} procent akuta patienter",
    "{} corresponds to full occupancy and {} per cent acute patients",
)
_MEASURE = Text(
    "Beläggningsgapet vid 15 300 platser, med {} procent akuta patienter · streckat: "
    "regeringens {}",
    "The occupancy gap at 15,300 beds, with {} per cent acute patients · dashed: "
    "the government's {}",
)
_SENTENCE = Text(
    "Beläggningsgapet är {} platser om varje disponibel plats är belagd i medeltal och {} procent "
    "av patienterna är akuta, eller om beläggningen är {} procent och alla är akuta.{} {}",
    "The occupancy gap is {} beds if every available bed is occupied on average and {} per cent "
    "of the patients are acute, or if occupancy is {} per cent and all are acute.{} {}",
)
_AT_MEASURED = Text(
    " Vid beläggningen under tolv månader till {} ({} procent, skattad) ger formeln {}.",
    " At the occupancy of twelve months to {} ({} per cent, estimated) the formula gives {}.",
)
_FULL = Text("100 % belagt och<br>{} % akuta", "100% occupied and<br>{}% acute")
_MEASURED = Text("{} %: {} platser", "{}%: {} beds")
_OFFICIAL = Text("{} (regeringen)", "{} (the government)")
_OCCUPANCY = Text("Beläggning", "Occupancy")
_HEADS = (Text("Beläggning, %", "Occupancy, %"), GAPS["occupancy_gap"].name)


def reconciled_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The formula's gap by occupancy, with the place where it meets the official one."""
    country = demands(dataset, BEGAN).get(SWEDEN)
    reconciled = reconciliation(country.occupancy if country else None)
    chart = _chart(reconciled, lang)
    official, share = _n(reconciled.official, 0, lang), _n(100 * reconciled.share_at_full, 0, lang)
    return Picture(
        title=_TITLE.in_(lang).format(official, share),
        measure=_MEASURE.in_(lang).format(_n(100 * reconciled.acute_share, 0, lang), official),
        sentence=_SENTENCE.in_(lang).format(
            official,
            share,
            _n(100 * reconciled.full_if_acute, 1, lang),
            _measured(reconciled, lang),
            MEANING.in_(lang),
        ),
        chart=chart,
        table=table(_HEADS, _lines(reconciled, lang), lang),
        file=labels.stem(view, "avstamning" if lang == "sv" else "reconciliation"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=DISTANCE_TO_GUIDELINE,
    )


def _measured(reconciliation: Reconciliation, lang: Lang) -> str:
    if reconciliation.measured is None or reconciliation.measured_gap is None:
        return ""
    return _AT_MEASURED.in_(lang).format(
        formatting.period(BEGAN, lang), _n(100 * reconciliation.measured, 1, lang),
        _n(reconciliation.measured_gap, 0, lang),
    )  # fmt: skip


def _chart(reconciliation: Reconciliation, lang: Lang) -> gap_line.GapLine:
    measured = None
    words = ""
    if reconciliation.measured is not None and reconciliation.measured_gap is not None:
        measured = (100 * reconciliation.measured, reconciliation.measured_gap)
        words = _MEASURED.in_(lang).format(_n(measured[0], 1, lang), _n(measured[1], 0, lang))
    share = _n(100 * reconciliation.share_at_full, 0, lang)
    return gap_line.GapLine(
        points=[
            (float(percent), gap_at(percent / 100, reconciliation.acute_share))
            for percent in range(86, 104)
        ],
        official=reconciliation.official,
        official_words=_OFFICIAL.in_(lang).format(_n(reconciliation.official, 0, lang)),
        meets=(100.0, gap_at(1.0, reconciliation.share_at_full)),
        meets_words=_FULL.in_(lang).format(share),
        measured=measured,
        measured_words=words,
        title=_OCCUPANCY.in_(lang),
    )


def _lines(reconciliation: Reconciliation, lang: Lang) -> list[list[str]]:
    return [[_n(100 * at, 0, lang), _n(gap, 0, lang)] for at, gap in reconciliation.points]


def _n(value: float, decimals: int, lang: Lang) -> str:
    return formatting.number(value, decimals, lang)
