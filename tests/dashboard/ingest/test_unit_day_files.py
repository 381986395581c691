"""Reports of unit-days in files of other signs, words and dates add up to the same month."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.ingest.engines import of_files

HEAD = "region,hospital,unit,date,care,stream,beds,patients,overcrowded,outplaced"
SWEDISH = ("Län;Sjukhus;Avdelning;Datum;Vård;Vårdform;Disponibla vårdplatser;Inskrivna patienter;"
           "Överbelagda patienter;Utlokaliserade patienter")  # fmt: skip
Row = Callable[[int], str]


def row(date: str, rest: str = "somatic,acute,20,17,5,2") -> str:
    return f"13,Hälsö,A,{date},{rest}"


def midnight_in_utc(day: int) -> str:
    return row("2025-01-31T23:00:00Z" if day == 1 else f"2025-02-{day - 1:02}T23:00:00Z")


def of(folder: Path, head: str, made: Row, encoding: str = "utf-8") -> list[dict[str, Any]]:
    lines = [head, *(made(day) for day in range(1, 29))]
    (folder / "days.csv").write_text("\n".join(lines), encoding=encoding)
    found: list[dict[str, Any]] = of_files([folder / "days.csv"]).to_pylist()
    return found


@pytest.mark.parametrize(
    ("head", "made", "encoding", "beds"),
    [
        (HEAD, lambda d: row(f"2025-02-{d:02}"), "utf-8", 20),
        (HEAD, midnight_in_utc, "utf-8", 20),
        (HEAD, lambda d: row(f"2025-02-{d:02}T00:00:00+01:00"), "utf-8", 20),
        (HEAD, lambda d: row(f"202502{d:02}"), "utf-8", 20),
        (HEAD.title(), lambda d: row(f"2025-02-{d:02}"), "cp1252", 20),
        (SWEDISH, lambda d: f"Halland;H;A;2025-02-{d:02};Somatisk vård;Akut;20,5;17;5;2", "utf-8",
         20.5),
        (SWEDISH, lambda d: f"13;H;A;2025-02-{d:02};Somatisk vård;Akut;1 020;17;5;2", "cp1252",
         1020),
    ],
)  # fmt: skip
def test_every_way_of_writing_gives_the_same_month(
    tmp_path: Path, head: str, made: Row, encoding: str, beds: float
) -> None:
    found = of(tmp_path, head, made, encoding)
    told = [(one["region"], one["month"], one["stream"], one["reports"]) for one in found]
    assert told == [("13", "2025-02", "acute", 28), ("13", "2025-02", "all", 28)]
    assert found[0]["bed_days"] == pytest.approx(28 * beds)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda d: row(f"{d:02}/02/2025"), "row 2, column date: ”01/02/2025” can be"),
        (lambda d: row(f"2025-02-{d:02}", 'somatic,acute,"1,020",17,5,2'),
         "row 2, column beds: ”1,020” can be read as 1.02 and as 1020"),
        (lambda d: row(f"2025-02-{d:02}", "somatic,acute,<5,17,5,2"), "row 2, column beds: ”<5”"),
        (lambda d: row(f"2025-02-{d:02}", "dental,acute,20,17,5,2"), "care 'dental' is not one of"),
    ],
)  # fmt: skip
def test_what_can_be_two_things_is_refused_by_row_and_column(
    tmp_path: Path, made: Row, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        of(tmp_path, HEAD, made)
