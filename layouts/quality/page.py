"""Data och kvalitet: what the figures can bear, and the questions that they raise."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dashboard.language.text import Lang
from dashboard.quality import words as quality_words
from dashboard.quality.finding import Finding
from dashboard.quality.revisions import Revised, earlier_release, revisions
from dashboard.releases.dataset import Dataset
from dashboard.settings import settings_from_environment
from dashboard.view import addresses
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.page.interactive_page import InteractivePage
from layouts.page.page import Page
from layouts.parts import example_mark, headline, picture_parts, prose
from layouts.parts.at_hand import at_hand
from layouts.parts.page_frame import framed
from layouts.parts.picture_values import picture_values
from layouts.parts.sorting import Sorting
from layouts.quality import definitions, rules_table, tables, texts


class Id(StrEnum):
    """What a touch can change beside the pictures; of a section its title and its content."""

    TRUST = "dq-trust-line"
    LABEL = "dq-label"
    HEADING = "dq-heading"
    LEAD = "dq-lead"
    GRADES_TITLE = "dq-trust-title"
    GRADES = "dq-trust-table"
    RULES_TITLE = "dq-rules-title"
    RULES = "dq-rules-table"
    QUESTIONS_TITLE = "dq-questions-title"
    QUESTIONS = "dq-questions-table"
    OLDER = "dq-older"
    SOURCES_TITLE = "dq-sources-title"
    SOURCES = "dq-sources-table"
    WAYS_TITLE = "dq-ways-title"
    WAYS = "dq-ways-table"
    ESTABLISHED = "dq-established"
    SINCE_TITLE = "dq-since-title"
    SINCE = "dq-since-table"
    REVISED_TITLE = "dq-revised-title"
    REVISED = "dq-revised-table"


PICTURES = ("dq-calendar", "dq-split")
_SPLIT = "dq-split"
_UNFOLLOWED = ("rule", "against", "events", "assumptions", "scenario", "beside", "peers", "span")


def content(view: View, dataset: Dataset, lang: Lang) -> dict[str, Any]:
    """Everything that follows the view, by component id."""
    old = earlier_release(settings_from_environment().home, dataset)
    found: dict[str, Any] = {
        Id.TRUST: headline.trust(dataset, view, lang),
        Id.LABEL: headline.label(dataset, view, lang, "dq-data"),
        Id.HEADING: example_mark.marked(dataset, quality_words.heading(view, lang), lang),
        Id.LEAD: [
            html.Span(f"{words} ", className="loud" if place == 0 else "quiet")
            for place, words in enumerate(quality_words.sentences(dataset, view, lang))
        ],
        **_grades(dataset, view, lang),
        **_rules(dataset, view, lang),
        **_questions(dataset, view, lang, old),
        **_sources(dataset, view, lang),
        **_definitions(dataset, view, lang),
        **_revised(dataset, view, lang, old),
    }
    for name in PICTURES:
        found |= picture_values(dataset, name, view, lang)
    # Where a change cannot be taken apart its words stand alone, without a blank picture.
    drawn = bool(found["dq-split-figure"]["data"][1]["x"])
    return {**found, _SPLIT: "part part-dq-split" + ("" if drawn else " no-picture")}


@at_hand(*_UNFOLLOWED)
def _grades(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    title = texts.grades_title(dataset, view, lang)
    return {
        Id.GRADES_TITLE: title,
        Id.GRADES: [tables.grades_table(dataset, view, title, lang, Id.GRADES)],
    }


@at_hand(*_UNFOLLOWED)
def _rules(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    found = rules_table.fired(dataset, view)
    title = texts.rules_title(found, view, lang)
    empty = html.P(texts.NO_RULE.in_(lang), className="empty")
    return {
        Id.RULES_TITLE: title,
        Id.RULES: [rules_table.rules_table(found, title, Sorting(Id.RULES, dataset, view, lang))]
        if found
        else [empty],
    }


@at_hand(*_UNFOLLOWED)
def _questions(dataset: Dataset, view: View, lang: Lang, old: Dataset | None) -> dict[str, Any]:
    new, earlier = tables.asked(dataset, view)
    new = [*tables.rewritten_of(old, dataset, view), *new]
    title, sorting = (
        texts.questions_title(new, view, lang),
        Sorting(Id.QUESTIONS, dataset, view, lang),
    )
    empty = html.P(texts.NO_QUESTION.in_(lang), className="empty")
    return {
        Id.QUESTIONS_TITLE: title,
        Id.QUESTIONS: [tables.questions_table(new, title, sorting)] if new else [empty],
        Id.OLDER: _older(earlier, replace(sorting, name=Id.OLDER)) if earlier else [],
    }


def _older(findings: list[Finding], sorting: Sorting) -> list[Html]:
    """The questions about earlier years, folded."""
    title = texts.OLDER.in_(sorting.lang).format(len(findings))
    table = tables.questions_table(findings, title, sorting)
    scrolls = html.Div(table, className="table-wrap", tabIndex=0, role="region", aria_label=title)
    return [html.Details([html.Summary(title), scrolls])]


@at_hand(*_UNFOLLOWED)
def _sources(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    found = tables.contradictions(dataset, view)
    title = texts.sources_title(found, view, lang)
    empty = html.P(texts.NO_CONTRADICTION.in_(lang), className="empty")
    sorting = Sorting(Id.SOURCES, dataset, view, lang)
    return {
        Id.SOURCES_TITLE: title,
        Id.SOURCES: [tables.sources_table(found, title, sorting)] if found else [empty],
    }


@at_hand(*_UNFOLLOWED)
def _definitions(dataset: Dataset, view: View, lang: Lang) -> dict[str, Any]:
    ways, since = (
        texts.ways_title(dataset, view, lang),
        texts.since_title(dataset.reference, view, lang),
    )
    return {
        Id.WAYS_TITLE: ways,
        Id.WAYS: [definitions.two_ways(dataset, view, ways, lang)],
        Id.ESTABLISHED: definitions.established_table(dataset.reference, view, lang),
        Id.SINCE_TITLE: since,
        Id.SINCE: [definitions.since_table(since, Sorting(Id.SINCE, dataset, view, lang))],
    }


@at_hand(*_UNFOLLOWED)
def _revised(dataset: Dataset, view: View, lang: Lang, old: Dataset | None) -> dict[str, Any]:
    found: tuple[Revised, ...] = revisions(old, dataset) if old else ()
    title = texts.revised_title(old, found, dataset, lang)
    words = (texts.NO_REVISION if old else texts.NO_EARLIER).in_(lang)
    sorting = Sorting(Id.REVISED, dataset, view, lang)
    shown = tables.revisions_table(found, title, sorting) if found else None
    return {
        Id.REVISED_TITLE: title,
        Id.REVISED: [shown or html.P(words, className="empty")],
    }


INTERACTIVE = InteractivePage(
    key="quality",
    prefix="dq-",
    controls=("region", "indicator", "care", "period", "data", "sort"),
    parts=(
        *((str(id_), "children") for id_ in Id),
        *picture_parts.picture_parts(PICTURES),
        (_SPLIT, "className"),
    ),
    content=content,
    said=quality_words.said,
)


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page for a query, complete with figures and tables."""
    parsed, parts = INTERACTIVE.filled(query, dataset, lang)
    sections = _sections(dataset, parts, lang)
    return framed(
        INTERACTIVE, parsed, dataset, lang, parts=parts, sections=sections, trust="trust-line"
    )


def _sections(dataset: Dataset, parts: dict[str, Any], lang: Lang) -> list[Html]:
    def picture(name: str, kind: str = "") -> Html:
        return picture_parts.picture_section(name, parts, lang, kind=kind)

    split, reference = picture(_SPLIT, parts[_SPLIT]), dataset.reference
    beds = html.Div(parts[Id.ESTABLISHED], id=Id.ESTABLISHED)
    return [
        definitions.section("dq-questions", Id.QUESTIONS_TITLE, Id.QUESTIONS, parts, lang,
                 html.Div(parts[Id.OLDER], className="older", id=Id.OLDER), closed=False),
        html.Div([split, picture("dq-calendar")], className="halves"),
        html.Div([
        definitions.section("dq-trust", Id.GRADES_TITLE, Id.GRADES, parts, lang,
                 html.Div(definitions.rule_book(lang), className="prose book",
                          id="dq-rule-book")),
        definitions.section("dq-rules", Id.RULES_TITLE, Id.RULES, parts, lang),
        definitions.section("dq-since", Id.SINCE_TITLE, Id.SINCE, parts, lang),
        definitions.section("dq-sources", Id.SOURCES_TITLE, Id.SOURCES, parts, lang),
        definitions.section("dq-ways", Id.WAYS_TITLE, Id.WAYS, parts, lang,
                 html.Div([*definitions.established_beds(lang, beds),
                           *definitions.hours(reference, lang)],
                          className="prose beside"), files=False),
        definitions.section("dq-revised", Id.REVISED_TITLE, Id.REVISED, parts, lang),
        ], className="doors"),
        html.Section(
            [
                html.H2(texts.OPEN.in_(lang), id="dq-open"),
                *prose.paragraphs(texts.OPEN_WORDS, lang),
                html.Ul([html.Li(html.A(words.in_(lang), href=address.in_(lang)))
                         for words, address in texts.LINKS], className="links"),
                html.Div(definitions.handbook_of(reference, lang), className="prose book"),
            ],
            className="part",
        ),
    ]  # fmt: skip


PAGE = Page(
    key="quality",
    path=addresses.QUALITY,
    title=quality_words.TITLE,
    place="header",
    layout=layout,
    interactive=INTERACTIVE,
)
