"""The table twin of every figure: a real table, with the numbers of the files."""

import csv
import io

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.indicators.registry import BY_KEY
from tests.browser.walks import choose, more, opened
from tests.each import each

ROWS = {"map": 21, "over": 60, "out": 60, "occupancy": 3, "way": 3}


def table(page: Page, name: str) -> Locator:
    more(page, name)
    page.locator(f"#{name}-as-table").click()
    found = page.locator(f"#{name} .table-of-figure table")
    expect(found).to_be_visible()
    return found


def cells(found: Locator) -> list[list[str]]:
    return found.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )


def rows_of_file(page: Page, name: str) -> list[dict[str, str]]:
    more(page, name)
    link = page.locator(f"#{name} a[data-file*='machine']")
    link.hover()
    answer = page.request.get(link.get_attribute("href"))
    assert answer.ok, answer.text()
    return list(csv.DictReader(io.StringIO(answer.text())))


def number(cell: str) -> float | None:
    bare = cell.replace("\N{MINUS SIGN}", "-").replace(",", ".").replace("%", "")
    digits = "".join(one for one in bare if one.isdigit() or one in "-.")
    return None if cell.strip() == "–" else float(digits)


def same(cell: str, value: str, decimals: int) -> bool:
    """A cell is a rounded value; a series travels with one decimal more than it is shown with.

    Where trust is low the reason stands behind the value.
    """
    shown = number(cell.partition("\u2002")[0].partition(" (")[0])
    if shown is None or value == "":
        return shown is None and value == ""
    return abs(shown - float(value)) <= 0.55 * 10**-decimals + 1e-9


def test_every_figure_has_a_table_with_caption_and_heads(page: Page) -> None:
    opened(page)
    for name, count in ROWS.items():
        found = table(page, name)
        measure = page.locator(f"#{name}-measure").inner_text()
        assert found.locator("caption").inner_text() == measure
        assert found.locator("thead th[scope='col']").count() >= 2
        assert found.locator("tbody th[scope='row']").count() == count
        assert len(cells(found)) == count


def test_the_regions_in_the_table_are_those_of_the_file(page: Page) -> None:
    opened(page, "/?period=2025-03&care=all")
    shown = {row[0]: row[1] for row in cells(table(page, "map"))}
    of_file = {row["region"]: row["value"] for row in rows_of_file(page, "map")}
    codes = page.locator("#map .table-of-figure tbody button").evaluate_all(
        "all => all.map(one => [one.textContent, one.dataset.value])"
    )
    assert len(codes) == 21
    for name, code in codes:
        assert same(shown[name], of_file[code], 1), name


@pytest.mark.parametrize("address", ["/?region=08&span=24", "/?region=08&data=published"])
def test_the_series_in_the_table_are_those_of_the_file(page: Page, address: str) -> None:
    opened(page, address)
    found = table(page, "over")
    heads = found.locator("thead th").all_inner_texts()
    assert sorted(heads[1:]) == ["Kalmar", "Riket"]
    of_file = {(row["period"], row["region"]): row["value"] for row in rows_of_file(page, "over")}
    shown = cells(found)
    assert len(shown) == (24 if "span" in address else 10)
    for period, *values in shown:
        for head, value in zip(heads[1:], values, strict=True):
            code = {"Riket": "00", "Kalmar": "08"}[head]
            assert same(value, of_file[period, code], BY_KEY["overcrowding"].decimals), period


def test_the_bullets_in_the_table_are_those_of_the_file(page: Page) -> None:
    opened(page, "/?region=12")
    shown = cells(table(page, "occupancy"))
    of_file = {
        row["stream"]: row for row in rows_of_file(page, "occupancy") if row["region"] == "12"
    }
    for stream, (_, value, target) in each(zip(("acute", "planned", "all"), shown, strict=True)):
        assert same(value, of_file[stream]["value"], 1)
        assert abs(number(target) - float(of_file[stream]["target_pct"])) <= 0.05 + 1e-9


def test_a_missing_value_is_a_dash_in_every_table(page: Page) -> None:
    opened(page, "/?data=published")
    assert [row[1] for row in cells(table(page, "occupancy"))] == ["–"] * 3
    assert sorted(row[1] == "–" for row in cells(table(page, "way"))) == [False, False, True]


@pytest.mark.parametrize("shape", ["details", "table"])
def test_a_table_follows_a_touch_also_when_its_picture_is_not_seen(page: Page, shape: str) -> None:
    opened(page)
    if shape == "table":
        page.locator("#shape-table").click()
        found = page.locator("#map .map-table table")
    else:
        found = table(page, "map")
    before = cells(found)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    choose(page, "period", "2023-07")
    expect(found.locator("caption")).to_contain_text("juli 2023")
    assert len(cells(found)) == 21
    assert cells(found) != before
    of_file = {row["region"]: row["value"] for row in rows_of_file(page, "map")}
    codes = found.locator("tbody button").evaluate_all("all => all.map(one => one.dataset.value)")
    for code, row in zip(codes, cells(found), strict=True):
        assert same(row[1], of_file[code], 1), row


def test_the_file_of_people_has_status_address_and_words(page: Page) -> None:
    opened(page, "/?region=12&period=2025-03")
    with page.expect_download() as download:
        more(page, "map")
        page.locator("#map a[data-file*='excel']").click()
    name = download.value.suggested_filename
    assert "overcrowding" in name
    assert "2025-03" in name
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["Status"] for row in rows} == {"skattat"}
    assert all("region=12" in row["Adress"] and "period=2025-03" in row["Adress"] for row in rows)
    assert len(rows) == 22
