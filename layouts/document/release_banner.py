"""The banner over a page that is shown as it was in an earlier release."""

from collections.abc import Mapping
from urllib.parse import urlencode

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.releases.catalogue import note_of
from dashboard.releases.dataset import Dataset, ReleaseError
from dashboard.values import labels
from dashboard.view.query_values import is_of
from layouts import html
from layouts.html import Html
from layouts.page.page import Page

_AS_IT_WAS = Text(
    "Sidan visas som den är i utgåva {}{}. Senare utgåvor kan ha andra siffror.",
    "The page is shown as it is in release {}{}. Later releases may have other figures.",
)
_OF = Text(" från {}", " of {}")
_WITHDRAWN = Text(
    "Utgåvan är tillbakadragen och siffrorna ska inte användas. Orsak: {}",
    "The release has been withdrawn and its figures are not to be used. Reason: {}",
)
_LATEST = Text("Visa den senaste utgåvan", "Show the latest release")
_NOT_SHOWN = Text(
    "Utgåvan {} kan inte visas. Den senaste utgåvan visas i stället.",
    "Release {} cannot be shown. The latest release is shown instead.",
)


def laid_out(page: Page, dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, under a banner where the query names a release."""
    laid = page.layout(dataset, lang, query)
    if dataset.unpublished:
        laid = html.Div([_unpublished(dataset, lang), laid])
    asked = query.get("release", "")
    if is_of(asked, dataset):
        return html.Div([_banner(page, dataset, lang, query), laid])
    # A page with a view says by itself what of its query could not be read.
    if asked and page.interactive is None:
        words = _NOT_SHOWN.in_(lang).format(asked[:40])
        return html.Div([html.P(words, className="notice problem column"), laid])
    return laid


def _unpublished(dataset: Dataset, lang: Lang) -> Html:
    """That what is shown holds what not everybody may see, and of whom and when."""
    line = html.P(html.Strong(labels.unpublished_sentence(dataset, lang)), className="column")
    return html.Div(line, className="notice unpublished")


def _banner(page: Page, dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    rest = urlencode({key: value for key, value in query.items() if key != "release"})
    words = _AS_IT_WAS.in_(lang).format(labels.short(dataset.release), _of(dataset, lang))
    link = html.A(_LATEST.in_(lang), href=page.path.in_(lang) + (f"?{rest}" if rest else ""))
    lines = [html.P([html.Strong(words), " ", link])]
    if dataset.withdrawn:
        lines.insert(0, html.P(html.Strong(_WITHDRAWN.in_(lang).format(dataset.withdrawn))))
    kind = "notice as-it-was withdrawn" if dataset.withdrawn else "notice as-it-was"
    return html.Div(html.Div(lines, className="column"), className=kind)


def _of(dataset: Dataset, lang: Lang) -> str:
    try:
        day = note_of(dataset.release, dataset.manifest).created.date()
    except ReleaseError:
        return ""
    return _OF.in_(lang).format(formatting.date(day.isoformat(), lang))
