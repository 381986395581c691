"""The population of the regions at the end of each year, fetched from SCB."""

from typing import Any

from dashboard.imports.fetched import NotFetched, Row, now, within
from dashboard.reference.regions import ALL_CODES, BY_CODE, SWEDEN, name_of

BASE_URL = "https://statistikdatabasen.scb.se/api/v2"
TABLE, CONTENT = "TAB638", "BE0101N1"
SECONDS, YEARS = 120, 10


def fetch_population(*, base_url: str = BASE_URL) -> tuple[Row, ...]:
    """Inhabitants on 31 December of the last ten years, of every county and of Sweden.

    Raises:
        NotFetched: the service did not answer, a county is missing, or they do not add up.
    """
    return within(SECONDS, "SCB's population", lambda: _rows(base_url))


def _rows(base_url: str) -> tuple[Row, ...]:
    from pxweb import PxApi

    api = PxApi(base_url, language="sv", disable_cache=True, max_workers=1)
    variables = api.get_table_variables(TABLE)
    years = sorted(variables["Tid"]["category"]["label"])[-YEARS:]
    answer = api.get_table_data(
        TABLE,
        value_codes={"Region": list(ALL_CODES), "ContentsCode": [CONTENT], "Tid": years},
        show="code",
    )
    labels = {name: variables[name]["label"] for name in ("Region", "Tid")}
    people = {(row[labels["Region"]], row[labels["Tid"]]): row["value"] for row in answer}
    _check(people, years)
    moment, url = now(), f"{base_url.rstrip('/')}/tables/{TABLE}/data"
    return tuple(
        {
            "indicator": "population", "region_code": code, "hospital": "",
            "period_start": f"{year}-12-31", "period_end": f"{year}-12-31", "care_area": "all",
            "value": repr(float(people[code, year])), "unit": "invånare",
            "source_id": "scb-population", "note": "", "url": url, "fetched": moment,
        }
        for code in ALL_CODES for year in years
    )  # fmt: skip


def _check(people: dict[tuple[str, str], Any], years: list[str]) -> None:
    gone = {
        name_of(code).en for code in ALL_CODES for year in years
        if not isinstance(people.get((code, year)), int | float)
    }  # fmt: skip
    if gone or not years:
        raise NotFetched(
            f"SCB's answer is not whole: {', '.join(sorted(gone)) or 'every year'} missing. "
            "Nothing has changed; try again"
        )
    for year in years:
        counties = sum(people[code, year] for code in ALL_CODES if code != SWEDEN)
        if counties != people[SWEDEN, year]:
            raise NotFetched(
                f"SCB's counties add up to {counties:.0f} in {year}, but Sweden is "
                f"{people[SWEDEN, year]:.0f}. Nothing has changed; try again later"
            )
    for code in ALL_CODES:
        for year in years:
            # Nobody's population doubles, or halves, within ten years.
            if code in BY_CODE and not 0.5 < people[code, year] / BY_CODE[code].population < 2:
                raise NotFetched(
                    f"SCB gave {people[code, year]:.0f} inhabitants of {name_of(code).en} in "
                    f"{year}, which cannot be. Nothing has changed; try again later"
                )
