"""Each filter changes what it should, in one answer, and moves what must follow."""

import orjson
import pytest
from playwright.sync_api import Page, expect

from callbacks.made_ahead import touches
from dashboard.releases.dataset import Dataset
from tests.browser.walks import choose, chosen, opened, query, texts, touch


def test_streams_change_the_occupancy_card_the_bullets_and_the_sentence(page: Page) -> None:
    opened(page)
    card = page.locator("#cards > li").nth(3)
    seen = {}
    for stream in ("acute", "planned", "all"):
        assert len(choose(page, "stream", stream)) == 1
        bars = page.locator("#occupancy-figure .shapelayer path").evaluate_all(
            "all => all.map(one => one.style.fill)"
        )
        title = page.locator("#occupancy-title").inner_text()
        seen[stream] = (card.inner_text(), tuple(bars), title, page.locator("#lead").inner_text())
    for place in range(4):
        assert len({one[place] for one in seen.values()}) == 3, seen
    assert "målet 85 %" in seen["acute"][0]
    assert "målet 95 %" in seen["planned"][0]
    assert seen["acute"][2].startswith("Akut vård")
    assert seen["planned"][2].startswith("Planerad vård")


@pytest.mark.parametrize(
    ("control", "value", "changed"),
    [
        ("period", "2025-07", {"heading", "lead", "cards", "table-title", "way-title"}),
        ("region", "09", {"lead", "cards", "over-title", "out-title", "occupancy-measure"}),
        ("indicator", "outplacement", {"map-title", "map-measure", "table", "table-measure"}),
        ("care", "all", {"lead", "cards", "map-measure", "over-measure"}),
        ("span", "120", {"over-measure", "over-sentence", "out-measure"}),
        ("data", "published", {"heading", "label", "trust", "lead", "map-source", "over-measure"}),
    ],
)  # fmt: skip
def test_a_filter_changes_its_parts_and_the_address(
    page: Page, control: str, value: str, changed: set[str]
) -> None:
    opened(page)
    before = texts(page)
    sent = choose(page, control, value)
    assert len(sent) == 1
    after = texts(page)
    different = {name for name in before if before[name] != after[name]}
    assert changed <= different
    assert f"{control}={value}" in query(page)
    expect(page.locator("#said")).not_to_be_empty()


def test_a_touch_and_the_way_back_ask_what_is_made_ahead(page: Page, dataset: Dataset) -> None:
    opened(page)
    ahead = {orjson.dumps(one) for one in touches(dataset)}
    for control, value in (("stream", "acute"), ("stream", "all"), ("region", "09")):
        [sent] = choose(page, control, value)
        assert orjson.dumps(orjson.loads(sent.post_data_buffer or b"")) in ahead


def test_the_span_leaves_the_map_and_the_cards_alone(page: Page) -> None:
    opened(page)
    before = texts(page)
    choose(page, "span", "24")
    after = texts(page)
    for name in ("lead", "cards", "map-title", "map-measure", "table", "way-title"):
        assert before[name] == after[name]


def test_controls_follow_when_other_data_are_chosen(page: Page) -> None:
    opened(page, "/?period=2024-05")
    choose(page, "data", "published")
    assert chosen(page, "period") == "2024"
    assert page.locator("#period option:not([hidden])").first.text_content() == "2025"
    choose(page, "data", "estimated")
    assert chosen(page, "period") == "2024-12"
    assert page.locator("#period option:not([hidden])").first.text_content() == "december 2025"


def test_controls_follow_an_indicator_to_where_it_exists(page: Page) -> None:
    opened(page, "/?care=psychiatric")
    choose(page, "indicator", "outplacement")
    assert chosen(page, "care") == "somatic"
    assert "finns inte" not in page.locator("#map-title").inner_text()


def test_an_indicator_of_its_own_gets_a_series_of_its_own_in_full_width(page: Page) -> None:
    opened(page)
    choose(page, "indicator", "occupancy")
    expect(page.locator("#chosen")).to_be_visible()
    expect(page.locator("#chosen-figure .main-svg").first).to_be_visible()
    widths = [
        page.locator(f"#{name}-figure .main-svg").first.bounding_box()["width"]
        for name in ("chosen", "over")
    ]
    assert widths[0] == pytest.approx(widths[1], abs=2)
    choose(page, "indicator", "overcrowding")
    expect(page.locator("#chosen")).to_be_hidden()


def test_the_label_has_a_touch_to_the_published_years_and_back(page: Page) -> None:
    opened(page)
    for data in ("published", "estimated"):
        with touch(page) as sent:
            page.locator("#label button").click()
        assert len(sent) == 1
        assert chosen(page, "data") == data
