"""`vardplats quality`: what the rules, the detector and the grades say of the release."""

from dashboard.checks.rules import RULES
from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.indicators.registry import BY_KEY
from dashboard.quality.rows import grade_rows, question_rows, rule_rows, source_rows
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.values.rows import Row
from dashboard.view.view import default_view

WHAT = {
    "rules": rule_rows,
    "questions": question_rows,
    "grades": grade_rows,
    "sources": source_rows,
}


def print_quality(what: str, indicator: str, region: str, severity: str, fmt: Format) -> None:
    """Print the rules that fired, the questions, the grades or the sources that disagree.

    Raises:
        Refused: there is no release, or the query names what does not exist.
    """
    if what == "book":
        _print_book(fmt)
        return
    _check(what, indicator, region, severity)
    dataset = given.dataset(given.settings())
    view = default_view(dataset, indicator=indicator)
    rows = [row for row in WHAT[what](dataset, view) if _wanted(row, indicator, region, severity)]
    if not rows:
        raise Refused(f"The release has no {what} of what was asked for.")
    printing.print_numbers(_short(rows, fmt), fmt)


def _check(what: str, indicator: str, region: str, severity: str) -> None:
    known = {
        "WHAT": (what, [*WHAT, "book"]),
        "--indicator": (indicator, ["", *BY_KEY]),
        "--region": (region, ALL_CODES),
        "--severity": (severity, ["", "error", "warning", "info"]),
    }
    for name, (value, choices) in known.items():
        if value not in choices:
            listed = ", ".join(choice for choice in choices if choice)
            raise Refused(f"{name} {value[:40]!r} does not exist; there is {listed}.")


def _wanted(row: Row, indicator: str, region: str, severity: str) -> bool:
    return (
        indicator in ("", row.get("indicator", indicator))
        and (region == SWEDEN or row.get("region") in (region, "all"))
        and severity in ("", row.get("severity", severity))
    )


def _short(rows: list[Row], fmt: Format) -> list[Row]:
    """A table leaves out what is the same for all rows, and what only programs want."""
    if fmt != "table":
        return rows
    dull = ("release", "stream", "numerator", "denominator", "coverage", "source", "unit")
    return [{key: value for key, value in row.items() if key not in dull} for row in rows]


def _print_book(fmt: Format) -> None:
    rows = [
        {"rule": rule.id, "severity": rule.severity, "dot": rule.dot, "name": rule.name.en,
         "fires_when": rule.text.en}
        for rule in RULES
    ]  # fmt: skip
    printing.print_rows(rows, fmt)
