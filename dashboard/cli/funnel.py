"""`vardplats funnel`: which groups in a file lie beyond chance and their ordinary differences."""

from dataclasses import asdict
from pathlib import Path

from dashboard.cli import printing
from dashboard.cli.files import table_of
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.spreadsheets.care_words import TOTALS
from dashboard.spreadsheets.cells import folded
from dashboard.statistics import funnel


def print_funnel(path: Path, fmt: Format) -> None:
    """Print the z-scores and verdicts of the groups; target and y in radians.

    Raises:
        Refused: the file cannot be used, or has fewer than 8 groups.
    """
    groups, numerators, denominators = _columns(path)
    found = funnel.funnel(groups, numerators, denominators)
    if found is None:
        fewest = funnel.FEWEST_GROUPS
        raise Refused(f"{path} has {len(groups)} groups; a funnel needs {fewest} or more.")
    rows = [asdict(row) | {"verdict": row.verdict} for row in found.rows]
    facts = {"phi": found.phi, "tau2": found.tau2, "target": found.target}
    if fmt == "json":
        printing.print_json({**facts, "rows": rows})
        return
    printing.print_numbers(rows, fmt)
    if fmt == "table":
        printing.print_numbers([facts], fmt)


def _columns(path: Path) -> tuple[list[str], list[float], list[float]]:
    table = table_of(path, ["group", "numerator", "denominator"])
    groups: list[str] = []
    numerators: list[float] = []
    denominators: list[float] = []
    for line in table.lines:
        group = line.words("group")
        if folded(group) in map(folded, groups):
            raise table.refused(line, "group", f"{group[:40]!r} stands twice")
        if folded(group) in TOTALS:
            raise table.refused(line, "group", f"{group[:40]!r} adds up others. Remove the row")
        groups.append(group)
        numerators.append(table.count(line, "numerator"))
        denominators.append(table.count(line, "denominator"))
        if problem := funnel.impossible(numerators[-1], denominators[-1]):
            raise table.refused(line, problem.split()[1], problem)
    return groups, numerators, denominators
