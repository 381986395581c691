"""The links to the files of the papers, which are made when they are fetched."""

from collections.abc import Mapping

from dashboard.dialogue.papers_query import PapersQuery
from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html

_FILES = Text("Filer", "Files")
_FILES_ARE = Text(
    "De görs när de hämtas, vilket tar några sekunder.",
    "They are made when they are fetched, which takes a few seconds.",
)
_FILE_WORDS: Mapping[str, Text] = {
    "pptx": Text("Bilder (PPTX)", "Slides (PPTX)"),
    "pdf": Text("Rapport (PDF)", "Report (PDF)"),
    "brief.pdf": Text("En sida i sammanfattning (PDF)", "One page in brief (PDF)"),
    "xlsx": Text("Alla siffror med källor (XLSX)", "All figures with sources (XLSX)"),
    "html": Text("Egen sida (HTML)", "Page of its own (HTML)"),
}


_CALENDAR = Text("Dagarna i en kalender (ICS)", "The days in a calendar (ICS)")


def calendar_link(region: str, lang: Lang) -> Html:
    """The link to the days of what is agreed with a region."""
    query = f"region={region}&lang={lang}"
    link = html.A(_CALENDAR.in_(lang), href=f"/dialog/papers.ics?{query}", className="file")
    return html.P(link)


def files(asked: PapersQuery, lang: Lang, release: str) -> Html:
    """The links, each of which asks for what the page shows."""
    query = asked.query(lang=lang, release=release)
    links = [
        html.Li(html.A(said.in_(lang), href=f"/dialog/papers.{end}?{query}", className="file"))
        for end, said in _FILE_WORDS.items()
    ]
    return html.Section(
        [html.H2(_FILES.in_(lang), id="files"), html.P(_FILES_ARE.in_(lang), className="caption"),
         html.Ul(links, className="papers")]
    )  # fmt: skip
