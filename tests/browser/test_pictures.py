"""A picture that is downloaded says by itself what it shows, and where it is from."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import calm, more, opened


def saved(page: Page, name: str, kind: str):
    with page.expect_download() as download:
        more(page, name)
        page.locator(f"#{name} [data-picture][data-kind='{kind}']").click()
    return download.value


def test_a_vector_picture_holds_title_measure_source_release_and_address(page: Page) -> None:
    opened(page, "/?region=12&period=2025-03")
    for name in ("map", "over", "occupancy", "way"):
        file = saved(page, name, "svg")
        assert file.suggested_filename.endswith(".svg")
        assert "_2025-03_" in file.suggested_filename
        words = page.evaluate(
            """svg => [...new DOMParser().parseFromString(svg, "image/svg+xml")
              .querySelectorAll("tspan.line, text")].map(one => one.textContent).join(" ")""",
            file.path().read_text(encoding="utf-8"),
        )
        together = words.replace(" ", "")
        for end in ("title", "measure", "source"):
            said = page.locator(f"#{name}-{end}").inner_text()
            assert said.replace(" ", "") in together, (name, end)
        assert "Utgåva" in words
        assert "period=2025-03" in words
        assert "127.0.0.1" in words


def test_the_name_of_the_file_has_indicator_and_period(page: Page) -> None:
    opened(page)
    assert "_overcrowding_2025-12_" in saved(page, "over", "svg").suggested_filename
    assert "_outplacement_2025-12_" in saved(page, "out", "svg").suggested_filename


def test_a_bitmap_is_twice_as_fine_as_the_screen(page: Page) -> None:
    opened(page)
    data = saved(page, "over", "png").path().read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(data[16:20], "big")
    assert width > 2 * 640


def test_nothing_in_a_picture_runs_out_of_it(page: Page) -> None:
    opened(page, "/?region=12&period=2025-03&span=24&stream=acute")
    svg = saved(page, "over", "svg").path().read_text(encoding="utf-8")
    page.evaluate(
        """svg => {
          const box = document.createElement("div");
          box.id = "probe";
          box.innerHTML = svg;
          document.body.append(box);
        }""",
        svg,
    )
    expect(page.locator("#probe svg").first).to_be_attached()
    outside = page.evaluate(
        """() => {
          const frame = document.querySelector("#probe svg").getBoundingClientRect();
          return [...document.querySelectorAll("#probe text")].filter(one => {
            const box = one.getBoundingClientRect();
            return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
              || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
          }).map(one => one.textContent);
        }"""
    )
    assert outside == []


BAND = """period => {
  const graph = document.getElementById("over-figure"), plot = graph.lastElementChild;
  const band = graph.querySelector(".now").getBoundingClientRect();
  const axis = plot._fullLayout.xaxis;
  const wanted = plot.getBoundingClientRect().x + axis._offset + axis.d2p(period);
  return Math.abs(band.x + band.width / 2 - wanted);
}"""


@pytest.mark.parametrize("width", [1400, 390])
def test_a_band_marks_the_period_on_the_axis_and_in_the_file(new_page, width: int) -> None:
    page = new_page(width=width)
    opened(page, "/?period=2024-03")
    assert page.evaluate(BAND, "2024-03") < 1
    page.evaluate("() => window.page.set('period', '2022-11')")
    page.wait_for_url("**period=2022-11**")
    assert page.evaluate(BAND, "2022-11") < 1
    with page.expect_download() as file:
        page.locator("#over [data-kind=svg]").evaluate("one => one.click()")
    drawn = Path(file.value.path()).read_text("utf-8")
    assert re.search(r"stroke: rgb\(11, 79, 108\);[^\"]*stroke-width: 6px", drawn)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(BAND, "2022-11") < 1
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    calm(page)
    page.evaluate("() => window.page.set('data', 'published')")
    page.wait_for_url("**data=published**")
    page.evaluate("() => window.page.set('period', '2016')")
    page.wait_for_url("**period=2016**")
    calm(page)
    assert page.evaluate(BAND, "2016-07") < 1
