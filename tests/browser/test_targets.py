"""Målnivåer answers how far, where, which target and what it takes, and takes a list of wards."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.language.text import LANGS
from layouts.targets.page import PAGE, PICTURES
from tests.browser.activations import Walk
from tests.browser.walks import calm, chosen, opened, query, table_and_file, touch, widened

OURS = "/malnivaer?region=12"
WARDS = """avdelning;vårdplatser;vårdform;sjukhus
Medicin;24;akut;Södra
Kirurgi;18;akut;Södra
Ortopedi;tolv;planerad;Södra
Kortvård;16;planerad;Norra
Intensiv;8;iva;Norra
"""


@pytest.fixture
def wards(tmp_path: Path) -> Path:
    file = tmp_path / "avdelningar.csv"
    file.write_text(WARDS, encoding="utf-8")
    return file


def slide(page: Page, key: str, value: str) -> int:
    """Move a slider and let it go; how many questions the server was asked."""
    with touch(page) as sent:
        page.locator(f"#tgt-{key}").fill(value)
    return len(sent)


def give(page: Page, file: Path) -> None:
    """Choose a file as a list of wards."""
    with page.expect_file_chooser() as chooser:
        page.locator("#tgt-wards-pick").click()
    with page.expect_response(lambda answer: "/wards?" in answer.url):
        chooser.value.set_files(file)
    expect(page.locator("#tgt-wards-said p").first).to_be_visible()


# --- the questions, each in at most two activations -----------------------------------------


def test_m4_how_far_to_2360_and_where_does_it_sit(page: Page) -> None:
    walk = Walk(page).to_page("Målnivåer")
    walk.reads("#tgt-lead", "av de 2 360", "aldrig läggs ihop")
    walk.reads("#tgt-gaps-title", "netto i landet, med spannet")
    walk.reads("#tgt-official-title", "från 2 360 till")
    walk.reads("#tgt-sum-title", "82 procent akuta")


def test_r4_how_many_beds_is_our_distance(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").to_page("Målnivåer")
    walk.reads("#tgt-lead", "Västra Götaland", "beläggningsgapet är då", "skattning")


def test_r5_which_target_suits_our_units(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").to_page("Målnivåer")
    walk.activations += 1
    assert slide(page, "size", "12") == 1
    walk.reads("#tgt-curve-title", "12 platser: målet är 79,5 procent i akut vård och 93,0")
    walk.reads("#tgt-size-effect", "−5,5 och −2,0 procentenheter från riktvärdet")


def test_r9_what_gives_20_more_beds_or_a_stay_shorter_by_02(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").to_page("Målnivåer")
    walk.reads("#tgt-beds-effect", "20 fler platser ger", "av 334 platser i gapet till målnivån")
    walk.reads("#tgt-days-effect", "0,2 dygn kortare vårdtid ger")
    walk.reads("#tgt-need-ways", "Bara fler vårdplatser", "Inga nya vårdplatser", "Belägg")


def test_d6_the_target_with_their_unit_sizes(page: Page, wards: Path) -> None:
    walk = Walk(page, "/min-region?region=12").to_page("Målnivåer")
    walk.activations += 1
    give(page, wards)
    walk.reads("#tgt-wards-title", "målet är 86,8 procent tillsammans")
    walk.reads("#tgt-wards-result", "Kirurgi", "82,9", "rad 4, kolumn vårdplatser: ”tolv”")


def test_d6_is_answered_in_english_too(page: Page, wards: Path) -> None:
    walk = Walk(page, "/en/my-region?region=12").to_page("Targets")
    walk.activations += 1
    give(page, wards)
    walk.reads("#tgt-wards-title", "the target is 86.8 per cent together")
    walk.reads("#tgt-wards-result", "Kirurgi", "82.9", "row 4, column")


# --- the list of wards ----------------------------------------------------------------------


def test_a_list_is_drawn_follows_the_sliders_and_is_forgotten(page: Page, wards: Path) -> None:
    opened(page, OURS)
    give(page, wards)
    ticks = page.locator("#tgt-curve-figure .scatterlayer .trace").first.locator(".point")
    expect(ticks).to_have_count(3)
    with page.expect_response(lambda answer: "/wards?" in answer.url):
        slide(page, "risk", "4")
    expect(page.locator("#tgt-wards-result tbody tr").nth(1)).to_contain_text("89,1")
    expect(page.locator("#tgt-wards-result")).to_contain_text("rad 4")
    with page.expect_response(lambda answer: "/wards?" in answer.url):
        page.reload()
    expect(page.locator("#tgt-wards-result tbody tr")).to_have_count(4)
    assert "Medicin" not in page.evaluate("() => document.cookie + location.href")
    with page.expect_download() as download:
        page.locator("#tgt-wards-save").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Avdelning"] for row in rows] == ["Medicin", "Kirurgi", "Kortvård", "Intensiv"]
    assert all("inte Socialstyrelsens målnivå" in row["Anmärkning"] for row in rows)
    page.locator("#tgt-wards-forget").click()
    expect(ticks).to_have_count(0)
    expect(page.locator("#tgt-wards-result")).to_be_empty()
    assert page.evaluate("() => sessionStorage.length") == 0


def test_a_file_that_is_no_list_is_refused_in_words(new_page, tmp_path: Path) -> None:
    page = opened(new_page(forgiven=("status of 400",)), "/en/targets")
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    give(page, bad)
    expect(page.locator("#tgt-wards-said")).to_contain_text("damaged")
    expect(page.locator("#tgt-wards-save")).to_be_hidden()


# --- sliders, versions and the lock ---------------------------------------------------------


def test_a_slider_says_its_value_while_it_moves_and_stands_in_the_address(page: Page) -> None:
    opened(page, OURS)
    slider = page.locator("#tgt-neighbours")
    slider.focus()
    assert slider.get_attribute("aria-valuetext") == "räknas inte"
    with touch(page) as sent:
        page.keyboard.press("ArrowRight")
    assert len(sent) == 1
    expect(page.locator("#tgt-neighbours-said")).to_have_text("regionens egna avstånd")
    assert slider.get_attribute("aria-valuetext") == "regionens egna avstånd"
    assert query(page) == "?region=12&assumptions=neighbours=1"
    slide(page, "acute", "70")
    assert query(page) == "?region=12&assumptions=neighbours=1,acute=70"
    expect(page.locator("#tgt-acute-effect")).not_to_contain_text("egen andel")
    with touch(page):
        page.get_by_role("button", name="Återställ antagandena").click()
    assert query(page) == "?region=12"
    expect(slider).to_have_value("0")


def test_another_region_keeps_the_assumptions_and_back_undoes_it(page: Page) -> None:
    opened(page, OURS + "&assumptions=size=12,pool=4")
    expect(page.locator("#tgt-size")).to_have_value("12")
    expect(page.locator("#tgt-pooled-title")).to_contain_text("4 enheter med 12 platser")
    with touch(page) as sent:
        page.locator("#tgt-regions").get_by_role("button", name="Gotland").click()
    assert len(sent) == 1
    assert chosen(page, "tgt-region") == "09"
    assert query(page) == "?region=09&assumptions=size=12,pool=4"
    with page.expect_response(lambda answer: "_dash-update-component" in answer.url):
        page.go_back()
    expect(page.locator("#tgt-region")).to_have_value("12")
    expect(page.locator("#tgt-size")).to_have_value("12")


def test_locked_beds_change_what_is_missing(page: Page) -> None:
    opened(page, OURS)
    expect(page.locator("#tgt-gaps-title")).to_contain_text("netto i landet, med spannet")
    with touch(page) as sent:
        page.get_by_label("Platserna är låsta per vårdtyp").check()
    assert len(sent) == 1
    expect(page.locator("#tgt-gaps-title")).to_contain_text("Beläggningsgapet med låsta platser")
    assert "assumptions=locked=1" in query(page)


# --- pictures, files, rules -----------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_has_its_table_its_files_and_the_badge(page: Page, lang: str) -> None:
    opened(page, PAGE.path.in_(lang) + "?region=12")
    calm(page)
    badge = {"sv": "Underlag för dialog", "en": "For discussion"}[lang]
    expect(page.locator("#tgt-label")).to_contain_text(badge)
    expect(page.locator("#tgt-curve-source")).to_contain_text(badge)
    for name in PICTURES:
        rows = table_and_file(page, name)
        assert "region=12" in rows[0]["address"]
    with page.expect_download() as download:
        page.locator("#tgt-curve [data-kind='png']").click()
    assert download.value.suggested_filename.endswith(".png")


def test_the_page_with_a_list_and_open_tables_breaks_no_rule(page: Page, axe, wards: Path) -> None:
    opened(page, "/en/targets?region=12&assumptions=size=8,locked=1")
    give(page, wards)
    for details in page.locator("#content details").all():
        details.evaluate("one => { one.open = true; }")
    for width in (1400, 390):
        assert widened(page, width) <= width
        assert axe(page) == []


def test_a_distance_on_another_page_leads_here_with_its_region(page: Page) -> None:
    walk = Walk(page, "/min-region?region=14").follow("#mine-reach .onward a")
    expect(page).to_have_url(re.compile(r"/malnivaer\?region=14$"))
    walk.reads("#tgt-heading", "Västra Götaland")


def test_the_same_questions_are_answered_in_english(page: Page) -> None:
    walk = Walk(page, "/en/my-region?region=14").to_page("Targets")
    walk.reads("#tgt-lead", "the occupancy gap is then", "estimate", "never added")
    walk.reads("#tgt-gaps-title", "beds net in the country")
    walk.reads("#tgt-official-title", "from 2,360 to")
    walk.reads("#tgt-beds-effect", "20 more beds gives")
    walk.activations += 1
    assert slide(page, "size", "12") == 1
    walk.reads("#tgt-curve-title", "12 beds: the target is 79.5 per cent in acute care")
