"""Dialogunderlag: the papers of a meeting with a region, seen before they are made into files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_log import agreements_of
from dashboard.dialogue.agreement_names import by_name
from dashboard.dialogue.logs import agreements_log, plans_log
from dashboard.dialogue.meetings import last_meeting, shown_on
from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import NOTHING_KEPT, Kept, make_pack
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers_query import PapersQuery, papers_query_of
from dashboard.dialogue.plan_log import plans_of
from dashboard.dialogue.seen import agreements_seen, seen
from dashboard.language.text import Lang, Text
from dashboard.releases.database.choice import reading
from dashboard.releases.dataset import Dataset
from dashboard.releases.repository import ReleaseError
from dashboard.settings import Settings, settings_from_environment
from dashboard.targets.plans import HIDDEN
from dashboard.view import addresses
from dashboard.web.protection.gate import identity
from dashboard.web.routes.agreements import NOTED
from layouts import html
from layouts.dialogue import form
from layouts.dialogue.agreement_forms import writing
from layouts.dialogue.choice import TITLE, choice
from layouts.dialogue.files import calendar_link, files
from layouts.dialogue.meeting import SCREEN, meeting, opening
from layouts.dialogue.sections import plate, section
from layouts.html import Html
from layouts.page.page import Page

_HIDDEN = Text(
    "Vad som har överenskommits visas inte på den här webbplatsen.",
    "What has been agreed is not shown on this site.",
)
_NOTED = Text("Antecknat: {}.", "Written down: {}.")
_DAMAGED = Text(
    "Överenskommelserna kan inte visas: de är inte som de skrevs. Kör vardplats agreements.",
    "The agreements cannot be shown: they are not as they were written. Run vardplats agreements.",
)

_AWAY = Text(
    "Överenskommelser och planer kan inte läsas just nu. Försök igen om en stund.",
    "Agreements and plans cannot be read just now. Try again in a while.",
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The papers of the region in the query; without one, a choice of regions."""
    settings, today = settings_from_environment(), datetime.now(UTC).date().isoformat()
    asked, problems = papers_query_of(query, today)
    kept, notice = _kept(settings, asked.region)
    told = [html.P(one.in_(lang), className="notice problem") for one in (*problems, *notice)]
    if not asked.region:
        return choice(dataset, kept.agreed, today, lang, told)
    since = asked.since or last_meeting(kept.agreed, asked.region, asked.day)
    pack = make_pack(
        dataset, asked.region, lang, day=asked.day, since=since, then=_then(settings, since),
        kept=kept,
    )  # fmt: skip
    asked = replace(asked, since=since)
    if SCREEN in query:
        added = (asked.added,) if asked.added else ()
        shown = pack.asking(struck=asked.struck, added=added)
        return meeting(shown, asked, query[SCREEN], query.get("release", ""))
    own = by_name(kept.agreed)
    told += _noted(query.get(NOTED, ""), own, lang)
    written = writing(own, asked.region, settings.login, lang)
    return _papers(pack, asked, lang, told, query.get("release", ""), written)


def _kept(settings: Settings, region: str) -> tuple[Kept, tuple[Text, ...]]:
    """What is agreed and planned that whoever asks may see, and why it is not shown."""
    try:
        kept = Kept(agreements_of(agreements_log(settings)), plans_of(plans_log(settings)))
    except OSError:
        return NOTHING_KEPT, (_AWAY,)
    if kept.agreed.fault or kept.plans.fault:
        return NOTHING_KEPT, (_DAMAGED,)
    shown = seen(settings, identity(), region)
    return Kept(
        agreements_seen(settings, identity(), kept.agreed),
        kept.plans if shown.plans else HIDDEN,
    ), () if shown.agreements else (_HIDDEN,)


def _then(settings: Settings, since: str) -> Dataset | None:
    try:
        return shown_on(reading(settings), since) if since else None
    except ReleaseError:
        return None


def _noted(name: str, known: Mapping[str, Agreement], lang: Lang) -> list[Html]:
    """What is said when an agreement was just written."""
    if name not in known:
        return []
    words = _NOTED.in_(lang).format(known[name].measure)
    return [html.P(words, id="noted", className="notice", role="status", tabIndex=-1)]


def _papers(
    pack: Pack, asked: PapersQuery, lang: Lang, told: list[Html], release: str,
    written: list[Html],
) -> Html:  # fmt: skip
    return html.Div(
        [
            html.H1(pack.title),
            html.P(f"{words.made_of(pack)} {words.NO_STATISTICS.in_(lang)}", className="caption"),
            *told,
            form.form(asked, asked.since, lang, release),
            html.P(pack.label, className="notice"),
            html.H2(words.IN_SHORT.in_(lang)),
            html.Ul([html.Li(line) for line in pack.sentences], className="lead-lines"),
            opening(asked, lang, release),
            files(asked, lang, release),
            *section(pack.key_figures),
            html.H2(words.SINCE.in_(lang)),
            *(part for one in pack.changes for part in section(one, html.H3)),
            html.H2(words.QUESTIONS.in_(lang), id="questions"),
            form.questions(pack.questions, asked, lang),
            *section(pack.agreements),
            *([calendar_link(asked.region, lang)] if pack.agreements.grid.rows else []),
            *written,
            *(part for one in pack.kept[1:] for part in section(one)),
            html.Div([plate(one, lang) for one in pack.plates], className="halves"),
            html.H2(words.SOURCES.in_(lang)),
            html.Ul([html.Li(line) for line in pack.sources], className="sources"),
        ],
        className="column page-dialogue",
    )


PAGE = Page(
    key="dialogue",
    path=addresses.DIALOGUE,
    title=TITLE,
    place="header",
    layout=layout,
)
