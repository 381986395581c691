"""The seven areas of the agreement on access in 2024, each with its indicator or none."""

from dataclasses import replace
from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.indicators.registry import BY_KEY, Good, Indicator
from dashboard.language.formatting import NONE, number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import ALL_CODES
from dashboard.reference.sources import Source
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, trends, values
from dashboard.view.view import View

# The year before the agreement, its own year, and the latest.
YEARS = ("2022", "2023", "2024", "2025")
NO_MEASURE = Text("Mått saknas", "No measure")
_TITLE = Text(
    "{} av avtalets sju områden saknar mått",
    "{} of the seven areas of the agreement lack a measure",
)
_MEASURE = Text(
    "Publicerade årsvärden, {}. Avtalet gäller 2024; 2023 är året före. År är för få för en dom om "
    "slump, så riktningen är bara vad som skiljer.",
    "Published annual values, {}. The agreement is for 2024; 2023 is the year before. Years are "
    "too few to judge chance, so the direction only says what differs.",
)
_HEADS = (Text("Mått", "Indicator"), *(Text(year, year) for year in YEARS),
          Text("2023 till senaste år", "2023 to the latest year"))  # fmt: skip
_MOVED = {
    "better": Text("bättre ({})", "better ({})"),
    "worse": Text("sämre ({})", "worse ({})"),
    "moved": Text("{}", "{}"),
    "even": Text("oförändrat", "unchanged"),
    "none": Text("kan inte jämföras", "cannot be compared"),
}


@frozen
class Area:
    """An area of the agreement; `reason` says why it has no indicator, where it has none."""

    key: str
    name: Text
    indicators: tuple[Indicator, ...]
    reason: Text
    source: Source


@lru_cache(maxsize=8)
def areas(reference: Reference) -> tuple[Area, ...]:
    """The areas of the agreement, in the order of the table."""
    return tuple(
        Area(
            key=row["key"],
            name=Text(row["name_sv"], row["name_en"]),
            indicators=tuple(BY_KEY[key] for key in row["indicators"].split()),
            reason=Text(row["reason_sv"], row["reason_en"]),
            source=reference.sources[row["source_id"]],
        )
        for row in reference.rows("agreement_areas")
    )


@frozen
class AreaTable:
    """The areas as a table with its title, what it shows, and its source."""

    title: str
    measure: str
    grid: Grid
    source: Source


def area_table(dataset: Dataset, view: View, lang: Lang) -> AreaTable:
    """The areas with the published years of the view's region."""
    every = areas(dataset.reference)
    lacking = sum(not area.indicators for area in every)
    rows = [row for area in every for row in _rows(dataset, view, area, lang)]
    return AreaTable(
        title=_TITLE.in_(lang).format(lacking),
        measure=_MEASURE.in_(lang).format(labels.place(view, lang)),
        grid=Grid(tuple(head.in_(lang) for head in _HEADS), tuple(rows)),
        source=every[0].source,
    )


def yearly(dataset: Dataset, view: View, indicator: Indicator) -> dict[str, float | None]:
    """The published annual values of the view's region by year, in the default care."""
    own = replace(
        trends.of_indicator(view, indicator.key), data="published", stream="all",
        period=dataset.last_year, care=indicator.published[0].care,
    )  # fmt: skip
    row = values.lines(dataset, own, indicator.decimals + 1)[ALL_CODES.index(view.region)]
    return dict(zip(dataset.year_labels, row, strict=True))


def _rows(dataset: Dataset, view: View, area: Area, lang: Lang) -> list[tuple[str, ...]]:
    name = area.name.in_(lang)
    if not area.indicators:
        blank = (NONE,) * len(YEARS)
        return [(name, NO_MEASURE.in_(lang), *blank, area.reason.in_(lang))]
    found = []
    for one in area.indicators:
        known = yearly(dataset, view, one)
        cells = (number(known.get(year), one.decimals, lang) for year in YEARS)
        shown = one.short_name.in_(lang)
        found.append((name, shown, *cells, _moved(known, one, lang)))
    return found


def _moved(known: dict[str, float | None], indicator: Indicator, lang: Lang) -> str:
    first = known.get("2023")
    later = [v for year, v in known.items() if year > "2023" and v is not None]
    if first is None or not later:
        return _MOVED["none"].in_(lang)
    moved = later[-1] - first
    said = number(moved, indicator.decimals, lang, signed=True)
    if float(f"{moved:.{indicator.decimals}f}") == 0:
        return _MOVED["even"].in_(lang)
    if indicator.good is Good.NEUTRAL:
        return _MOVED["moved"].in_(lang).format(said)
    better = (moved < 0) == (indicator.good is Good.LOWER)
    return _MOVED["better" if better else "worse"].in_(lang).format(said)
