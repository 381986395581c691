"""An indicator over time: Sweden, the chosen region, and all others behind them."""

from dataclasses import replace

from dashboard.figures import series_words, time_series
from dashboard.figures.picture import Picture
from dashboard.figures.range_band import Band
from dashboard.figures.time_axis import dated
from dashboard.indicators.registry import Indicator
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import imported as reported
from dashboard.values import labels, provenance, remarks, trends, values
from dashboard.values.estimate_ranges import band_of, range_of
from dashboard.values.may_be_said import undecided
from dashboard.values.timeline import Rings, marks_of, rings_of, told
from dashboard.view.view import View

_RINGS = Text("ringar är publicerade årsvärden", "rings are published annual values")
_DOTS = Text("prickar är rapporterade månader", "dots are reported months")
_BAND = Text(
    "fältet runt en linje är 80 procents spann", "the band around a line is its 80 per cent range"
)
_SERIES_SWEDEN = Text("{} i riket: {}", "{} in Sweden: {}")
_ESTIMATED = Text("{}: {} skattat {} ({}), riket {}", "{}: {} estimated {} ({}), Sweden {}")
_ABOVE = Text("{}: {} över riket, {} mot {}", "{}: {} above Sweden, {} against {}")
_BELOW = Text("{}: {} under riket, {} mot {}", "{}: {} below Sweden, {} against {}")
_LEVEL = Text("{}: {} som riket, {}", "{}: {} as Sweden, {}")


def series_picture(dataset: Dataset, view: View, indicator: Indicator, lang: Lang) -> Picture:
    """An indicator over the view's time span: Sweden, the chosen region, all others background."""
    measured = trends.of_indicator(view, indicator.key)
    chart = _chart(dataset, measured, lang)
    ends = (formatting.period(p, lang) for p in (chart.periods[0], chart.periods[-1]))
    span = "–".join(ends)
    rings = f" · {_RINGS.in_(lang)}" if chart.rings else ""
    rings += f" · {_DOTS.in_(lang)}" if chart.dots else ""
    rings += f" · {_BAND.in_(lang)}" if chart.bands else ""
    return Picture(
        title=_series_title(dataset, measured, lang),
        measure=labels.measure(measured, lang, span) + rings,
        sentence=series_words.in_words(chart, lang),
        chart=chart,
        table=series_words.table_of(chart, lang),
        file=labels.stem(measured, "serie" if lang == "sv" else "series"),
        lang=lang,
        source=labels.source(dataset, measured, lang, chart.periods),
        indicator=indicator,
        notes=remarks.notes_on(dataset, measured, (SWEDEN, view.region), chart.periods, lang),
        events=told(dataset, chart.periods, lang),
    )


def _chart(dataset: Dataset, view: View, lang: Lang) -> time_series.TimeSeries:
    by_year = grain_of(view.period) == "year"
    periods = values.periods_of(dataset, view)
    start = 0 if by_year else max(0, len(periods) - view.span)
    # One decimal more than is read aloud: the eye sees no more, and all of it travels.
    rows = values.lines(dataset, view, view.of.decimals + 1)
    whole = [
        time_series.Line(name_of(code).in_(lang), row[start:], _role(code, view))
        for code, row in zip(ALL_CODES, rows, strict=True)
    ]
    highlighted = [line for line in whole if line.role != "background"]
    # The chosen region lies under its own line too, so another choice changes no background.
    background = (
        [] if view.of.national_only else [replace(line, role="background") for line in whole[1:]]
    )
    shown = periods[start:]
    return time_series.TimeSeries(
        periods=shown,
        lines=[*background, *highlighted],
        decimals=view.of.decimals,
        marks=marks_of(dataset, shown, lang),
        rings={} if by_year else _rings(dataset, view, shown),
        dots=_dots(dataset, view, shown),
        bands=_bands(dataset, view, shown),
        now=view.period,
        thin=view.data != "published",
        breaks=provenance.breaks_of(dataset, view),
    )


def _role(code: str, view: View) -> str:
    if code == SWEDEN:
        return "sweden"
    return "selected" if code == view.region else "background"


def _rings(dataset: Dataset, view: View, shown: tuple[str, ...]) -> dict[str, Rings]:
    codes = dict.fromkeys((SWEDEN, view.region))
    return {_role(code, view): xy for code, xy in rings_of(dataset, view, shown, codes).items()}


def _dots(dataset: Dataset, view: View, shown: tuple[str, ...]) -> dict[str, Rings]:
    """The imported months of the country and of the chosen region, by role."""
    if view.data == "published" or grain_of(view.period) == "year":
        return {}
    rows = values.lines(dataset, view, view.of.decimals + 1)
    imported = set(reported.months_imported(dataset, view)) & set(shown)
    found = {}
    for code in dict.fromkeys((SWEDEN, view.region)):
        row = rows[ALL_CODES.index(code)]
        points = [(month, row[dataset.months.index(month)]) for month in sorted(imported)
                if reported.is_imported(dataset, replace(view, period=month), code)]  # fmt: skip
        known = [(dated(month), value) for month, value in points if value is not None]
        if known:
            found[_role(code, view)] = [x for x, _ in known], [y for _, y in known]
    return found


def _bands(dataset: Dataset, view: View, shown: tuple[str, ...]) -> dict[str, Band]:
    """The 80 per cent ranges of the country and of the chosen region, by role."""
    decimals = view.of.decimals + 1
    found: dict[str, Band] = {}
    for code in dict.fromkeys((SWEDEN, view.region)):
        ends = [
            None if one is None else (round(one[0], decimals), round(one[1], decimals))
            for one in band_of(dataset, view, code, shown)
        ]
        if any(ends):
            found[_role(code, view)] = ends
    return found


def _series_title(dataset: Dataset, view: View, lang: Lang) -> str:
    name = view.of.name.in_(lang)
    country = trends.trend(dataset, replace(view, region=SWEDEN))
    region = trends.value(dataset, view)
    if view.region != SWEDEN and region is not None and country.value is not None:
        here = labels.number(region, view.of, lang)
        there = labels.number(country.value, view.of, lang)
        where = name_of(view.region).in_(lang)
        if view.of.unit.counts:
            country_words = labels.place(replace(view, region=SWEDEN), lang)
            return f"{name}: {where} {here}, {country_words} {there}"
        if ends := range_of(dataset, view, view.region):
            among = formatting.span(*ends, view.of.decimals, lang)
            return _ESTIMATED.in_(lang).format(name, where, here, among, there)
        if here == there:
            return _LEVEL.in_(lang).format(name, where, here)
        words = _ABOVE if region > country.value else _BELOW
        return words.in_(lang).format(name, where, here, there)
    if country.value is None:
        reason = values.at(dataset, replace(view, region=SWEDEN))[0].reason
        return remarks.NOT_THERE.in_(lang).format(name, reason.in_(lang) if reason else "–")
    title = _SERIES_SWEDEN.in_(lang).format(name, labels.number(country.value, view.of, lang))
    # Years are too few to be judged, so there is no verdict to name.
    if grain_of(view.period) == "year":
        return title
    said = undecided(dataset, replace(view, region=SWEDEN)) or trends.signal_words(country)
    return f"{title}, {said.in_(lang)}"
