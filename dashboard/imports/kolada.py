"""Kolada's annual figures of the regions, fetched whole or not at all."""

import logging
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Any

from dashboard.frozen import frozen
from dashboard.imports.fetched import NotFetched, Row, now, within
from dashboard.reference.regions import ALL_CODES, name_of

# A published figure as it is embedded, in the columns of `data/published_figures.csv`.
Known = Mapping[str, str]
BASE_URL = "https://api.kolada.se/v3/"
SECONDS = 180
FIRST_YEAR = 2016
_NOT_WHOLE = "Kolada's answer on {} cannot be right: {}. Nothing has changed; try again later"
# Of a hundred no more than a hundred; some percentages of waiting have been above.
_MOST = {"per 100 disponibla vårdplatser": 100.0, "procent": 300.0}
# No figure is ten times the highest known, and half of them are not three times what they were.
_TIMES, _TIMES_ALL = 10, 3


@frozen
class Series:
    """A KPI and the series of `data/published_figures.csv` that it is."""

    kpi: str
    source: str
    indicator: str
    care: str
    unit: str


def series(figures: Iterable[Known]) -> tuple[Series, ...]:
    """Every series that published figures have from Kolada, in their order."""
    found = {
        row["source_id"]: Series(
            row["source_id"].removeprefix("kolada-").upper(), row["source_id"], row["indicator"],
            row["care_area"], row["unit"],
        )
        for row in figures
        if row["source_id"].startswith("kolada-")
    }  # fmt: skip
    return tuple(found.values())


def fetch_kolada(
    figures: Sequence[Known], *, base_url: str = BASE_URL, a_second: float = 5
) -> tuple[Row, ...]:
    """The series that `figures` have from Kolada, for all regions and the country since 2016.

    One KPI at a time. The library leaves out what it fails to fetch in batches, without a word;
    so each KPI is asked for by itself, few enough at once that there are no batches, and the
    answer is counted (docs/methods.md 10.4).

    Raises:
        NotFetched: the service did not answer, or a region is missing from an answer.
    """
    return within(SECONDS, "Kolada", lambda: tuple(_rows(figures, base_url, a_second)))


def _rows(figures: Sequence[Known], base_url: str, a_second: float) -> Iterator[Row]:
    # The library writes of its requests as errors of its own before it raises them.
    logging.getLogger("koladapy").setLevel(logging.CRITICAL)
    from koladapy import KoladaAPI

    api = KoladaAPI(base_url=base_url, max_requests_per_second=a_second)
    years = list(range(FIRST_YEAR, date.today().year + 1))
    regions = [f"00{code}" for code in ALL_CODES]
    for one in series(figures):
        answer = api.get_values(kpi_id=one.kpi, municipality_id=regions, years=years)
        _check(one, answer)
        _check_years(one, answer, figures)
        rows = tuple(_figures(one, answer, base_url))
        _check_figures(one, rows, figures)
        yield from rows


def _check(series: Series, answer: list[dict[str, Any]]) -> None:
    others = {str(item.get("kpi")) for item in answer} - {series.kpi}
    if others:
        raise NotFetched(f"Kolada answered {', '.join(others)} when asked for {series.kpi}")
    told = {str(item.get("municipality"))[2:] for item in answer}
    gone = [code for code in ALL_CODES if code not in told]
    if gone:
        names = ", ".join(name_of(code).en for code in gone)
        raise NotFetched(
            f"Kolada's answer on {series.kpi} is not whole: {names} missing. Nothing has changed; "
            "try again"
        )


def _check_years(series: Series, answer: list[dict[str, Any]], figures: Sequence[Known]) -> None:
    """A figure that was published is in the answer, if only as one withdrawn since."""
    told = {(str(item["municipality"])[2:], str(item["period"])) for item in answer}
    gone = [
        f"{name_of(row['region_code']).en} {row['period_start'][:4]}" for row in figures
        if row["source_id"] == series.source and not row["hospital"]
        and (row["region_code"], row["period_start"][:4]) not in told
    ]  # fmt: skip
    if gone:
        more = f" and {len(gone) - 3} more" if len(gone) > 3 else ""
        raise NotFetched(_NOT_WHOLE.format(series.kpi, f"{', '.join(gone[:3])}{more} missing"))


def _check_figures(series: Series, rows: Sequence[Row], figures: Sequence[Known]) -> None:
    """The gates of an import: nothing impossible, nothing twice, no year lacking for everybody."""
    keys = Counter((row["region_code"], row["period_start"]) for row in rows)
    twice = [key for key, count in keys.items() if count > 1]
    if twice:
        code, start = twice[0]
        raise NotFetched(
            _NOT_WHOLE.format(series.kpi, f"{name_of(code).en} {start[:4]} stands twice")
        )
    embedded = {
        (row["region_code"], row["period_start"]): float(row["value"])
        for row in figures
        if row["source_id"] == series.source and not row["hospital"]
    }
    most = min(_MOST.get(series.unit, math.inf), _TIMES * max(embedded.values(), default=math.inf))
    ratios = [float(row["value"]) / embedded[key] for row in rows
              if embedded.get(key := (row["region_code"], row["period_start"]))]  # fmt: skip
    if ratios and not 1 / _TIMES_ALL < median(ratios) < _TIMES_ALL:
        changed = f"its figures are {median(ratios):.3g} times those known"
        raise NotFetched(_NOT_WHOLE.format(series.kpi, changed))
    for row in rows:
        if not 0 <= float(row["value"]) <= most:
            where = f"{name_of(row['region_code']).en} {row['period_start'][:4]}"
            raise NotFetched(_NOT_WHOLE.format(series.kpi, f"{where} is {row['value']}"))
    before = Counter(start for _, start in embedded)
    there = Counter(row["period_start"] for row in rows)
    for start, count in before.items():
        # A region may leave, but half of them at once is an answer that was cut short.
        if there[start] * 2 < count:
            raise NotFetched(
                _NOT_WHOLE.format(series.kpi, f"{start[:4]} has {there[start]} of {count}")
            )


def _figures(series: Series, answer: list[dict[str, Any]], base_url: str) -> Iterator[Row]:
    moment, url = now(), f"{base_url.rstrip('/')}/data/kpi/{series.kpi}"
    for item in sorted(answer, key=lambda item: (item["municipality"], str(item["period"]))):
        value = _total(item)
        year, code = str(item["period"]), str(item["municipality"])[2:]
        # A figure of a month, or of a place that is no region, is none of these series.
        if value is None or len(year) != 4 or code not in ALL_CODES:
            continue
        yield {
            "indicator": series.indicator, "region_code": code, "hospital": "",
            "period_start": f"{year}-01-01", "period_end": f"{year}-12-31",
            "care_area": series.care, "value": repr(value), "unit": series.unit,
            "source_id": series.source, "note": "", "url": url, "fetched": moment,
        }  # fmt: skip


def _total(item: Mapping[str, Any]) -> float | None:
    """The figure of women and men together, or None where there is none."""
    for value in item.get("values", ()):
        if value.get("gender") == "T" and not value.get("isdeleted"):
            number = value.get("value")
            if number is None or value.get("status") == "Missing":
                return None
            if not math.isfinite(float(number)):
                raise NotFetched(f"Kolada gave {number} for {item.get('kpi')}, which is no number")
            return float(number)
    return None
