"""The population of the regions as SCB projects it, by age, for the years ahead."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.imports.fetched import NotFetched, Row, now, within
from dashboard.reference.regions import BY_CODE, CODES, name_of

BASE_URL = "https://statistikdatabasen.scb.se/api/v2"
# BE0401, BefProgRegFakN in the older interface; where it was found: docs/methods.md 10.4.
# Region, ContentsCode and Tid must be named; sex and country of birth are summed without.
TABLE, CONTENT = "TAB6008", "Antal"
SOURCE: Final = f"SCB, framskrivning av folkmängden efter region och ålder (tabell {TABLE})"
COLUMNS: Final = ("region_code", "year", "age", "people", "source", "url", "fetched")
SECONDS, YEARS = 180, 20
# The first ages of the groups; the last one is open.
STEP, OLDEST = 5, 100
_AGE = re.compile(r"(\d{1,3})(\+)? år")
_CANNOT_BE = "SCB's projection cannot be right: {}. Nothing has changed; try again later"

People = Mapping[tuple[str, str, int], float]


def fetch_projections(*, base_url: str = BASE_URL) -> tuple[Row, ...]:
    """People by region, year (the first twenty of the table) and age in groups of five years.

    Raises:
        NotFetched: the service did not answer, something is missing, or it cannot be right.
    """
    return within(SECONDS, "SCB's projection", lambda: _rows(base_url))


def _rows(base_url: str) -> tuple[Row, ...]:
    from pxweb import PxApi

    api = PxApi(base_url, language="sv", disable_cache=True, max_workers=1)
    variables = api.get_table_variables(TABLE)
    years = sorted(_codes(variables, "Tid"))[:YEARS]
    ages = _ages(_codes(variables, "Alder"))
    answer = api.get_table_data(
        TABLE,
        value_codes={
            "Region": list(CODES), "Alder": list(ages), "ContentsCode": [_content(variables)],
            "Tid": years,
        },
        show="code",
    )  # fmt: skip
    people = _people(variables, answer, ages)
    _check(people, years)
    moment, url = now(), f"{base_url.rstrip('/')}/tables/{TABLE}/data"
    return tuple(
        {
            "region_code": code, "year": year, "age": str(age),
            "people": f"{people[code, year, age]:.0f}", "source": SOURCE, "url": url,
            "fetched": moment,
        }
        for code in CODES for year in years for age in range(0, OLDEST + 1, STEP)
    )  # fmt: skip


def _codes(variables: Mapping[str, Any], name: str) -> Mapping[str, str]:
    try:
        found: Mapping[str, str] = variables[name]["category"]["label"]
    except KeyError as error:
        raise NotFetched(_CANNOT_BE.format(f"it has no {name}")) from error
    return found


def _content(variables: Mapping[str, Any]) -> str:
    # The code is another for each year's projection; the label is not.
    found = [code for code, label in _codes(variables, "ContentsCode").items() if label == CONTENT]
    if len(found) != 1:
        raise NotFetched(_CANNOT_BE.format(f"it has {len(found)} contents called {CONTENT}"))
    return found[0]


def _ages(labels: Mapping[str, str]) -> dict[str, int]:
    """The first code of each single age; groups of ages stand among them, and are left."""
    found: dict[str, int] = {}
    for code, label in labels.items():
        if match := _AGE.fullmatch(label):
            age = int(match[1])
            if age not in found.values():
                found[code] = age
    if sorted(found.values()) != list(range(max(found.values(), default=-1) + 1)) or (
        max(found.values(), default=0) < OLDEST
    ):
        raise NotFetched(_CANNOT_BE.format(f"it has no single ages to {OLDEST} and above"))
    return found


def _people(
    variables: Mapping[str, Any], answer: Sequence[Mapping[str, Any]], ages: Mapping[str, int]
) -> People:
    labels = {name: variables[name]["label"] for name in ("Region", "Alder", "Tid")}
    found: dict[tuple[str, str, int], float] = defaultdict(float)
    known = set()
    for row in answer:
        code, age, year = (row[labels[name]] for name in ("Region", "Alder", "Tid"))
        value = row["value"]
        if not isinstance(value, int | float) or value < 0 or (code, age, year) in known:
            where = f"{name_of(code).en} {year} at {age} is {value}, or stands twice"
            raise NotFetched(_CANNOT_BE.format(where))
        known.add((code, age, year))
        found[code, year, min(ages[age], OLDEST) // STEP * STEP] += value
    years = {year for _, _, year in known}
    for code in CODES:
        for year in years:
            if any((code, age, year) not in known for age in ages):
                raise NotFetched(_CANNOT_BE.format(f"{name_of(code).en} {year} is not whole"))
    return found


def _check(people: People, years: Sequence[str]) -> None:
    """Every region and year is there, and nobody's population doubles or halves in one."""
    for code in CODES:
        before = float(BY_CODE[code].population)
        for year in years:
            total = sum(people.get((code, year, age), 0.0) for age in range(0, OLDEST + 1, STEP))
            # The first year may be some from the embedded one, the others follow each other.
            if not 0.75 < total / before < 1.35:
                raise NotFetched(
                    _CANNOT_BE.format(f"{name_of(code).en} {year} has {total:.0f} inhabitants")
                )
            before = total
    if len(years) < 2:
        raise NotFetched(_CANNOT_BE.format("it has no two years"))
