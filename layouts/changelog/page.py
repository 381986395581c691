"""Ändringslogg: the releases of data that are kept here, and what has changed on the site."""

from collections.abc import Mapping
from datetime import UTC
from urllib.parse import urlencode

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.open_data.feed import ADDRESS as FEED
from dashboard.reference.changelog import CHANGES
from dashboard.releases.catalogue import ReleaseNote, note_of, releases, unreadable
from dashboard.releases.database.choice import reading
from dashboard.releases.dataset import Dataset
from dashboard.releases.repository import ReleaseError, ReleaseRepository
from dashboard.settings import settings_from_environment
from dashboard.view import addresses
from layouts import html
from layouts.changelog.changes import NEWEST, versions
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.prose import Piece

TITLE = Text("Ändringslogg", "Change log")
_LEAD = Text(
    "Här står vilka utgåvor av data som finns, vad de innehåller och vad som har ändrats på "
    "webbplatsen.",
    "This page lists the releases of data there are, what they hold, and what has changed on the "
    "site.",
)
_RELEASES = Text("Utgåvor av data", "Releases of data")
_RELEASE_IS = Text(
    "En utgåva ändras aldrig. En länk öppnar sidorna som de är i en tidigare utgåva.",
    "A release never changes. A link opens the pages as they are in an earlier release.",
)
_NAMED = Text(
    "Namnet räknas fram ur innehållet, så samma namn betyder alltid samma siffror. De sex första "
    "tecknen står vid varje diagram.",
    "The name is computed from the content, so the same name always means the same figures. The "
    "first six characters stand beside every chart.",
)
_DIFFERS = Text(
    "Störst avvikelse är det mesta som de skattade månaderna i somatisk vård skiljer sig från "
    "de publicerade värdena, per 100 vårdplatser. Rikets år är inte tvingade att stämma.",
    "Largest difference is the most by which the estimated months of somatic care differ from the "
    "published values, per 100 beds. The national years are not made to agree.",
)
_COLUMNS = Text("Namn och avvikelser", "Names and differences")
_HEADS = (
    Text("Utgåva", "Release"),
    Text("Skapad (UTC)", "Created (UTC)"),
    Text("Version", "Version"),
    Text("Publicerade värden", "Published values"),
    Text("Rader med skattade månader", "Rows of estimated months"),
    Text("Källor", "Sources"),
    Text("Störst avvikelse, region och år", "Largest difference, region and year"),
    Text("Störst avvikelse, rikets år", "Largest difference, national year"),
)
_CURRENT = Text("visas nu", "shown now")
_WITHDRAWN = Text("tillbakadragen: {}", "withdrawn: {}")
_SKIPPED = Text(
    "Ofullständiga mappar har hoppats över: {}.", "Incomplete folders have been skipped: {}."
)
_CHANGES = Text("Ändringar på webbplatsen", "Changes to the site")
_FEED = Text("Följ ändringarna som flöde (Atom)", "Follow the changes as a feed (Atom)")
_EARLIER = Text("Tidigare ändringar ({})", "Earlier changes ({})")
_SOMATIC = ("over", "out")


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; the release being shown stands in the list even where its folder is gone."""
    archive = reading(settings_from_environment())
    gone = _withdrawn(archive)
    rows = [_row(note, dataset, gone, lang) for note in _notes(archive, dataset)]
    heads = [head.in_(lang) for head in _HEADS]
    name = _RELEASES.in_(lang)
    return prose.article(
        TITLE.in_(lang),
        html.P(_LEAD.in_(lang), className="intro"),
        prose.section(
            "releases", name,
            html.P(_RELEASE_IS.in_(lang)),
            prose.table(name, heads, rows, kind="numbers"),
            prose.more(_COLUMNS.in_(lang), *prose.paragraphs((_NAMED, _DIFFERS), lang)),
            *_skipped(archive, lang),
        ),
        prose.section(
            "changes",
            _CHANGES.in_(lang),
            html.P(html.A(_FEED.in_(lang), href=FEED.in_(lang))),
            *versions(CHANGES[:NEWEST], lang),
            *_earlier(lang),
        ),
    )  # fmt: skip


def _withdrawn(archive: ReleaseRepository) -> Mapping[str, str]:
    try:
        return archive.head().withdrawn
    except ReleaseError:
        return {}


def _notes(archive: ReleaseRepository, dataset: Dataset) -> tuple[ReleaseNote, ...]:
    found = releases(archive)
    if any(note.name == dataset.release for note in found):
        return found
    return (note_of(dataset.release, dataset.manifest), *found)


def _row(note: ReleaseNote, dataset: Dataset, gone: Mapping[str, str], lang: Lang) -> list[Piece]:
    moment = note.created.astimezone(UTC)
    return [
        html.Span(_name(note, dataset, gone, lang)),
        f"{formatting.date(moment.date().isoformat(), lang)} {moment:%H:%M}",
        note.code_version,
        *(formatting.number(note.counts.get(kind), 0, lang) for kind in ("published", "estimated")),
        formatting.number(len(note.sources), 0, lang),
        *(formatting.number(miss, 4, lang) for miss in _largest(note)),
    ]


def _name(note: ReleaseNote, dataset: Dataset, gone: Mapping[str, str], lang: Lang) -> list[Piece]:
    name: Piece = html.Code(note.name)
    if note.name == dataset.release:
        return [name, html.Br(), html.Strong(_CURRENT.in_(lang))]
    href = f"{addresses.OVERVIEW.in_(lang)}?{urlencode({'release': note.name})}"
    found: list[Piece] = [html.A(name, href=href)]
    if note.name in gone:
        found += [html.Br(), html.Strong(_WITHDRAWN.in_(lang).format(gone[note.name]))]
    return found


def _largest(note: ReleaseNote) -> tuple[float | None, float | None]:
    somatic = [miss for series, miss in note.misses.items() if series in _SOMATIC]
    return (
        max((miss.region_year for miss in somatic), default=None),
        max((miss.national_year for miss in somatic), default=None),
    )


def _skipped(archive: ReleaseRepository, lang: Lang) -> list[Html]:
    names = ", ".join(unreadable(archive))
    return [html.P(_SKIPPED.in_(lang).format(names), className="notice")] if names else []


def _earlier(lang: Lang) -> list[Html]:
    if not (count := len(CHANGES[NEWEST:])):
        return []
    words = _EARLIER.in_(lang).format(count)
    return [html.P(html.A(words, href=addresses.EARLIER_CHANGES.in_(lang)))]


PAGE = Page(
    key="changelog",
    path=addresses.CHANGELOG,
    title=TITLE,
    place="footer",
    layout=layout,
)
