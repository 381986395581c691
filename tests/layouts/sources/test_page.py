"""Källor has every source and every known error, and every other page leads there."""

import pytest

from app import create_app
from dashboard.ingest.embedded import reference
from dashboard.language.formatting import number
from dashboard.language.text import LANGS
from dashboard.settings import Settings
from dashboard.view.addresses import METHOD, SOURCES
from layouts.about import page as about
from layouts.quality import texts as quality
from layouts.sources import page as sources
from tests.each import each

every_language = pytest.mark.parametrize("lang", LANGS)


@every_language
def test_every_source_and_every_known_error_is_there(tree, dataset, lang):
    page = sources.layout(dataset, lang, {})
    said, hrefs = tree.words(page), tree.hrefs(page)
    for source in each(reference().sources.values()):
        assert source.title in said
        assert {*source.urls} <= {*hrefs}
    for note in each(reference().notes):
        assert note.text.in_(lang) in said


def test_the_figures_that_a_source_gave_are_counted(tree, dataset):
    rows = [tree.words(row) for row in tree.of_type(sources.layout(dataset, "sv", {}), "Tr")]
    for name, count in each(dataset.manifest["sources"].items()):
        title = dataset.reference.sources[name].title
        assert any(title in row and number(count, 0, "sv") in row for row in rows)


def test_swedish_words_on_the_english_page_are_marked_as_swedish(tree, dataset):
    spans = tree.of_type(sources.layout(dataset, "en", {}), "Span")
    marked = {tree.words(one) for one in spans if getattr(one, "lang", "") == "sv"}
    assert {source.title for source in reference().sources.values()} <= marked


@every_language
def test_om_and_data_and_the_foot_and_the_map_lead_here(tree, home, dataset, lang):
    here = SOURCES.in_(lang)
    assert {here, f"{here}#known-traps"} <= {*tree.hrefs(about.layout(dataset, lang, {}))}
    assert here in {place.in_(lang) for _, place in quality.LINKS}
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    assert f'href="{here}"' in client.get(METHOD.in_(lang)).text.partition('class="foot"')[2]
    assert f"{here}</loc>" in client.get("/sitemap.xml").text
