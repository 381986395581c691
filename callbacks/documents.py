"""The document of each address: the page whole, and at its end what makes it alive."""

from urllib.parse import parse_qs

from dashboard.figures.region_map import GEOMETRY_ADDRESS
from dashboard.figures.theme import CONFIG
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import query_of
from dashboard.web.asset_bundling import Statics
from dashboard.web.protection.gate import identity
from dashboard.web.release_provider import FOLDER_AMISS as AMISS
from dashboard.web.release_provider import ReleaseProvider
from layouts import html
from layouts.document.document import DATABASE_AWAY, FOLDER_AMISS, document, plain_page
from layouts.document.head import head, plain_head, scripts, style
from layouts.document.pages import page_at
from layouts.document.release_banner import laid_out
from layouts.html import render_html
from layouts.page.page import Page
from layouts.parts.headline import BEHIND_LEAD

_NOT_FOUND = Text("Sidan finns inte", "Page not found")
_NOT_FOUND_WORDS = Text(
    "Det finns ingen sida på den här adressen. Börja om från startsidan.",
    "There is no page at this address. Start again from the front page.",
)
_NO_RELEASE = Text("Siffrorna kan inte visas just nu", "The figures cannot be shown now")
_NO_RELEASE_WORDS = Text(
    "Datautgåvan saknas eller är skadad, och hellre än att visa fel siffror visas inga. Den som "
    "driver webbplatsen ser orsaken på /readyz.",
    "The data release is missing or damaged, and rather than wrong figures none are shown. "
    "Whoever runs the site sees the reason at /readyz.",
)


@frozen
class Writer:
    """Writes documents; `signs_in` tells that there is somewhere to sign in."""

    provider: ReleaseProvider
    statics: Statics
    signs_in: bool = False

    def page(self, path: str, search: str) -> str:
        """The document of a page's path and query.

        Raises:
            LookupError: no page has this path.
        """
        place = page_at(path)
        if place is None:
            raise LookupError(path)
        page, lang = place
        dataset, query = self.provider.dataset(), query_of(search)
        main = render_html(laid_out(page, dataset, lang, query))
        pieces = {**self._loaded(page, main, dataset), "release": dataset.release}
        shared = {
            key: values[0] for key, values in parse_qs(search, keep_blank_values=True).items()
        }
        degraded = self.provider.degraded
        away = FOLDER_AMISS if degraded == AMISS else DATABASE_AWAY if degraded else None
        return document(
            page, lang, shared, pieces, away=away, who=identity(), signs_in=self.signs_in
        )

    def not_found(self, lang: Lang) -> str:
        """What stands at an address without a page."""
        return plain_page(_NOT_FOUND, _NOT_FOUND_WORDS, lang, plain_head(self.statics))

    def no_release(self, lang: Lang) -> str:
        """What stands in the place of a page while there are no figures."""
        return plain_page(_NO_RELEASE, _NO_RELEASE_WORDS, lang, plain_head(self.statics))

    def _loaded(self, page: Page, main: str, dataset: Dataset) -> dict[str, str]:
        """What a page loads: only one that answers touches has pictures."""
        if page.interactive is None:
            return {
                "css": plain_head(self.statics), "main": main, "scripts": scripts(self.statics),
            }  # fmt: skip
        geometry = GEOMETRY_ADDRESS.format(dataset.geometry_hash)
        started = [html.data(CONFIG, id="config"), scripts(self.statics)]
        # What has a lead is read while its style comes.
        first = self.statics.first if BEHIND_LEAD in main else ""
        needed = [geometry] if geometry in main else []
        return {
            "css": head(self.statics, needed, first, page.interactive.id("lead")),
            "main": main.replace(BEHIND_LEAD, style(self.statics) if first else "", 1),
            "scripts": "\n".join(started),
        }
