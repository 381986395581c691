"""`vardplats fetch`: figures from Kolada and SCB, whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.imports import kolada, population, projections
from dashboard.imports.fetched import NotFetched, Row, keep
from dashboard.ingest import embedded
from dashboard.reference.regions import name_of
from dashboard.releases.audit_trail import record
from dashboard.releases.repository import Busy

What = Literal["kolada", "scb-population", "scb-projections"]
FETCHES: dict[What, Callable[[], tuple[Row, ...]]] = {
    "kolada": lambda: kolada.fetch_kolada(embedded.figures(), base_url=kolada.BASE_URL),
    "scb-population": lambda: population.fetch_population(base_url=population.BASE_URL),
    "scb-projections": lambda: projections.fetch_projections(base_url=projections.BASE_URL),
}
_MOST_LINES = 40
_KEY = ("source_id", "indicator", "care_area", "region_code", "period_start")


def print_fetch(what: What, fmt: Format) -> None:
    """Fetch, keep, and print how the figures differ from those embedded.

    Raises:
        Refused: the service did not answer with everything, or nothing can be written.
    """
    home = given.settings().home
    try:
        found = keep(home, what, FETCHES[what]())
        record(home, "fetch", what, "done", detail=found.folder.name)
    except (NotFetched, Busy) as error:
        raise Refused(f"{error}.") from error
    except OSError as error:
        raise Refused(f"{home}: {error.strerror or error}. Nothing has changed.") from error
    # Nothing of a projection is embedded to hold it against.
    changed = [] if what == "scb-projections" else differences(found.rows)
    summary: dict[str, Any] = {
        "source": what,
        "rows": len(found.rows),
        "changed": sum(None not in (one["embedded"], one["fetched"]) for one in changed),
        "added": sum(one["embedded"] is None for one in changed),
        "gone": sum(one["fetched"] is None for one in changed),
        "kept": "now" if found.new else "before",
        "folder": str(found.folder),
    }
    if fmt == "json":
        printing.print_json({**summary, "differences": changed})
        return
    printing.print_rows([summary], fmt, title="Fetched")
    if fmt == "table" and changed:
        title = f"Unlike the embedded figures, the first of {len(changed)}"
        printing.print_rows(changed[:_MOST_LINES], fmt, title=title)


def differences(rows: Sequence[Row]) -> list[dict[str, str | float | None]]:
    """The figures that are new, other than the embedded ones (to their decimals), or gone."""
    sources = {row["source_id"] for row in rows}
    before_by_key = {
        tuple(row[key] for key in _KEY): row
        for row in embedded.figures()
        if not row["hospital"] and row["source_id"] in sources
    }
    found = []
    for row in rows:
        before = before_by_key.pop(tuple(row[key] for key in _KEY), None)
        if before is None or not _same(before["value"], row["value"]):
            found.append(_difference(row, before, row))
    return found + [_difference(row, row, None) for row in before_by_key.values()]


def _same(embedded: str, fetched: str) -> bool:
    decimals = len(embedded.partition(".")[2])
    return round(float(fetched), decimals) == round(float(embedded), decimals)


def _difference(
    row: Mapping[str, str], before: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> dict[str, str | float | None]:
    whole_year = row["period_start"] != row["period_end"]
    return {
        "source": row["source_id"],
        "region": name_of(row["region_code"]).en,
        "period": row["period_end"][:4] if whole_year else row["period_end"],
        "embedded": float(before["value"]) if before else None,
        "fetched": float(after["value"]) if after else None,
    }
