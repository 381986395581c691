"""What regions have loaded of their own preparedness: kept apart, and shown to who may see it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from dashboard.access.identity import Identity
from dashboard.frozen import frozen
from dashboard.releases.audit_log import user
from dashboard.releases.database.choice import log_of
from dashboard.settings import Settings
from dashboard.storage.chained_lines import ChainedLog, FileLog, Line

# In a folder of its own, that the service alone reads.
LOG = "preparedness/said.jsonl"
# Beds closed for lack of staff, places that can be turned into beds, and registered nurses in
# full-time equivalents, each with the most that can be: as the controls of a scenario have them.
MOST: Final[Mapping[str, float]] = MappingProxyType(
    {"closed": 5000, "convert": 9000, "employed": 99_000}
)
# Figures by the keys of `MOST`, by the code of their region.
Rows = Mapping[str, Mapping[str, float]]
Act = Literal["loaded", "released", "taken_back"]
# How far beyond the region itself: Socialstyrelsen as well, and the ministry what is released.
Widest = Literal["region", "authority", "ministry"]
_FIELDS = ("number", "at", "by", "action", "rows")


@frozen
class Loaded:
    """The figures of a region, by the keys of `MOST`, that it told; by whom and when."""

    region: str
    figures: Mapping[str, float]
    by: str
    at: str
    released: bool = False

    @property
    def hash(self) -> str:
        """What tells these figures from others."""
        said = json.dumps([self.region, sorted(self.figures.items())])
        return hashlib.sha256(said.encode()).hexdigest()


def preparedness_log(settings: Settings) -> ChainedLog:
    """The record, as the settings say: in the home folder, or in the database there is.

    Raises:
        ValueError: the address of the database is none.
    """
    return log_of(settings, LOG)


def preparedness_of(place: Path | ChainedLog) -> tuple[Loaded, ...]:
    """What holds now of each region that has loaded anything, in the order of their codes.

    Raises:
        OSError: the record cannot be read, or was changed.
    """
    log = _log(place)
    chain = log.read(_is_line)
    if chain.fault:
        raise OSError(5, f"the record of preparedness was changed: {chain.fault}", str(log))
    found: dict[str, Loaded] = {}
    for line in chain.lines:
        _follow(found, line)
    return tuple(found[code] for code in sorted(found))


def preparedness_seen(
    known: Callable[[], Iterable[Loaded]], who: Identity, widest: Widest
) -> tuple[Loaded, ...]:
    """What this one may see of it, as the tiers and the setting have it.

    `known` gives what holds of all, and is not asked for whoever may see none.
    """
    if not who.may("preparedness") or not _is_within(who, widest):
        return ()
    of = (one for one in known() if who.may("preparedness", "read", one.region))
    return tuple(one for one in of if one.released or who.tier != "ministry")


def load(place: Path | ChainedLog, rows: Rows, *, by: str = "") -> None:
    """Keep the figures of some regions, all or none; they take the place of what each had.

    Raises:
        OSError: it cannot be written; the record is as it was.
    """
    _add(place, "loaded", rows, by)


def say(place: Path | ChainedLog, act: Act, region: str, *, by: str = "") -> None:
    """Write down that a region releases what it has loaded, or takes it back.

    Raises:
        KeyError: it has nothing loaded.
        OSError: it cannot be written; the record is as it was.
    """
    if region not in {one.region for one in preparedness_of(place)}:
        raise KeyError(region)
    _add(place, act, {region: {}}, by)


def _is_within(who: Identity, widest: Widest) -> bool:
    order: tuple[str, ...] = ("region", "authority", "ministry")
    return who.tier in order[: order.index(widest) + 1]


def _follow(found: dict[str, Loaded], line: Mapping[str, Any]) -> None:
    for region, figures in line["rows"].items():
        match line["action"]:
            case "taken_back":
                found.pop(region, None)
            case "released" if region in found:
                found[region] = replace(found[region], released=True)
            case "loaded":
                found[region] = Loaded(region, figures, line["by"], line["at"])


def _log(place: Path | ChainedLog) -> ChainedLog:
    return FileLog(place / LOG) if isinstance(place, Path) else place


def _add(place: Path | ChainedLog, act: Act, rows: Rows, by: str) -> None:
    said = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "by": by or user(), "action": act,
        "rows": rows,
    }  # fmt: skip
    log = _log(place)
    if isinstance(log, FileLog):
        log.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    log.add(lambda _: said, _is_line)


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)
