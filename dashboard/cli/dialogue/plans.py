"""`vardplats plan`: production plans of regions by month, read from a table and kept."""

import csv
import io
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.dialogue.plan_table import plans_in
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.dialogue.logs import plans_log
from dashboard.dialogue.plan_log import keep, plans_of
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import months_between
from dashboard.reference.regions import CODES, name_of
from dashboard.settings import Settings
from dashboard.storage.durable_files import replace_file
from dashboard.targets.plans import Plan, Plans

_HEADS = (
    Text("region", "region"), Text("månad", "month"), Text("planerade platser", "planned beds"),
    Text("mål beläggning", "target occupancy"),
)  # fmt: skip


def print_plans(region: str, fmt: Format) -> None:
    """Print the plans that hold, with when each was handed in and what it took the place of.

    Raises:
        Refused: there is no such region, or the plans cannot be read.
    """
    if region not in ("all", *CODES):
        raise Refused(f"There is no region {region[:40]!r}. There is {', '.join(CODES)}, or all.")
    found = _known(given.settings())
    codes = CODES if region == "all" else (region,)
    rows = [_row(plan) for code in codes for plan in found.of_region(code).values()]
    printing.print_known(rows, fmt, _COLUMNS, "Plans: 0")


def load_plans(path: Path, fmt: Format, *, by: str) -> None:
    """Read a table of plans, keep all its rows, and print what holds now.

    Raises:
        Refused: a cell cannot be read, every fault named by row and column; nothing is kept then.
    """
    of = given.settings()
    rows = plans_in(path)
    try:
        keep(plans_log(of), rows, path.name, by=by)
    except OSError as error:
        raise Refused(f"{plans_log(of)} cannot be written: {error.strerror or error}.") from error
    found = _known(of)
    printing.print_rows([_row(found.of_region(one.region)[one.month]) for one in rows], fmt)


def write_template(to: Path, lang: Lang) -> None:
    """Write a table to fill in: a row for each region and month of the next year.

    Raises:
        Refused: it cannot be written.
    """
    from dashboard.cli.dialogue.agreements import today

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow([head.in_(lang) for head in _HEADS])
    year = int(today()[:4]) + 1
    for code in CODES:
        for one in months_between(f"{year}-01", f"{year}-12"):
            writer.writerow([name_of(code).in_(lang), one, "", ""])
    try:
        replace_file(to, out.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise Refused(f"{to} cannot be written: {error.strerror or error}.") from error
    print(to)


def _known(of: Settings) -> Plans:
    try:
        found = plans_of(plans_log(of))
    except OSError as error:
        raise Refused(f"{plans_log(of)} cannot be read: {error.strerror or error}.") from error
    if found.fault:
        raise Refused(f"The plans are not as they were written. {found.fault}")
    return found


_COLUMNS = (
    "region", "region_name", "month", "planned_beds", "target_occupancy", "handed_in", "by",
    "changed_afterwards", "first_planned_beds", "first_target_occupancy",
)  # fmt: skip


def _row(plan: Plan) -> dict[str, str | float | None]:
    planned = plan.planned
    first = plan.before[0][1] if plan.before else planned
    return {
        "region": planned.region, "region_name": name_of(planned.region).en,
        "month": planned.month, "planned_beds": planned.beds,
        "target_occupancy": planned.occupancy, "handed_in": plan.at, "by": plan.by,
        "changed_afterwards": "yes" if plan.changed_after else "no",
        "first_planned_beds": first.beds, "first_target_occupancy": first.occupancy,
    }  # fmt: skip
