"""The files of a release that never change: every table in three forms, and the PX tables."""

import gzip
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dashboard.api.declared import Ground
from dashboard.frozen import frozen
from dashboard.indicators.registry import BY_KEY, INDICATORS
from dashboard.language.text import LANGS, Lang, Text
from dashboard.open_data.parquet import parquet
from dashboard.open_data.table import Table
from dashboard.open_data.tables import BY_NAME, TABLES, values_of
from dashboard.pxweb import json_stat, px_file
from dashboard.pxweb.cells import Cells, cells_of
from dashboard.pxweb.links import Links
from dashboard.pxweb.selection import VariableSelection, Wanted, select
from dashboard.pxweb.tables import StatTable, tables_of
from dashboard.pxweb.words import name_of
from dashboard.pxweb.written import Written
from dashboard.releases.dataset import Dataset

PARQUET, GZIP = "application/vnd.apache.parquet", "application/gzip"
PX, JSON_STAT = "application/octet-stream", "application/json"
_AS = Text("{} som {}", "{} as {}")
_OF = Text("{}, {}", "{}, {}")
_IN = Text("{} ({}, {})", "{} ({}, {})")
_SPOKEN: Mapping[Lang, Text] = {
    "sv": Text("svenska", "Swedish"), "en": Text("engelska", "English"),
}  # fmt: skip


@frozen
class ReleaseFile:
    """A file of a release; `table` is that of the package which it holds, where it holds one, and
    `indicator` the only one whose rows of that table it has.
    """

    name: str
    title: Text
    mimetype: str
    table: str = ""
    indicator: str = ""


def files_of_tables() -> tuple[ReleaseFile, ...]:
    """Each table of the package as Parquet, as CSV, and as CSV compressed."""
    kinds = (
        ("parquet", "Parquet", PARQUET),
        ("csv.gz", "CSV (gzip)", GZIP),
        ("csv", "CSV", "text/csv"),
    )
    return tuple(
        ReleaseFile(f"{one.name}.{suffix}", _AS.format(one.title, words), mimetype, one.name)
        for one in TABLES
        for suffix, words, mimetype in kinds
    )


def files_of_indicators() -> tuple[ReleaseFile, ...]:
    """The values of each indicator as Parquet: a reader over HTTP fetches no other's."""
    values = BY_NAME["values"]
    return tuple(
        ReleaseFile(
            values_name(one.key),
            _AS.format(_OF.format(values.title, one.name), "Parquet"),
            PARQUET,
            values.name,
            one.key,
        )
        for one in INDICATORS
    )


def values_name(indicator: str) -> str:
    """The name of the file with the values of an indicator."""
    return f"values.{indicator}.parquet"


def stat_tables(dataset: Dataset) -> Mapping[str, StatTable]:
    """The statistical tables that stand as files: all but the invented months."""
    return {key: one for key, one in tables_of(dataset).items() if one.data != "example"}


def files(dataset: Dataset) -> Mapping[str, ReleaseFile]:
    """Every file of a release, by its name."""
    of_tables = (
        ReleaseFile(
            f"{key}.{lang}.{suffix}", _IN.format(name_of(one), kind, _SPOKEN[lang]), mimetype
        )
        for key, one in stat_tables(dataset).items()
        for suffix, kind, mimetype in (("px", "PX", PX), ("json", "JSON-stat", JSON_STAT))
        for lang in LANGS
    )
    return {one.name: one for one in (*files_of_tables(), *files_of_indicators(), *of_tables)}


def in_other_forms(dataset: Dataset) -> tuple[ReleaseFile, ...]:
    """The files of a release but for the CSV that the package holds already."""
    return tuple(one for one in files(dataset).values() if one.mimetype != "text/csv")


def content(ground_key: tuple[Dataset, Path], site: str, name: str) -> bytes:
    """The bytes of a file; the same release gives the same bytes under the same site.

    Raises:
        KeyError: there is no such file.
    """
    # What not everybody may see is kept nowhere, and takes no place from what is.
    made = content_of_public.__wrapped__ if ground_key[0].unpublished else content_of_public
    return made(ground_key, site, name)


@lru_cache(maxsize=16)
def content_of_public(ground_key: tuple[Dataset, Path], site: str, name: str) -> bytes:
    """`content` where everybody may see all of the release."""
    ground = Ground(*ground_key)
    one = files(ground.dataset)[name]
    if one.indicator:
        return parquet(values_of(BY_KEY[one.indicator]), ground)
    if one.table:
        return _of_table(ground, BY_NAME[one.table], name)
    key, lang, suffix = name.rsplit(".", 2)
    return _written(
        ground, site, stat_tables(ground.dataset)[key], "en" if lang == "en" else "sv", suffix
    )


def _of_table(ground: Ground, table: Table, name: str) -> bytes:
    if name.endswith(".parquet"):
        return parquet(table, ground)
    plain = table.csv(ground)
    # Without the moment, so that the same content is the same file.
    return gzip.compress(plain, 6, mtime=0) if name.endswith(".gz") else plain


def _written(ground: Ground, site: str, table: StatTable, lang: Lang, suffix: str) -> bytes:
    dataset = ground.dataset
    how = Written(dataset, lang, Links(site, dataset.release))
    cells = _every_cell(dataset, table)
    if suffix == "px":
        return px_file.write(cells, how)
    return json_stat.dataset_of(cells, dataset, lang, how.links)


def _every_cell(dataset: Dataset, table: StatTable) -> Cells:
    every = Wanted(tuple(VariableSelection(one.code, ("*",)) for one in table.variables))
    return cells_of(dataset, table, select(table, every))
