"""`vardplats bed-days`: bed-days by age from a file, kept for the next release."""

from collections import defaultdict
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.files import Table, table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.imports.bed_days_by_age import first_age, kept_rows, problem_with
from dashboard.imports.fetched import NotFetched, keep
from dashboard.reference.regions import name_of
from dashboard.reference.tables import BED_DAYS_BY_AGE
from dashboard.releases.audit_trail import record
from dashboard.releases.repository import Busy
from dashboard.spreadsheets.faults import Wrong
from dashboard.spreadsheets.region_names import region

_MOST = 10_000_000


def load_bed_days(path: Path, year: int, source: str, fmt: Format) -> None:
    """Check and keep the bed-days of a year by region (or Sweden) and age.

    Raises:
        Refused: the file cannot be used, with the row; nothing has changed then.
    """
    if not 3 <= len(source.strip()) <= 200:
        raise Refused("--source must say in 3 to 200 characters where they are published.")
    figures = _figures(table_of(path, ["region", "age", "bed_days"]))
    home = given.settings().home
    try:
        found = keep(home, BED_DAYS_BY_AGE, kept_rows(figures, year, source.strip(), path.name))
        record(home, "fetch", BED_DAYS_BY_AGE, "done", detail=found.folder.name)
    except (NotFetched, Busy) as error:
        raise Refused(f"{error}.") from error
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}. Nothing has changed.") from error
    summary = {"source": source.strip(), "year": year, "rows": len(found.rows),
               "kept": "now" if found.new else "before", "folder": str(found.folder)}  # fmt: skip
    printing.print_rows([summary], fmt, title="Loaded")


def _figures(table: Table) -> list[tuple[str, int, float]]:
    found: list[tuple[str, int, float]] = []
    ages: dict[str, list[int]] = defaultdict(list)
    for line in table.lines:
        age = first_age(line.words("age"))
        try:
            code = region(line.cells.get("region"))
        except Wrong as wrong:
            raise table.refused(line, "region", wrong.message.en.rstrip(".")) from wrong
        if age is None:
            raise table.refused(
                line, "age", f"{line.words('age')[:40]!r} is no ages, as 0-4 or 85+"
            )
        days = table.count(line, "bed_days")
        if not 0 <= days <= _MOST:
            raise table.refused(line, "bed_days", f"{days:g} is no number of bed-days")
        ages[code].append(age)
        found.append((code, age, days))
    for code, each in ages.items():
        if problem := problem_with(each):
            raise Refused(f"{table.path}, {name_of(code).en}: {problem}.")
        if not sum(days for of, _, days in found if of == code):
            raise Refused(f"{table.path}, {name_of(code).en}: there are no bed-days.")
    return found
