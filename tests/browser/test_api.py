"""Every number on Läget i landet can be fetched from the API, and is the same there."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.language.text import Lang
from dashboard.reference.periods import days_in, months_of, same_period_last_year
from dashboard.reference.regions import CODES
from dashboard.view.view import query_of
from tests.browser.asked import Api
from tests.browser.walks import opened

# A view and what it is in words of the API.
VIEWS = [
    ("/", "sv"),
    ("/en/?region=14&stream=acute&period=2025-07&indicator=outplacement", "en"),
    ("/?data=published&period=2024", "sv"),
]
CARDS = ("available_beds", "overcrowding", "outplacement", "occupancy", "distance_to_guideline")
COLUMNS = ("overcrowding", "outplacement", "occupancy", "available_beds", "distance_to_guideline")
# A number as it is written, but no year, whose four digits stand alone.
NUMBER = re.compile(r"[+−]?\d(?:[\d\u00a0,.]*\d)?")
YEAR = re.compile(r"20[12]\d")
USUAL = {"indicator": "overcrowding", "care": "somatic", "stream": "all", "period": "2025-12"}


@pytest.mark.parametrize(("address", "lang"), VIEWS)
def test_every_number_of_the_page_is_that_of_the_api(page: Page, address: str, lang: Lang) -> None:
    opened(page, address)
    view = {**USUAL, "data": "estimated", **query_of(address.partition("?")[2])}
    api = Api(page, lang)
    asked = {key: view[key] for key in ("care", "stream", "data", "period")}
    _same_cards(api, asked, view)
    _same_lead(api, asked, view)
    _same_list(api, asked, view)
    _same_tiles(api, asked, view["indicator"])
    _same_table(api, asked, view["indicator"])


def _same_cards(api: Api, asked: dict[str, str], view: dict[str, str]) -> None:
    cards = api.page.locator("#cards > li").all()
    for indicator, card in zip(CARDS, cards, strict=True):
        rows = api.values(indicator, **asked)
        big = card.locator(".big").inner_text()
        assert big == api.shown(rows["00"]), indicator
        if rows["00"]["value"] is None:
            reason = rows["00"]["reason"][api.lang]
            assert card.locator(".line").all_inner_texts() == [reason]
            continue
        known = _told(api, asked, view, indicator)
        for line in card.locator(".line").all_inner_texts():
            for written in NUMBER.findall(line):
                if not YEAR.fullmatch(written):
                    assert written in known, (indicator, line, known)


def _told(api: Api, asked: dict[str, str], view: dict[str, str], indicator: str) -> set[str]:
    """What the lines of a card may say, from the API alone."""
    rows = api.values(indicator, **asked)
    before = api.values(indicator, **{**asked, "period": same_period_last_year(asked["period"])})
    country = rows["00"]
    decimals = api.decimals[indicator]
    reporting = sum(rows[code]["value"] is not None for code in CODES)
    known = {str(reporting), str(len(CODES)), api.shown(rows[view.get("region", "00")])}
    if before["00"]["value"] is not None:
        change = country["value"] - before["00"]["value"]
        known.add(api.number(change, decimals, signed=True))
    known |= _range(api, country)
    if country["numerator"] is not None:
        days = sum(days_in(month) for month in months_of(asked["period"]))
        known.add(api.number(country["numerator"] / days, 0))
    if indicator == "occupancy":
        known |= _target(api, asked)
    if indicator == "distance_to_guideline":
        known |= _way(api, asked)
    return known


def _range(api: Api, row: dict[str, Any]) -> set[str]:
    """The ends of an estimate's range and its size in per cent; none for what was published."""
    if row["low"] is None:
        return set()
    decimals = api.decimals[row["indicator"]]
    return {"80", *(api.number(row[end], decimals) for end in ("low", "high"))}


def _target(api: Api, asked: dict[str, str]) -> set[str]:
    rows = api.rows("figures/occupancy", **asked)
    [row] = [one for one in rows if (one["region"], one["stream"]) == ("00", asked["stream"])]
    target = api.number(row["target_pct"], 1 if asked["stream"] == "all" else 0)
    return {target, api.number(row["distance_points"], 1, signed=True)}


def _way(api: Api, asked: dict[str, str]) -> set[str]:
    [row] = [
        one
        for one in api.rows("figures/way", **asked)
        if one["indicator"] == "progress_to_guideline"
    ]
    return {api.number(row[name], 0) for name in ("value", "low", "high")}


def _same_lead(api: Api, asked: dict[str, str], view: dict[str, str]) -> None:
    """The sentences speak of the cards' indicators, now and a year ago, and of the guideline."""
    known = {"100"}
    for indicator in {*CARDS, view["indicator"]}:
        for period in (asked["period"], same_period_last_year(asked["period"])):
            rows = api.values(indicator, **{**asked, "period": period})
            known |= {api.shown(rows[code]) for code in ("00", view.get("region", "00"))}
            known |= _range(api, rows["00"])
    known |= _published_year(api, asked)
    known |= {api.number(one["need_total"], 0) for one in api.rows("guidelines")}
    for written in NUMBER.findall(api.page.locator("#lead").inner_text()):
        assert written in known or YEAR.fullmatch(written), (written, known)


def _published_year(api: Api, asked: dict[str, str]) -> set[str]:
    """The latest published year, which is said first, and the change on the year before."""
    years = [
        api.values("overcrowding", care=asked["care"], data="published", period=year)["00"]
        for year in ("2025", "2024")
    ]
    decimals = api.decimals["overcrowding"]
    change = round(years[0]["value"], decimals) - round(years[1]["value"], decimals)
    return {api.shown(years[0]), api.number(abs(change), decimals)}


def _same_list(api: Api, asked: dict[str, str], view: dict[str, str]) -> None:
    """Whoever needs attention, with the number that was judged and what it is compared with."""
    rows = api.rows("figures/attention", **asked, indicator=view["indicator"])
    names = {row["region"]: row["name"][api.lang] for row in api.rows("regions")}
    listed = {names[row["region"]]: row for row in rows if row["needs_attention"] == "yes"}
    lines = api.page.locator("#attention tbody tr").evaluate_all(
        "all => all.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert {name for name, *_ in lines} <= listed.keys()
    for name, *cells in lines:
        row = listed[name]
        numbers = [row["value"], row["reference"], row["year_before"], row["lpl"], row["upl"]]
        decimals = api.decimals[row["indicator"]]
        known = {api.number(one, decimals) for one in numbers}
        limits = cells[1]
        for cell in (cells[0], *cells[2:]):
            assert set(NUMBER.findall(cell)) <= known, (name, cell, known)
        assert any(one in limits for one in known), (name, limits, known)


def _same_tiles(api: Api, asked: dict[str, str], indicator: str) -> None:
    rows = api.values(indicator, **asked)
    tiles = api.page.locator("#tiles .tile").evaluate_all(
        """all => all.map(one => [one.dataset.value,
             one.querySelector(".tile-value").textContent])"""
    )
    assert len(tiles) == len(CODES)
    for code, written in tiles:
        # A tile has no room for the decimal of a number above 99.
        assert written.startswith(api.shown(rows[code])), code


def _same_table(api: Api, asked: dict[str, str], indicator: str) -> None:
    before = {**asked, "period": same_period_last_year(asked["period"])}
    columns = [api.values(indicator, **asked), api.values(indicator, **before)]
    columns += [api.values(one, **asked) for one in COLUMNS if one != indicator]
    names = {row["name"][api.lang]: row["region"] for row in api.rows("regions")}
    lines = api.page.locator("#table tbody tr").evaluate_all(
        "all => all.map(row => [...row.cells].filter(cell => !cell.matches('.dumbbell'))"
        ".map(cell => [...cell.childNodes].map(one => one.textContent.trim())))"
    )
    assert len(lines) == 1 + len(CODES)
    for [name], *cells in lines:
        rows = [column[names[name]] for column in columns]
        assert [value for value, *_ in cells] == [api.shown(row) for row in rows], name
        for (_, *ends), row in zip(cells, rows, strict=True):
            assert "".join(ends) in ("", _ends(api, row)), name
        assert bool(cells[0][1:]) is (rows[0]["low"] is not None), name


def _ends(api: Api, row: dict[str, Any]) -> str:
    """The range of an estimate as a table has it; nothing for what has none."""
    if row["low"] is None:
        return ""
    decimals = api.decimals[row["indicator"]]
    ends = [api.number(row[end], decimals) for end in ("low", "high")]
    # A minus sign beside a dash would be read as another.
    between = {"sv": " till ", "en": " to "}[api.lang] if "−" in "".join(ends) else "–"
    return between.join(ends)


@pytest.mark.parametrize(("address", "lang"), [("/api", "sv"), ("/en/api", "en")])
def test_the_page_about_the_api_is_one_activation_away(page: Page, address: str, lang: str) -> None:
    opened(page, "/om" if lang == "sv" else "/en/about")
    page.get_by_role("contentinfo").get_by_role("link", name="API").click()
    page.wait_for_url(f"**{address}")
    example = page.locator("details:has(#resources) .table-wrap a").nth(2)
    assert page.request.get(example.get_attribute("href") or "").ok
