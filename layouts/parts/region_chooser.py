"""A choice of regions as links, roughly where they lie."""

from dashboard.language.text import Lang
from dashboard.reference.regions import REGIONS
from layouts import html
from layouts.html import Html


def region_chooser(name: str, lang: Lang) -> Html:
    """A tile for each region, which opens the page for it; `name` is what is heard of them all."""
    links = [
        html.A(
            region.name.in_(lang),
            className=f"tile at-{region.tile[0]}-{region.tile[1]} plain-1",
            href=f"?region={region.code}",
        )
        for region in REGIONS
    ]
    return html.Nav(links, aria_label=name, className="tiles chooser")
