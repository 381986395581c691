"""The table of the rules that fired, each with the figure that it concerns."""

from collections.abc import Sequence

from dashboard.checks.rules import SEVERITIES
from dashboard.indicators.registry import BY_KEY
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality import phrases
from dashboard.quality.reporting import periods
from dashboard.quality.rule_hit import RuleHit
from dashboard.quality.rule_hits import rule_hits
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View
from layouts import html
from layouts.html import Html
from layouts.parts.region_name import named
from layouts.parts.sorting import Sorting
from layouts.parts.stacked import stacked
from layouts.quality.tables import headed, link_to, row

MOST_RULES = 60

_RULES = (
    Text("Regel", "Rule"), Text("Grad", "Severity"), Text("Region", "Region"),
    Text("Siffran", "The figure"), Text("Bedömt tal", "Number judged"),
)  # fmt: skip


def fired(dataset: Dataset, view: View) -> list[RuleHit]:
    """The rule_hits on the region's figures, in the calendar's periods and kind of data."""
    shown = set(periods(dataset, view))
    found = [
        one
        for one in rule_hits(dataset)
        if one.data == view.data
        and one.period in shown
        and view.region in (SWEDEN, one.region)
        and (view.data == "published" or view.care in ("all", one.care))
    ]
    # The chosen indicator's own first, in the order of gravity and time.
    return sorted(found, key=lambda one: one.indicator != view.indicator)


def rules_table(rule_hits: Sequence[RuleHit], name: str, sorting: Sorting) -> Html:
    """The first firings in the order asked for, each with a link to the figure it concerns."""
    told = [_told(one, sorting.lang) for one in rule_hits]
    shown = sorting.places(told)[:MOST_RULES]
    said = [one.in_(sorting.lang) for one in _RULES]
    heads = sorting.heads(said, [told[one] for one in shown])
    rows = [_fired(rule_hits[one], told[one], sorting) for one in shown]
    return headed(name, heads, stacked(rows, said))


def _told(rule_hit: RuleHit, lang: Lang) -> tuple[str, ...]:
    about = phrases.measure(BY_KEY[rule_hit.indicator], rule_hit.care).in_(lang)
    return (
        f"{rule_hit.rule_id} {rule_hit.rule.name.in_(lang)}",
        SEVERITIES[rule_hit.rule.severity].in_(lang),
        name_of(rule_hit.region).in_(lang),
        f"{about}, {formatting.period(rule_hit.period, lang)}",
        formatting.number(rule_hit.number, 2, lang),
    )


def _fired(rule_hit: RuleHit, told: tuple[str, ...], sorting: Sorting) -> Html:
    address = link_to(sorting.lang, indicator=rule_hit.indicator, region=rule_hit.region,
                      period=rule_hit.period, care=rule_hit.care, data=rule_hit.data)  # fmt: skip
    rule, severity, region, figure, judged = told
    name = named(region, sorting.view.region)
    link = html.A(figure, href=address, aria_label=f"{figure}, {region}")
    return row(rule, severity, name, link, judged)
