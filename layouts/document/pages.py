"""The pages, in the order of the header and the footer."""

from dashboard.language.text import Lang
from layouts.about import page as about
from layouts.accessibility import page as accessibility
from layouts.api import page as api
from layouts.changelog import earlier
from layouts.changelog import page as changelog
from layouts.compare import page as compare
from layouts.dialogue import page as dialogue
from layouts.effects import page as effects
from layouts.method import page as method
from layouts.overview import page as overview
from layouts.page.page import Page
from layouts.quality import page as quality
from layouts.region import page as region
from layouts.scenario import page as scenario
from layouts.sources import page as sources
from layouts.targets import page as targets
from layouts.use import page as use

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    region.PAGE,
    compare.PAGE,
    targets.PAGE,
    effects.PAGE,
    scenario.PAGE,
    dialogue.PAGE,
    quality.PAGE,
    about.PAGE,
    method.PAGE,
    sources.PAGE,
    use.PAGE,
    api.PAGE,
    changelog.PAGE,
    earlier.PAGE,
    accessibility.PAGE,
)

_BY_PATH: dict[str, tuple[Page, Lang]] = {
    **{page.path.sv: (page, "sv") for page in PAGES},
    **{page.path.en: (page, "en") for page in PAGES},
}


def page_at(path: str) -> tuple[Page, Lang] | None:
    """The page and language of an address, or None where there is no page."""
    return _BY_PATH.get(path)
