"""The one grammar of state: address, API, command line and exports all speak `View`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any
from urllib.parse import parse_qsl, quote_plus

from dashboard.frozen import frozen
from dashboard.indicators import registry
from dashboard.indicators.registry import Care, Data, Indicator, Stream
from dashboard.language.text import Text
from dashboard.reference.events import Events
from dashboard.reference.periods import Grain, grain_of
from dashboard.reference.regions import SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.targets.occupancy_targets import PUBLISHED
from dashboard.view import assumptions as assumed
from dashboard.view.query_values import BEFORE, NOW, RENAMED, problem_with, unknown_key
from dashboard.view.scenario_choice import NOW as NO_CHANGE
from dashboard.view.sort_choice import GIVEN

# What an address may hold as it is, so that lists and options stay readable.
_READABLE = ",:=~"
_AS_IT_IS = re.compile(r"[A-Za-z0-9_.,:=~-]*", re.ASCII).fullmatch


@frozen
class View:
    """What is looked at. `span` is in months; `peers` is read by `peer_choice`, `rule` and
    `against` by `rule_choice`, `assumptions` by `assumptions.assumptions`; `events` are those
    marked on the time axis of the policy; `targets` is a version of the table of targets;
    `scenario` and `beside` are read by `scenario_choice`, `sort` by `sort_choice`.
    `release` is named only where the view is asked for as it was in that release.
    """

    indicator: str
    period: str
    region: str = SWEDEN
    care: Care = "somatic"
    stream: Stream = "all"
    span: int = 60
    peers: str = "similar"
    data: Data = "estimated"
    rule: str = "than=limits,top=0"
    against: str = "2024"
    events: Events = "weighty"
    assumptions: str = assumed.USUAL
    targets: str = PUBLISHED
    scenario: str = NO_CHANGE
    beside: str = NO_CHANGE
    sort: str = GIVEN
    release: str = ""

    @property
    def of(self) -> Indicator:
        """The indicator itself."""
        return registry.indicator(self.indicator)

    @property
    def anywhere(self) -> "View":
        """The view without what all regions' values do not depend on."""
        return replace(
            View(self.indicator, self.period, care=self.care, stream=self.stream, data=self.data),
            targets=self.targets,
        )

    def query(self, dataset: Dataset) -> str:
        """The shortest query string that leads back here, empty for the default view."""
        usual = default_view(dataset, indicator=self.indicator, data=self.data)
        usual = replace(usual, indicator=registry.INDICATORS[0].key, data=default_data(self.of))
        both = zip(_NAMES, _values(self), _values(usual), strict=True)
        return _written((name, value) for name, value, other in both if value != other)

    def link(self) -> str:
        """The query string that names every field, and so shows the same period for ever."""
        each = zip(_NAMES, _values(self), strict=True)
        return _written((name, value) for name, value in each if value != "")


_NAMES = tuple(field.name for field in fields(View))
_values = attrgetter(*_NAMES)
_KNOWN = set(_NAMES)


def _written(pairs: Iterable[tuple[str, Any]]) -> str:
    """As `urlencode` writes it; most values have nothing to quote."""
    words = ((name, str(value)) for name, value in pairs)
    return "&".join(
        f"{name}={value if _AS_IT_IS(value) else quote_plus(value, safe=_READABLE)}"
        for name, value in words
    )


@frozen
class Parsed:
    """A view, what was ignored (`warnings`) and what was wrong (`errors`)."""

    view: View
    warnings: tuple[Text, ...] = ()
    errors: tuple[Text, ...] = ()

    @property
    def problems(self) -> tuple[Text, ...]:
        """The errors, in the words of one who shows the default instead of refusing."""
        return tuple(Text("{} {}", "{} {}").format(error, _INSTEAD) for error in self.errors)


def latest_period(dataset: Dataset, data: Data) -> str:
    """The latest complete period: a month, or a year for the published figures."""
    return dataset.last_year if data == "published" else dataset.showing(data).last_month


def default_data(indicator: Indicator) -> Data:
    """Months where they exist, else the published years."""
    return "estimated" if indicator.cares("estimated") else "published"


def default_view(dataset: Dataset, *, indicator: str = "", data: Data | None = None) -> View:
    """The view of an empty query, or of one that names only an indicator and a data kind."""
    return _default_view(dataset, indicator, data)


@lru_cache(maxsize=256)
def _default_view(dataset: Dataset, indicator: str, data: Data | None) -> View:
    chosen = registry.indicator(indicator) if indicator else registry.INDICATORS[0]
    kind = data or default_data(chosen)
    return View(
        indicator=chosen.key,
        period=_opening_period(dataset, chosen, kind),
        care=chosen.default_care,
        data=kind,
    )


def _opening_period(dataset: Dataset, indicator: Indicator, data: Data) -> str:
    """The latest period; of published years the latest that has a value at all."""
    series = next((p for p in indicator.published if p.care == indicator.default_care), None)
    table = dataset.years.get((series.series, series.care)) if series else None
    if data != "published" or table is None:
        return latest_period(dataset, data)
    reported = (table == table).any(axis=0).nonzero()[0]
    return dataset.year_labels[reported[-1]] if len(reported) else dataset.last_year


def parse(query: Mapping[str, str], dataset: Dataset) -> Parsed:
    """Read a query; whatever cannot be read is named and its default used instead."""
    problems: list[Text] = []
    given = {key: value for key, value in query.items() if key in _KNOWN and value != ""}
    warnings = tuple(unknown_key(key, _KNOWN) for key in query if key not in _KNOWN)
    if given.get("data") == BEFORE:
        given["data"] = NOW
        warnings = (*warnings, RENAMED)

    def read(key: str) -> str | None:
        value = given.get(key)
        problem = None if value is None else problem_with(key, value, dataset)
        if problem:
            problems.append(problem)
            return None
        return value

    data: Any = read("data")
    usual = default_view(dataset, indicator=read("indicator") or "", data=data)
    span = read("span")
    view = replace(
        usual,
        **{key: value for key in _WORDS if (value := read(key)) is not None},  # type: ignore[arg-type]
        span=int(span) if span else usual.span,
        release=dataset.release if read("release") else "",
    )
    return Parsed(view, warnings, tuple(problems))


def query_of(text: str) -> dict[str, str]:
    """The query string of an address as a mapping; of a repeated key the last one counts."""
    return dict(parse_qsl(text.lstrip("?"), keep_blank_values=True))


def apply_change(old: View, changes: Mapping[str, str], dataset: Dataset) -> View:
    """The view after a touch of one control, with what must follow moved along.

    Another indicator takes the data, care and stream in which it exists; other data take the
    same year or its last month. What has no control on the page, as peers, stays.

    Raises:
        ValueError: a control has a value it cannot have.
    """
    preserved = {key: getattr(old, key) for key in _KEPT}
    parsed = parse({**preserved, **changes}, dataset)
    if parsed.problems:
        raise ValueError(" ".join(problem.en for problem in parsed.problems))
    view = parsed.view
    moved = view.indicator != old.indicator
    if moved:
        view = _where_it_exists(view)
    if _grain(view.data) != _grain(old.data) == grain_of(view.period):
        year = view.period[:4]
        view = replace(view, period=year if view.data == "published" else f"{year}-12")
    return _with_a_value(view, dataset) if moved else view


def _with_a_value(view: View, dataset: Dataset) -> View:
    """The view, at the latest year with a value where nobody has one in its own."""
    series = next((one for one in view.of.published if one.care == view.care), None)
    table = dataset.years.get((series.series, series.care)) if series else None
    if view.data != "published" or table is None or view.period not in dataset.year_labels:
        return view
    year = table[:, dataset.year_labels.index(view.period)]
    if (year == year).any() or not (table == table).any():
        return view
    return replace(view, period=_opening_period(dataset, view.of, view.data))


def _grain(data: Data) -> Grain:
    return "year" if data == "published" else "month"


def _where_it_exists(view: View) -> View:
    if not view.of.cares(view.data):
        view = replace(view, data=default_data(view.of))
    if view.care not in view.of.cares(view.data):
        view = replace(view, care=view.of.default_care)
    if view.stream not in view.of.streams(view.data, view.care):
        view = replace(view, stream="all")
    return view


_INSTEAD = Text("Det förvalda värdet visas i stället.", "The default is shown instead.")
_WORDS = (
    "period", "region", "care", "stream", "peers", "rule", "against", "events", "assumptions",
    "targets", "scenario", "beside", "sort",
)  # fmt: skip
# What not every page has a control for, and no touch there may lose.
_KEPT = ("peers", "rule", "against", "events", "assumptions", "targets", "scenario", "beside",
         "sort", "release")  # fmt: skip
