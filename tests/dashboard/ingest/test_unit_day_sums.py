"""Parquet files are summed in one reading, with the sums and refusals of an engine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import category

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.ingest import engines, unit_day_parquet, unit_day_sums
from dashboard.ingest.engines import of_files
from dashboard.ingest.grouping import Grouped
from dashboard.ingest.unit_day_parquet import Unfit, Words
from dashboard.ingest.unit_day_sums import months_of
from dashboard.ingest.unit_days import _one_name, region_months
from tests.unit_days_made import in_loops, unit_days

Change = Callable[[pd.DataFrame], pd.DataFrame]


def by_engine(days: pd.DataFrame) -> list[dict[str, Any]]:
    engine = ibis.duckdb.connect()
    try:
        reports = ibis.memtable(pa.Table.from_pandas(days, preserve_index=False))
        return list(engine.to_pyarrow(region_months(reports)).to_pylist())
    finally:
        engine.disconnect()


def faulty(seed: int) -> pd.DataFrame:
    """Reports with days twice, counts below zero, and names spelled and missing as they may be."""
    days, rng = unit_days(seed), np.random.default_rng(seed)
    days = pd.concat([days, days.sample(40, random_state=seed)], ignore_index=True)
    days.loc[rng.random(len(days)) < 0.01, "beds"] *= -1
    spelled = np.array(["Ward {}", " ward  {}", "WARD\t{} ", "Åward {}", "åWARD {}"])
    days["unit"] = [
        spelling.format(unit)
        for spelling, unit in zip(rng.choice(spelled, len(days)), days["unit"], strict=True)
    ]
    for name in ("unit", "hospital", "care", "stream"):
        days[name] = days[name].astype(object).where(rng.random(len(days)) > 0.01, None)
    return days


def in_groups(path: Path, days: pd.DataFrame, rows: int) -> Path:
    pq.write_table(pa.Table.from_pandas(days, preserve_index=False), path, row_group_size=rows)
    return path


@pytest.fixture(params=[(1 << 17, 50_000), (64, 100)], ids=["as it is", "in small parts"])
def _parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_day_parquet, "_ROWS", request.param[0])
    monkeypatch.setattr(unit_day_sums, "_TOGETHER", request.param[1])


@pytest.mark.usefixtures("_parts")
@pytest.mark.parametrize("by", [["date"], ["unit", "date"], None])
def test_one_reading_gives_what_an_engine_does(tmp_path: Path, by: list[str] | None) -> None:
    days = faulty(6)
    days = days.sort_values(by) if by else days.sample(frac=1, random_state=6)
    halves = [
        in_groups(tmp_path / f"{at}.parquet", days.iloc[at::2], rows)
        for at, rows in ((0, 50), (1, 300))
    ]
    found = months_of(halves).to_pylist()
    assert found == by_engine(days)
    assert sum(row["doubled"] for row in found) > 0
    assert sum(row["negative"] for row in found) > 0


def test_each_row_is_read_once_and_no_engine_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = unit_days(7).sort_values("date")
    path = in_groups(tmp_path / "days.parquet", days, 100)
    read: list[int] = []
    summed = unit_day_sums._units

    def counted(batch: unit_day_parquet.Batch) -> Grouped:
        read.append(len(batch.days))
        return summed(batch)

    monkeypatch.setattr(unit_day_sums, "_units", counted)
    monkeypatch.setattr(engines, "_connected", lambda _: pytest.fail("an engine was asked"))
    assert of_files([path]).to_pylist() == in_loops(days)
    assert sum(read) == len(days)


def test_of_rows_in_the_order_of_days_only_unfinished_months_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = unit_days(8)
    months = days.assign(month=[f"{day:%Y-%m}" for day in days["date"]])
    keys = ["region", "hospital", "unit", "care", "stream"]
    most = int(months.groupby("month")[keys].apply(lambda one: len(one.drop_duplicates())).max())
    monkeypatch.setattr(unit_day_sums, "_TOGETHER", 1)
    monkeypatch.setattr(unit_day_sums, "_MOST", 2 * most)
    ordered = in_groups(tmp_path / "a.parquet", days.sort_values("date"), 50)
    assert months_of([ordered]).to_pylist() == in_loops(days)
    mixed = in_groups(tmp_path / "b.parquet", days.sort_values("unit"), 50)
    with pytest.raises(Unfit, match="order of days"):
        months_of([mixed])
    # Then an engine does it, whose memory is bounded.
    assert of_files([mixed]).to_pylist() == in_loops(days)


def test_the_memory_of_the_engine_is_bounded() -> None:
    engine = engines._connected(engines.EMBEDDED)
    try:
        said = engine.raw_sql("SELECT current_setting('memory_limit'), current_setting('threads')")
        assert said.fetchone() == ("244.1 MiB", engines.THREADS)
    finally:
        engine.disconnect()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda days: days.assign(date=pd.to_datetime(days["date"])), "of another kind"),
        (lambda days: days.assign(date=days["date"].astype(str)), "of another kind"),
        (lambda days: days.assign(unit=days["unit"].astype(int)), "of another kind"),
        (lambda days: days.drop(columns="stream"), "not one column"),
        (lambda days: days.assign(date=[None, *days["date"][1:]]), "no date"),
        (lambda days: days.iloc[:0].astype({"beds": float}), "another kind|no rows"),
    ],
)
def test_files_of_another_form_are_left_to_an_engine(
    tmp_path: Path, change: Change, why: str
) -> None:
    path = in_groups(tmp_path / "days.parquet", change(unit_days(9)), 1000)
    with pytest.raises(Unfit, match=why):
        months_of([path])


def test_dates_with_a_clock_and_units_in_numbers_give_the_same(tmp_path: Path) -> None:
    days = unit_days(9)
    changed = days.assign(date=pd.to_datetime(days["date"]), unit=days["unit"].astype(int))
    assert of_files([in_groups(tmp_path / "a.parquet", changed, 1000)]).to_pylist() == in_loops(
        days
    )
    whole = days.dropna().astype(dict.fromkeys(("beds", "patients", "outplaced"), "int32"))
    assert months_of([in_groups(tmp_path / "b.parquet", whole, 1000)]).to_pylist() == in_loops(
        whole
    )


def test_a_folder_that_may_be_a_column_and_files_that_differ_are_left_to_an_engine(
    tmp_path: Path,
) -> None:
    days = unit_days(10)
    (tmp_path / "region=14").mkdir()
    inside = in_groups(tmp_path / "region=14" / "days.parquet", days, 1000)
    plain = in_groups(tmp_path / "days.parquet", days, 1000)
    other = in_groups(tmp_path / "other.parquet", days.assign(more=1), 1000)
    for files in ([inside], [plain, other]):
        with pytest.raises(Unfit):
            months_of(files)


def test_a_file_that_says_a_later_first_day_than_it_has_is_left_to_an_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = in_groups(tmp_path / "days.parquet", unit_days(11), 1000)
    there = unit_day_parquet.pieces([path])
    late = [unit_day_parquet.Piece(one.file, one.about, one.group, one.first + 40) for one in there]
    monkeypatch.setattr(unit_day_sums, "pieces", lambda _: late)
    with pytest.raises(Unfit, match="before the first"):
        months_of([path])


def test_names_are_made_one_as_an_engine_makes_them() -> None:
    # Letters that Unicode has for less than five years are small in one of them only.
    signs = [chr(code) for code in range(1, 0x20000) if category(chr(code)) not in ("Cn", "Cs")]
    names = [f"{sign}A{sign}  {sign}b\t{sign}" for sign in signs]
    engine = ibis.duckdb.connect()
    try:
        table = ibis.memtable(pa.table({"name": names}))
        made = engine.to_pyarrow(table.select("name", one=_one_name(table.name)))
    finally:
        engine.disconnect()
    words = Words("unit")
    codes = words.codes(made["name"].combine_chunks())[:-1]
    texts = words.texts()
    assert [texts[code] for code in codes] == made["one"].to_pylist()
    assert len(texts) < len(names)
