"""Om: what the site is, what its figures are worth, and whom to ask."""

from collections.abc import Mapping

from dashboard.indicators.registry import OVERCROWDING
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.targets import shortfall
from dashboard.values import labels
from dashboard.view import addresses
from dashboard.view.addresses import METHOD, SOURCES
from layouts import html
from layouts.about import texts
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.operator import contact

TITLE = Text("Om webbplatsen", "About this site")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LICENCE_NAME = Text("Licensen CC BY 4.0", "The licence CC BY 4.0")
_ALL_SOURCES = Text("Alla källor", "All sources")
_TRAPS = Text("Kända fel i uppgifterna", "Known errors in the data")
_EXAMPLE = Text("Se exemplet", "See the example")
_METHOD = Text("Så räknas siffrorna", "How the figures are computed")


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; years and release are those of the dataset."""
    return prose.article(
        TITLE.in_(lang),
        html.P(texts.LEAD.in_(lang), className="intro"),
        prose.section(
            "for-whom", Text("Vem den är till för", "Who it is for").in_(lang),
            *prose.paragraphs(texts.FOR_WHOM, lang),
        ),
        prose.section(
            "kinds",
            Text("Publicerat, skattat och exempel", "Published, estimated, example").in_(lang),
            _kinds(dataset, lang),
            html.P(html.A(_EXAMPLE.in_(lang), href=f"{addresses.OVERVIEW.in_(lang)}?data=example")),
        ),
        prose.section(
            "checks", Text("Så kontrolleras siffrorna", "How the figures are checked").in_(lang),
            prose.bullets(texts.CHECKS, lang),
            _links(lang, (_METHOD, METHOD, ""), (_TRAPS, SOURCES, "#known-traps")), closed=True),
        prose.section(
            "not-found", Text("Det som inte har hittats", "What has not been found").in_(lang),
            html.P(texts.NOT_FOUND_LEAD.in_(lang)),
            prose.bullets(texts.NOT_FOUND, lang), closed=True),
        prose.section(
            "contact", Text("Oberoende och kontakt", "Independence and contact").in_(lang),
            *prose.paragraphs(texts.INDEPENDENCE, lang),
            *contact(lang), closed=True),
        prose.section(
            "sources", Text("Källor och licens", "Sources and licence").in_(lang),
            *prose.paragraphs(texts.SOURCES, lang),
            html.P(html.A(_LICENCE_NAME.in_(lang), href=LICENCE)),
            _links(lang, (_ALL_SOURCES, SOURCES, "")), closed=True),
        prose.section(
            "cite", Text("Så citerar du", "How to cite").in_(lang),
            html.P(texts.CITE_LEAD.in_(lang)),
            _citations(dataset, lang), closed=True),
    )  # fmt: skip


def _kinds(dataset: Dataset, lang: Lang) -> Html:
    years = dataset.year_labels[0], dataset.last_year
    # Only the first text has places for the years, and only the third one for the stamp.
    fills = (years, (), (shortfall.STAMP.in_(lang),), (), ())
    return prose.entries(
        (name.in_(lang), text.in_(lang).format(*fill))
        for (name, text), fill in zip(texts.KINDS, fills, strict=True)
    )


def _citations(dataset: Dataset, lang: Lang) -> Html:
    release = labels.short(dataset.release)
    series = OVERCROWDING.published[0].source.removeprefix("kolada-").upper()
    month = formatting.period(dataset.last_month, lang)
    fills = ((series, release), (month, release))
    return prose.entries(
        (name.in_(lang), text.in_(lang).format(*fill))
        for (name, text), fill in zip(texts.CITATIONS, fills, strict=True)
    )


def _links(lang: Lang, *links: tuple[Text, Text, str]) -> Html:
    """Links to other pages, or to a part of one."""
    return html.Ul(
        [html.Li(html.A(words.in_(lang), href=page.in_(lang) + anchor))
         for words, page, anchor in links],
        className="links",
    )  # fmt: skip


PAGE = Page(
    key="about",
    path=addresses.ABOUT,
    title=Text("Om", "About"),
    place="footer",
    layout=layout,
)
