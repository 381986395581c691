"""The tables of the data package: their columns written by hand, their rows from the release."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.api.declared import Field, Ground, Kind, Query, Row
from dashboard.api.flat import csv_text
from dashboard.api.resources import BY_KEY
from dashboard.exports.headings import HEADINGS
from dashboard.indicators.registry import INDICATORS, Data
from dashboard.language.text import Text
from dashboard.open_data.measure_rows import measure_rows
from dashboard.reference.regions import ALL_CODES
from dashboard.releases.dataset import MEASURES, Dataset
from dashboard.values import values
from dashboard.values.estimate_ranges import range_of
from dashboard.values.provenance import source_of
from dashboard.view.view import View, default_view


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the package. `key` names the columns that tell its rows apart, none where rows
    are as published; `refers` are columns that name a row of another table, as (column, table).
    """

    name: str
    title: Text
    description: Text
    fields: tuple[Field, ...]
    rows: Callable[[Ground], Iterable[Row]]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()

    def csv(self, ground: Ground) -> bytes:
        """The file, plain UTF-8 with a heading."""
        return csv_text(self.fields, self.rows(ground)).encode()


# Examples are no data, and what is reported stands among the estimates, in its place.
_KINDS: tuple[Data, ...] = ("published", "estimated")


def _value_rows(ground: Ground) -> Iterator[Row]:
    # One after another, as all of them at once would take more memory than anything else.
    return (row for view in _views(ground.dataset) for row in _series(ground.dataset, view))


def _views(dataset: Dataset) -> Iterator[View]:
    """Every indicator in its own care and both kinds of data, all streams together."""
    for one in INDICATORS:
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
                       "source": source_of(dataset, own, code)}  # fmt: skip


def _range(dataset: Dataset, view: View, region: str) -> tuple[float | None, float | None]:
    estimated = values.status(dataset, view, region) == "estimated"
    return (range_of(dataset, view, region) if estimated else None) or (None, None)


def _facts(name: str) -> Callable[[Ground], list[Row]]:
    """A table that the release was made of, as it is written there."""
    return lambda ground: [dict(row) for row in ground.dataset.reference.rows(name)]


def _of_api(name: str) -> Callable[[Ground], list[Row]]:
    """The rows of a resource of the API that follows no view."""

    def rows(ground: Ground) -> list[Row]:
        query = Query(default_view(ground.dataset), (), ())
        return BY_KEY[name].rows(ground, query).rows

    return rows


def _from_api(name: str, key: str) -> Table:
    one = BY_KEY[name]
    return Table(name, one.title, one.description, one.fields, _of_api(name), (key,) if key else ())


def _field(name: str, description: Text, kind: Kind = "string", *, missing: bool = False) -> Field:
    return Field(name, kind, description, missing)


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
        _field("indicator", HEADINGS["indicator"]),
        _field("care", _CARE),
        _field("stream", _STREAM),
        _field("region", _REGION),
        _field("period", Text("Månad, 2025-10, eller år, 2025", "Month, 2025-10, or year, 2025")),
        _field("value", HEADINGS["value"], "number"),
        _field("low", HEADINGS["low"], "number", missing=True),
        _field("high", HEADINGS["high"], "number", missing=True),
        _field(
            "status",
            Text("published, estimated eller reported", "published, estimated or reported"),
        ),
        _field("source", _SOURCE),
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
        _field("region", _REGION),
        _field("month", Text("Månad", "Month")),
        _field("care", _CARE),
        _field("stream", _STREAM),
        *(_field(one, _SUM.format(_DAYS[one]), "number", missing=True) for one in MEASURES),
        _field("status", Text("estimated, reported eller mixed", "estimated, reported or mixed")),
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
        _field("indicator", Text("Serie i källan", "Series of the source")),
        _field("region_code", _REGION),
        _field("hospital", Text("Sjukhus; tomt för en region", "Hospital; empty for a region"),
               missing=True),
        _field("period_start", Text("Första dagen", "First day"), "date"),
        _field("period_end", Text("Sista dagen", "Last day"), "date"),
        _field("care_area", _CARE),
        _field("value", HEADINGS["value"], "number"),
        _field("unit", HEADINGS["unit"]),
        _field("source_id", _SOURCE),
        _field("note", Text("Anmärkning", "Note"), missing=True),
    ),
    _facts("published_figures"),
    (),
    (("region_code", "regions"), ("source_id", "sources")),
)  # fmt: skip
_SOURCES = Table(
    "sources",
    Text("Källor", "Sources"),
    Text("Källorna bakom uppgifterna.", "The sources behind the figures."),
    (
        _field("source_id", Text("Källans nyckel", "Key of the source")),
        _field("title", Text("Titel", "Title")),
        _field("publisher", Text("Utgivare", "Publisher")),
        _field("url", Text("Adresser", "Addresses"), missing=True),
        _field("published", Text("Publicerad", "Published"), missing=True),
        _field("note", Text("Anmärkning", "Note"), missing=True),
    ),
    _facts("sources"),
    ("source_id",),
)
_NOTES = Table(
    "notes",
    Text("Kända fel i uppgifterna", "Known errors in the data"),
    Text("Anmärkningar till publicerade serier.", "Notes on published series."),
    (
        _field("id", Text("Nyckel", "Key")),
        *(
            _field(name, description, missing=True)
            for name, description in (
                ("series", Text("Serie; tomt är alla", "Series; empty is all")),
                ("care", Text("Vård; tomt är all", "Care; empty is all")),
                ("region", Text("Region; tomt är alla", "Region; empty is all")),
                ("first_period", Text("Första perioden", "First period")),
                ("last_period", Text("Sista perioden", "Last period")),
            )
        ),
        _field("severity", Text("info, warning eller error", "info, warning or error")),
        _field("effect", Text("none, drop eller break", "none, drop or break")),
        *(_field(f"{part}_{lang}", words) for part, words in (("title", Text("Rubrik", "Title")),
          ("text", Text("Text", "Text"))) for lang in ("sv", "en")),
        _field("source", _SOURCE, missing=True),
    ),
    _facts("notes"),
    ("id",),
)  # fmt: skip

TABLES: tuple[Table, ...] = (
    _VALUES, _MEASURES, _PUBLISHED, _from_api("indicators", "indicator"),
    _from_api("regions", "region"), _from_api("targets", ""), _from_api("guidelines", "guideline"),
    _from_api("events", "event"),
    _SOURCES, _NOTES,
)  # fmt: skip
BY_NAME: dict[str, Table] = {one.name: one for one in TABLES}
