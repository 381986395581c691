"""The pages, in the order of the header and the footer."""

from dashboard.lang import Lang
from layouts import (
    about,
    accessibility,
    api,
    changelog,
    compare,
    effects,
    method,
    overview,
    quality,
    region,
    targets,
)
from layouts.page import Page

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    region.PAGE,
    compare.PAGE,
    targets.PAGE,
    effects.PAGE,
    quality.PAGE,
    about.PAGE,
    method.PAGE,
    api.PAGE,
    changelog.PAGE,
    accessibility.PAGE,
)

_BY_PATH: dict[str, tuple[Page, Lang]] = {
    **{page.path.sv: (page, "sv") for page in PAGES},
    **{page.path.en: (page, "en") for page in PAGES},
}


def page_at(path: str) -> tuple[Page, Lang] | None:
    """The page and language of an address, or None where there is no page."""
    return _BY_PATH.get(path)
