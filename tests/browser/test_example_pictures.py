"""Every picture file of example months carries the word: SVG and PNG, each page, both languages."""

import pytest
from playwright.sync_api import Page

from layouts.document.pages import PAGES
from tests.browser.walks import calm, opened
from tests.each import each

# What would be painted into the file, instead of the file.
LISTEN = """() => {
  window.painted = [];
  window.Plotly.downloadImage = async ({ layout }, { format, filename }) => window.painted.push({
    format, filename, words: layout.annotations.map(one => one.text.replace(/<[^>]*>/g, " ")),
  });
}"""
# Drawn however far down, and however many of them.
SAVE_ALL = """async () => {
  const drawn = [...document.querySelectorAll("[data-picture]")].filter(one =>
    !one.closest("[hidden]")
    && document.querySelector(`#${one.dataset.picture}-figure .js-plotly-plot`));
  for (const one of drawn) one.click();
  for (let i = 0; i < 200 && window.painted.length < drawn.length; i += 1)
    await new Promise(done => setTimeout(done, 25));
  return [drawn.length, window.painted];
}"""
# Of targets there are no example months: the page is always of the usual ones.
DRAWING = [page for page in PAGES if page.interactive and page.key not in ("dialogue", "targets")]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("of", DRAWING, ids=lambda of: of.key)
def test_each_file_has_the_word_in_name_title_drawing_and_source(of, lang, page: Page) -> None:
    word = {"sv": "EXEMPEL", "en": "EXAMPLE"}[lang]
    opened(page, f"{of.path.in_(lang)}?region=14&data=example")
    calm(page)
    page.wait_for_function("() => window.Plotly")
    page.evaluate(LISTEN)
    count, files = page.evaluate(SAVE_ALL)
    assert count == len(files) >= 2
    assert {one["format"] for one in files} == {"svg", "png"}
    for one in each(files):
        assert "EXEMPEL_EXAMPLE" in one["filename"]
        # Across the drawing, then title, measure, and source with address.
        *drawing, title, measure, foot = one["words"]
        assert word in drawing, one["filename"]
        assert title.strip().startswith(word)
        assert not measure or measure.startswith(word)
        assert foot.startswith(word)
        assert "data=example" in foot.replace(" ", "")


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_file_itself_is_painted_with_the_word(page: Page, kind: str) -> None:
    opened(page, "/min-region?region=14&data=example")
    calm(page)
    with page.expect_download() as download:
        page.locator(f"#mine-over [data-kind='{kind}']").evaluate("one => one.click()")
    content = download.value.path().read_bytes()
    assert "EXEMPEL_EXAMPLE" in download.value.suggested_filename
    if kind == "svg":
        assert content.decode().count("EXEMPEL") >= 4
    else:
        assert content.startswith(b"\x89PNG")
