"""The targets of all regions as a table in words."""

from dashboard.gaps.gap_ranges import range_at
from dashboard.indicators.gap_names import GAPS
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.by_region import RegionTarget, region_targets
from dashboard.values.estimate_ranges import Range
from dashboard.values.may_be_said import Statement, may_be_said_of_all
from dashboard.view.view import View

_HEADS = (
    Text("Andel akuta, %", "Acute share, %"), Text("Beläggning, %", "Occupancy, %"),
    Text("Riktvärde, blandat, %", "Guideline, mixed, %"),
    Text("Mål akut, %", "Target acute, %"), Text("Mål planerad, %", "Target planned, %"),
    Text("Mål blandat, %", "Target mixed, %"),
    GAPS["occupancy_gap"].name, GAPS["target_gap"].name,
)  # fmt: skip
TITLE = Text(
    "{} av 21 regioner har fler patienter än målet rymmer",
    "{} of 21 regions have more patients than the target has room for",
)
UNDECIDED = Text(
    "Vilka regioner som har fler patienter än målet rymmer kan inte avgöras, månaderna är skattade",
    "Which regions have more patients than the target has room for cannot be decided, the months "
    "are estimated",
)
MEASURE = Text(
    "Mål i enheter med {} platser, regionens egen blandning av akut och planerad vård, medeltal "
    "över tolv månader till {}",
    "Targets in units of {} beds, the region's own mix of acute and planned care, averages over "
    "twelve months to {}",
)


def title(dataset: Dataset, view: View, lang: Lang) -> str:
    """How many regions lie above their target; of estimated months that it cannot be told."""
    if not may_be_said_of_all(Statement.SIGNAL, dataset, view).outright:
        return UNDECIDED.in_(lang)
    found = region_targets(dataset, view)
    above = sum(one.missing > 0 for code, one in found.items() if code != ALL_CODES[0])
    return TITLE.in_(lang).format(above)


def measure(dataset: Dataset, view: View, lang: Lang) -> str:
    """What the table shows."""
    size = int(basis(dataset, view).assumed.size)
    return MEASURE.in_(lang).format(size, formatting.period(view.period, lang))


def grid(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """Sweden and the regions in their order; a dash where there are no figures."""
    found = region_targets(dataset, view)
    rows = tuple(
        (name_of(code).in_(lang), *_cells(dataset, view, found.get(code), lang))
        for code in ALL_CODES
    )
    return Grid(tuple(head.in_(lang) for head in _HEADS), rows)


def _cells(
    dataset: Dataset, view: View, target: RegionTarget | None, lang: Lang
) -> tuple[str, ...]:
    if target is None:
        return (formatting.NONE,) * len(_HEADS)
    shares = (
        target.acute_share, target.occupancy, target.official,
        target.acute, target.planned, target.mixed,
    )  # fmt: skip
    beds = (target.missing_official, target.missing)
    return (
        *(formatting.number(100 * share, 1, lang) for share in shares),
        *(
            _beds(value, range_at(dataset, view.period, target.region, value), lang)
            for value in beds
        ),
    )


def _beds(value: float, ends: Range | None, lang: Lang) -> str:
    """Beds with the 80 per cent range of an estimate in brackets."""
    told = formatting.number(value, 0, lang, signed=True)
    return f"{told} ({formatting.span(*ends, 0, lang)})" if ends else told
