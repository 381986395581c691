"""Effekter och medel answers whether the effort worked, what was paid, and what a region missed."""

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.language.text import LANGS
from layouts.effects.page import PAGE, PICTURES
from tests.browser.activations import Walk
from tests.browser.test_keyboard import STOPS, walk
from tests.browser.walks import calm, choose, more, opened, query, table_and_file, touch


@pytest.fixture(autouse=True)
def forgotten(page: Page) -> Iterator[None]:
    """Visitors of the tests share a browser: none leaves anything behind for the next."""
    yield
    if page.url.startswith("http"):
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


# --- the questions, each in at most two activations -----------------------------------------


def test_m6_has_the_effort_had_effect_and_what_cannot_be_decided(page: Page) -> None:
    page_ = Walk(page).to_page("Effekter och medel")
    page_.reads("#eff-lead", "Om satsningen har haft effekt kan inte avgöras")
    page_.reads("#eff-model-list", "En rak trend före satsningen")
    page_.reads("#eff-verdict-table", "Kan inte avgöras", "Ingen kausal slutsats")
    page_.press("#eff-data input[value='published']")
    page_.reads("#eff-verdict-table", "Serien är för kort")


def test_m7_what_was_paid_and_why_and_what_another_rule_gives(page: Page) -> None:
    page_ = Walk(page).to_page("Effekter och medel")
    page_.reads("#eff-lead", "1 990 miljoner kronor avsattes 2024")
    page_.reads("#eff-cells-title", "av 378 månadskrav hade uppfyllts")
    page_.reads("#eff-chance-title", "Slumpen ensam uppfyller 59 procent")
    page_.set("eff-rule", "threshold=5")
    page_.reads("#eff-rules-title", "regeln kan inte avgöras")
    page_.reads("#eff-compared-table", "Slumpens golv", "Andel till verklig förbättring")
    assert query(page) == "?rule=threshold=5"


def test_r8_do_we_miss_money_and_why(page: Page) -> None:
    page_ = Walk(page).to_page("Effekter och medel").set("eff-region", "22")
    page_.reads("#eff-lead", "Vad Västernorrland hade fått kan inte avgöras")
    page_.reads("#eff-why-title", "Vilka månadskrav Västernorrland missar kan inte avgöras")
    page_.reads("#eff-why-table", "februari 2024", "sannolikhet %")
    page_.reads("#eff-cells-table tr.chosen th", "Västernorrland")


def test_on_the_example_a_region_reads_what_it_would_have_got(page: Page) -> None:
    opened(page, "/effekter?data=example&region=22")
    expect(page.locator("#eff-lead")).to_contain_text("Västernorrland hade uppfyllt")
    expect(page.locator("#eff-why-title")).to_contain_text("miljoner kronor mer (EXEMPEL)")


# --- the simulator --------------------------------------------------------------------------


def test_a_part_of_the_rule_is_changed_by_keys_in_one_touch_and_stands_in_the_address(
    page: Page,
) -> None:
    opened(page, "/effekter?rule=2024")
    summary = page.locator(".parameters summary")
    summary.focus()
    page.keyboard.press("Enter")
    threshold = page.locator("#eff-rule-threshold")
    threshold.fill("2.5")
    with touch(page) as sent:
        page.keyboard.press("Enter")
    assert len([one for one in sent if "own-rates" not in one.url]) == 1
    assert query(page) == "?rule=threshold=2.5"
    expect(threshold).to_be_focused()
    expect(page.locator("#eff-rule option:checked")).to_have_text("Egen regel (threshold=2.5)")
    choose(page, "eff-rule-than", "year")
    assert query(page) == "?rule=threshold=2.5,than=year"
    opened(page, "/en/effects" + query(page))
    expect(page.locator("#eff-rule-than")).to_have_value("year")
    expect(page.locator("#eff-rule-threshold")).to_have_value("2.5")


def test_a_rule_is_never_asked_for_what_it_cannot_be_and_back_undoes_it(page: Page) -> None:
    opened(page, "/effekter?rule=2024")
    page.locator(".parameters summary").click()
    page.locator("#eff-rule-top").fill("99")
    with touch(page):
        page.keyboard.press("Enter")
    assert query(page) == "?rule=top=21"
    expect(page.locator("#eff-rule-top")).to_have_value("21")
    with page.expect_response(lambda answer: "_dash-update-component" in answer.url):
        page.go_back()
    expect(page.locator("#eff-rule")).to_have_value("2024")


def rates(page: Page) -> str:
    link = page.locator(".part-own-rates a[data-file]")
    return page.request.get(link.get_attribute("href") or "").text()


def test_own_rates_are_computed_and_kept_in_the_tab_alone(page: Page) -> None:
    opened(page, "/effekter?rule=threshold=5")
    text = rates(page)
    file = page.locator("#eff-own-file")
    compute = page.locator("#eff-own-compute")
    compute.click()
    expect(page.locator("#eff-own-said")).to_have_text("Välj en fil först.")
    file.set_input_files({"name": "x.csv", "mimeType": "text/csv", "buffer": text.encode()})
    compute.click()
    table = page.locator("#eff-own-result table")
    expect(table.locator("tbody tr")).to_have_count(21)
    expect(page.locator("#eff-own-said")).to_contain_text("300 av 378 månadskrav uppfylls")
    page.reload()
    expect(table.locator("tbody tr")).to_have_count(21)
    page.locator("#eff-own-forget").click()
    expect(table).to_have_count(0)
    expect(file).to_be_focused()


def test_a_file_that_cannot_be_used_says_what_and_where(new_page) -> None:
    page = new_page(forgiven=("status of 400",))
    opened(page, "/en/effects")
    text = rates(page).splitlines()
    text[3] = text[3].replace(text[3].split(",")[2], "high")
    page.locator("#eff-own-file").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": "\n".join(text).encode()}
    )
    page.locator("#eff-own-compute").click()
    expect(page.locator("#eff-own-said")).to_contain_text("Row 4, column over_2023")
    expect(page.locator("#eff-own-result table")).to_have_count(0)


# --- the timeline, the pictures, the files --------------------------------------------------


def test_the_events_follow_their_filter_and_have_a_source(page: Page) -> None:
    opened(page, "/effekter")
    choose(page, "eff-events", "labour")
    calm(page)
    expect(page.locator("#eff-policy-figure .annotation-text").first).to_be_visible()
    more(page, "eff-policy")
    details = page.locator("#eff-policy-notes details").last
    details.locator("summary").click()
    expect(details).to_contain_text("Vårdförbundet")
    expect(details).to_contain_text("Källa:")
    assert query(page) == "?events=labour"


def test_every_picture_is_drawn_with_its_own_table_and_file(page: Page) -> None:
    opened(page, PAGE.path.en + "?region=14")
    calm(page)
    for name in PICTURES:
        rows = table_and_file(page, name, fewest=7)
        assert "region=14" in rows[0]["address"]


def test_every_cell_is_in_the_file_and_the_workbook(page: Page) -> None:
    opened(page, "/effekter")
    more(page, "eff-cells")
    link = page.locator("#eff-cells a[data-file*='machine']")
    link.hover()
    answer = page.request.get(link.get_attribute("href") or "")
    cells = list(csv.DictReader(io.StringIO(answer.text())))
    assert len(cells) == 378
    assert {one["status"] for one in cells} == {"estimated"}
    assert {one["earned"] + one["qualified_by"] + one["place"] for one in cells} == {""}
    whole = sum(float(one["probability"]) for one in cells)
    expect(page.locator("#eff-cells-title")).to_contain_text(f"Omkring {whole:.0f} (")
    expect(page.locator("#eff-cells-table td.sum")).to_have_count(0)
    with page.expect_download() as download:
        page.locator("#eff-cells a[data-file*='grant.xlsx']").click()
    assert download.value.suggested_filename == "vardplatslaget_bidrag_2024.xlsx"
    more(page, "eff-grant")
    with page.expect_download() as download:
        page.locator("#eff-grant [data-kind='png']").click()
    assert download.value.suggested_filename == "vardplatslaget_bidrag_2024.png"


# --- everyone -------------------------------------------------------------------------------


def test_the_page_with_everything_open_breaks_no_rule(page: Page, axe) -> None:
    """Closed it is walked in every width and scheme by `test_accessible`."""
    opened(page, "/effekter?region=14&data=published&rule=threshold=2.5")
    for details in page.locator("#content details").all():
        details.evaluate("one => { one.open = true; }")
    calm(page)
    assert axe(page) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_phone_is_wide_enough(new_page, axe, lang: str) -> None:
    page = opened(new_page(width=390), PAGE.path.in_(lang))
    calm(page)
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_the_page_is_walked_through_by_tab(page: Page) -> None:
    opened(page, "/effekter")
    stops = walk(page, 200)
    assert [one["what"] for one in stops if not (one["outline"] and one["inside"])] == []
    assert len(stops) == page.evaluate(STOPS)
