"""The part of Metod on how the estimates were tried, and where they miss what is published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.indicators.registry import OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language.formatting import number, period
from dashboard.language.text import Lang
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.values.years_apart import years_apart
from layouts import html
from layouts.html import Html
from layouts.method import back_test_texts as texts
from layouts.method.back_test_chart import chart
from layouts.parts import prose
from layouts.parts.sorting import Sorting

_INDICATORS: tuple[Indicator, ...] = (OVERCROWDING, OUTPLACEMENT)
_DECIMALS = {"share_short": 1, "beds_short": 0}


def back_test(sorting: Sorting) -> list[Html]:
    """How the estimates did on figures left out, as numbers, a chart and a table."""
    dataset, lang = sorting.dataset, sorting.lang
    told = dataset.back_test
    if not told:
        return [html.P(texts.NONE.in_(lang))]
    return [
        *prose.paragraphs((text.format(*_shares(told, lang)) for text in texts.LEAD), lang),
        *(part for one in _INDICATORS for part in _charted(told["figures"], one, sorting)),
        html.H3(texts.APART.in_(lang), id="estimates-apart"),
        *_apart(dataset, told["facts"], lang),
    ]


def _shares(told: Mapping[str, Any], lang: Lang) -> list[str]:
    inside = sum(one["inside"] for one in told["figures"])
    crossed = told.get("crossed", {"regions": (), "years": ()})
    shares = [told["coverage"], *crossed["regions"], *crossed["years"]]
    errors = [part["log_error"] for part in told["methods"][told["chosen"]].values()]
    return [
        str(len(told["figures"])), str(inside),
        *(number(100 * share, 0, lang) for share in shares),
        *(number(100 * error, 0, lang) for error in errors),
    ]  # fmt: skip


def _charted(
    figures: Sequence[Mapping[str, Any]], indicator: Indicator, sorting: Sorting
) -> list[Html]:
    lang = sorting.lang
    sorting = replace(sorting, name=f"tried-{indicator.key.replace('_', '-')}")
    own = [one for one in figures if one["series"] == indicator.published[0].series]
    inside = sum(one["inside"] for one in own)
    title = texts.TITLE.in_(lang).format(indicator.name.in_(lang), inside, len(own))
    rows = (_row(one, indicator, lang) for one in own)
    heads = [head.in_(lang) for head in texts.HEADS]
    table = prose.table(title, heads, rows, kind="numbers", sorting=sorting)
    return [
        html.P([html.Strong(title), " ", texts.LEGEND.in_(lang)]),
        chart(own, title, lang),
        prose.more(texts.SHOW.in_(lang).format(indicator.name.in_(lang).lower()), table),
    ]


def _row(entry: Mapping[str, Any], indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    ends = dict.fromkeys(period(entry[end], lang, short=True) for end in ("first", "last"))
    return (
        f"{name_of(entry['region']).in_(lang)}, {' – '.join(ends)}",
        number(entry["published"], indicator.decimals, lang),
        *(number(entry[key], 2, lang) for key in ("estimate", "low", "high")),
        (texts.YES if entry["inside"] else texts.NO).in_(lang),
    )


def _apart(dataset: Dataset, facts: Sequence[Mapping[str, Any]], lang: Lang) -> list[Html]:
    """Published facts that the estimates do not give, and those that they do."""
    years = [
        html.Li(f"{one.indicator.name.in_(lang)}. {one.said(lang)}") for one in years_apart(dataset)
    ]
    rows = [_fact(one, lang) for one in facts]
    heads = [head.in_(lang) for head in texts.FACT_HEADS]
    return [
        html.P(texts.YEARS_APART.in_(lang)),
        html.Ul(years),
        html.P(texts.FACTS.in_(lang)),
        prose.table(texts.FACTS_NAME.in_(lang), heads, rows),
    ]


def _fact(entry: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    said, decimals = texts.FACT_WORDS[entry["fact"]].in_(lang), _DECIMALS.get(entry["fact"])
    if decimals is None:
        published, estimate = (_names(entry[key], lang) for key in ("published", "estimate"))
    else:
        published = texts.MORE_THAN.in_(lang).format(number(entry["published"], 0, lang))
        estimate = number(entry["estimate"], decimals, lang)
    return said, published, estimate, (texts.YES if entry["agrees"] else texts.NO).in_(lang)


def _names(codes: str | Sequence[str], lang: Lang) -> str:
    each = [codes] if isinstance(codes, str) else codes
    return ", ".join(name_of(code).in_(lang) for code in each) or "–"
