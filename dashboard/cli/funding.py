"""`vardplats funding`: the grant of 2024 from a file of rates, and the base by population."""

from pathlib import Path

from dashboard.cli import printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.funding.payout import POPULATIONS, Payout, base_amounts, payout
from dashboard.funding.rates import Rates, RatesError, parse_rates
from dashboard.funding.rows import payout_row
from dashboard.funding.rules import RULES_2024, Rules
from dashboard.reference.regions import name_of

_MOST_BYTES = 1_000_000


def print_base(fmt: Format) -> None:
    """Print the base money of each region, 750 million kronor by population."""
    rows = [
        {"region": code, "name": name_of(code).sv, "population": POPULATIONS[code], "base": amount}
        for code, amount in base_amounts().items()
    ]
    printing.print_rows(rows, fmt)


def print_payout(path: Path, rules: Rules, fmt: Format) -> None:
    """Print what each region gets, and how every cell qualified.

    Raises:
        Refused: the file cannot be used.
    """
    found = payout(_rates(path, rules), rules)
    regions, cells = _regions(found), _cells(found)
    if fmt == "json":
        answer = {"regions": regions, "cells": cells, "bonus_pot": float(found.bonus_pot)}
        # Said only where it happens: somebody has then earned nothing to share the pot by.
        left = {"undistributed": found.undistributed} if found.undistributed else {}
        printing.print_json({**answer, **left})
    elif fmt == "csv":
        printing.print_csv(cells)
    else:
        printing.print_rows(regions, fmt, title=f"Bonus pot: {float(found.bonus_pot):,.2f} kronor")


def chosen_rules(bonus: str, ties: str, decimals: int | None) -> Rules:
    """The rules of 2024 with the readings asked for.

    Raises:
        Refused: a reading there is not.
    """
    if decimals is not None and not 0 <= decimals <= 12:
        raise Refused(f"--decimals takes 0 to 12, not {decimals}.")
    return Rules(
        months=RULES_2024.months,
        over_pot=RULES_2024.over_pot,
        out_pot=RULES_2024.out_pot,
        threshold=RULES_2024.threshold,
        top=RULES_2024.top,
        ties="strict" if ties == "strict" else "inclusive",
        bonus="per-requirement" if bonus == "per-requirement" else "pooled",
        decimals=decimals,
    )


def _rates(path: Path, rules: Rules) -> Rates:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(content) > _MOST_BYTES:
        raise Refused(f"{path} is larger than a megabyte; 189 rows are wanted.")
    try:
        return parse_rates(content, rules.months)
    except RatesError as error:
        raise Refused(f"{path}: {error.text.en}") from error


def _regions(payout: Payout) -> list[dict[str, object]]:
    return [
        {"region": one.region, "name": name_of(one.region).sv, **payout_row(one)}
        for one in payout.regions
    ]


def _cells(payout: Payout) -> list[dict[str, object]]:
    return [
        {
            "region": cell.region,
            "month": cell.month,
            "requirement": cell.requirement,
            "qualified_by": cell.qualified_by,
            "earned": float(cell.earned),
        }
        for cell in payout.cells
    ]
