"""The tables of the data package: their columns written by hand, their rows from the release."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dashboard.api.declared import Ground, Query, Row
from dashboard.api.resources import BY_KEY
from dashboard.exports.headings import HEADINGS
from dashboard.indicators.registry import INDICATORS, Data, Indicator
from dashboard.language.text import Text
from dashboard.open_data.facts import MAPPINGS, NOTES, SOURCES
from dashboard.open_data.measure_rows import measure_rows
from dashboard.open_data.table import Table, facts, field
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.values import values
from dashboard.values.estimate_ranges import range_of
from dashboard.values.known_traps import traps_on
from dashboard.values.provenance import source_of
from dashboard.view.view import View, default_view

# Examples are no data, and what is reported stands among the estimates, in its place.
_KINDS: tuple[Data, ...] = ("published", "estimated")


def _value_rows(ground: Ground) -> Iterator[Row]:
    return _rows_of(ground, INDICATORS)


def _rows_of(ground: Ground, indicators: Sequence[Indicator]) -> Iterator[Row]:
    # One after another, as all of them at once would take more memory than anything else.
    views = _views(ground.dataset, indicators)
    return (row for view in views for row in _series(ground.dataset, view))


def _views(dataset: Dataset, indicators: Sequence[Indicator]) -> Iterator[View]:
    """Every indicator in its own care and both kinds of data, all streams together."""
    for one in indicators:
        for data in _KINDS:
            if one.cares(data):
                yield default_view(dataset, indicator=one.key, data=data)


def _series(dataset: Dataset, view: View) -> Iterator[Row]:
    same = {"indicator": view.indicator, "care": view.care, "stream": view.stream}
    periods = values.periods_of(dataset, view)
    for code, line in zip(ALL_CODES, values.series(dataset, view).tolist(), strict=True):
        for period, value in zip(periods, line, strict=True):
            if value == value:
                own = replace(view, period=period)
                yield {**same, "region": code, "period": period, "value": value,
                       **dict(zip(("low", "high"), _range(dataset, own, code), strict=True)),
                       "status": values.status(dataset, own, code),
                       "source": source_of(dataset, own, code),
                       "notes": _notes(dataset, own, code)}  # fmt: skip


def _notes(dataset: Dataset, view: View, region: str) -> str:
    status = values.status(dataset, view, region)
    found = traps_on(dataset.reference, view.indicator, view.care, region, view.period, status)
    return " ".join(note.id for note in found)


def _range(dataset: Dataset, view: View, region: str) -> tuple[float | None, float | None]:
    estimated = values.status(dataset, view, region) == "estimated"
    return (range_of(dataset, view, region) if estimated else None) or (None, None)


def _published_rows(ground: Ground) -> list[Row]:
    return [{**row, "status": "published"} for row in facts("published_figures")(ground)]


def _of_api(name: str) -> Callable[[Ground], list[Row]]:
    """The rows of a resource of the API that follows no view."""

    def rows(ground: Ground) -> list[Row]:
        query = Query(default_view(ground.dataset), (), ())
        return BY_KEY[name].rows(ground, query).rows

    return rows


def _from_api(name: str, key: str) -> Table:
    one = BY_KEY[name]
    return Table(name, one.title, one.description, one.fields, _of_api(name), (key,) if key else ())


_REGION, _CARE = HEADINGS["region"], HEADINGS["care"]
_STREAM, _SOURCE = HEADINGS["stream"], HEADINGS["source"]
_VALUES = Table(
    "values",
    Text("Värden", "Values"),
    Text(
        "Varje mått i sin egen vård: publicerade år och skattade månader, akut och planerad "
        "vård tillsammans.",
        "Every indicator in its own care: published years and estimated months, acute and planned "
        "care together.",
    ),
    (
        field("indicator", HEADINGS["indicator"]),
        field("care", _CARE),
        field("stream", _STREAM),
        field("region", _REGION),
        field("period", Text("Månad, 2025-10, eller år, 2025", "Month, 2025-10, or year, 2025")),
        field("value", HEADINGS["value"], "number"),
        field("low", HEADINGS["low"], "number", missing=True),
        field("high", HEADINGS["high"], "number", missing=True),
        field(
            "status",
            Text("published, estimated eller reported", "published, estimated or reported"),
        ),
        field("source", _SOURCE),
        field(
            "notes",
            Text(
                "Förbehåll: id i notes, flera skilda av blanksteg",
                "What to know: ids of notes, several separated by blanks",
            ),
            missing=True,
        ),
    ),
    _value_rows,
    ("indicator", "care", "stream", "region", "period", "status"),
    (("indicator", "indicators"), ("region", "regions"), ("source", "sources")),
)
_SUM = Text("Summa över månadens dygn: {}", "Sum over the days of the month: {}")
_DAYS = {
    "bed_days": Text("disponibla vårdplatser", "available beds"),
    "patient_days": Text(
        "inskrivna patienter, även överbelagda", "admitted patients, overcrowded ones included"
    ),
    "over_days": Text("överbelagda patienter", "overcrowded patients"),
    "out_days": Text("utlokaliserade patienter", "outplaced patients"),
    "population_days": Text("invånare", "inhabitants"),
}
_MEASURES = Table(
    "measures",
    Text("Mätetal per månad", "Measures by month"),
    Text(
        "Det skattade underlaget: täljare och nämnare för månaderna, per region, vård och "
        "vårdform. Inte publicerat av någon.",
        "The estimated basis: numerators and denominators of the months, by region, care and "
        "stream. Published by nobody.",
    ),
    (
        field("region", _REGION),
        field("month", Text("Månad", "Month")),
        field("care", _CARE),
        field("stream", _STREAM),
        *(field(one, _SUM.format(_DAYS[one]), "number", missing=True) for one in MEASURES),
        field("status", Text("estimated, reported eller mixed", "estimated, reported or mixed")),
    ),
    measure_rows,
    ("region", "month", "care", "stream"),
    (("region", "regions"),),
)
_PUBLISHED = Table(
    "published",
    Text("Publicerade uppgifter", "Published figures"),
    Text(
        "Uppgifterna så som de står i källorna, även de som inte kan stämma (se notes).",
        "The figures as they stand in their sources, those that cannot be right included "
        "(see notes).",
    ),
    (
        field("indicator", Text("Serie i källan", "Series of the source")),
        field("region_code", _REGION),
        field("hospital", Text("Sjukhus; tomt för en region", "Hospital; empty for a region"),
               missing=True),
        field("period_start", Text("Första dagen", "First day"), "date"),
        field("period_end", Text("Sista dagen", "Last day"), "date"),
        field("care_area", _CARE),
        field("value", HEADINGS["value"], "number"),
        field("unit", HEADINGS["unit"]),
        field("source_id", _SOURCE),
        field("note", Text("Anmärkning", "Note"), missing=True),
        field("status", Text("published, alla", "published, all of them")),
    ),
    _published_rows,
    (),
    (("region_code", "regions"), ("source_id", "sources")),
)  # fmt: skip

TABLES: tuple[Table, ...] = (
    _VALUES, _MEASURES, _PUBLISHED, _from_api("indicators", "indicator"),
    _from_api("regions", "region"), _from_api("targets", ""), _from_api("guidelines", "guideline"),
    _from_api("events", "event"),
    SOURCES, NOTES, MAPPINGS,
)  # fmt: skip
BY_NAME: dict[str, Table] = {one.name: one for one in TABLES}


def values_of(indicator: Indicator) -> Table:
    """The table of values, of one indicator alone."""
    return replace(_VALUES, rows=lambda ground: _rows_of(ground, (indicator,)))
