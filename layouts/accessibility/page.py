"""Tillgänglighetsredogörelse: what the law (2018:1937) asks a public service to state."""

from collections.abc import Mapping

from dashboard.language.formatting import date
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view import addresses
from layouts import html
from layouts.accessibility import texts
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.operator import contact

TITLE = Text("Tillgänglighetsredogörelse", "Accessibility statement")
# Renewed by whoever assesses the site again.
ASSESSED = "2026-11-22"
PUBLISHED = "2026-11-22"
# The act asks for a link to the supervisory authority's own form.
SUPERVISION_FORM = "https://www.digg.se/tdosanmalan"

_ASSESSED = Text("Senaste bedömningen: {}.", "Last assessed on {}.")
_PUBLISHED = Text("Redogörelsen publicerades {}.", "The statement was published on {}.")


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The statement, with whoever runs the service as its contact."""
    return prose.article(
        TITLE.in_(lang),
        html.P(texts.LEAD.in_(lang), className="intro"),
        prose.section(
            "conformance",
            Text("Hur tillgänglig är webbplatsen?", "How accessible is the site?").in_(lang),
            *prose.paragraphs(texts.CONFORMANCE, lang),
        ),
        prose.section(
            "workarounds",
            Text("Om du inte kan använda en del", "If you cannot use a part").in_(lang),
            prose.bullets(texts.WORKAROUNDS, lang), closed=True),
        prose.section(
            "contact",
            Text("Ansvarig, och hur du rapporterar brister",
                 "Who is responsible, and how to report shortcomings").in_(lang),
            *contact(lang),
            html.P(texts.REPORT.in_(lang)),
        ),
        prose.section(
            "supervision", Text("Tillsyn", "Supervision").in_(lang),
            html.P(texts.SUPERVISION.in_(lang)),
            html.P(html.A(texts.SUPERVISION_LINK.in_(lang), href=SUPERVISION_FORM)),
        ),
        prose.section(
            "shortcomings",
            Text("Innehåll som inte är tillgängligt", "Content that is not accessible").in_(lang),
            prose.entries((who.in_(lang), what.in_(lang)) for who, what in texts.SHORTCOMINGS),
            closed=True,
        ),
        prose.section(
            "exempt", Text("Undantag", "Exemptions").in_(lang),
            *prose.paragraphs(texts.EXEMPT, lang), closed=True),
        prose.section(
            "tested",
            Text("Hur webbplatsen har prövats", "How the site has been tested").in_(lang),
            *prose.paragraphs(texts.TESTED, lang),
            html.P(_ASSESSED.in_(lang).format(date(ASSESSED, lang))),
            html.P(_PUBLISHED.in_(lang).format(date(PUBLISHED, lang))), closed=True),
    )  # fmt: skip


PAGE = Page(
    key="accessibility",
    path=addresses.ACCESSIBILITY,
    title=TITLE,
    place="footer",
    layout=layout,
)
