"""The kept parts of a run as tables."""

from collections.abc import Mapping
from typing import Any

from benchmarks.beside import days, phones, server
from benchmarks.beside.demands import demands

Rows = list[dict[str, Any]]
Kept = Mapping[str, Mapping[str, Any]]


def tables(kept: Kept) -> dict[str, Rows]:
    """Rows by table: the parts, the demands, and what each part measured."""
    found = {part: one["found"] for part, one in kept.items()}
    rivals = found.get("rivals", {}).get("tables", {})
    return {
        "parts": [_part(name, one) for name, one in kept.items()],
        "asked": [one.row() for one in demands(kept)],
        "phones": list(phones.rows(found["phones"]["visits"])) if "phones" in found else [],
        "server": list(server.rows(found["server"])) if "server" in found else [],
        "days": list(days.table(found["days"])) if "days" in found else [],
        **{name: rivals.get(name, []) for name in ("demands", "pages", "growth")},
    }


def _part(name: str, one: Mapping[str, Any]) -> dict[str, Any]:
    found = one["found"]
    failed = {**found.get("given_up", {}), **found.get("failed", {})}
    return {
        "part": name,
        "began": one["at"],
        "minutes": one["minutes"],
        "load before": one["load"],
        "did not answer": ", ".join(f"{key}: {value}" for key, value in failed.items()) or "none",
    }
