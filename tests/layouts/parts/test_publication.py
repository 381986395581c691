"""When the figures came, when the next are expected, and what 2025 may not be used for."""

from dataclasses import replace

import pytest

from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.values.publication import publication, warned, warnings
from dashboard.view.view import default_view
from layouts.document.pages import PAGES
from layouts.page.interactive_page import InteractivePage
from tests.each import each

INTERACTIVE = [one.interactive for one in PAGES if one.interactive]


def test_how_late_the_year_came_is_counted_from_its_source(dataset: Dataset) -> None:
    came = dataset.reference.sources[OVERCROWDING.published[0].source].published
    late = 12 * (int(came[:4]) - int(dataset.last_year)) + int(came[5:7]) - 12
    assert late > 0
    assert f"kom {late} månader efter årets slut" in publication(dataset, "sv")
    # No date is announced, so the next is expected a year after the last.
    assert str(int(came[:4]) + 1) in publication(dataset, "en")


def test_only_the_year_that_is_warned_of_is(dataset: Dataset) -> None:
    view = default_view(dataset)
    for period in ("2025-01", "2025-12", "2025"):
        assert warned(dataset, replace(view, period=period), "sv").startswith(
            "Dra inga slutsatser om 2025"
        )
    for period in ("2024-12", "2024", "2019"):
        assert warnings(dataset, replace(view, period=period)) == ()


@pytest.mark.parametrize("page", INTERACTIVE, ids=lambda page: page.key)
@pytest.mark.parametrize("lang", LANGS)
def test_the_notice_of_every_page_that_shows_2025_says_so(
    dataset: Dataset, page: InteractivePage, lang: Lang
) -> None:
    words = {"sv": "Dra inga slutsatser om 2025", "en": "Draw no conclusions about 2025"}
    view = default_view(dataset)
    view = page.settled(replace(view, region="08"), dataset)
    found = page.content(view, dataset.showing(view.data), lang)
    labels = [value for key, value in found.items() if str(key).endswith("label")]
    assert any(words[lang] in str(one) for one in each(labels))
