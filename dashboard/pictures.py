"""The pictures of the national page, each a plain function of store, view and language."""

from dataclasses import replace

from dashboard import formatting, provenance, standing, trends, values, wording
from dashboard.events import events_between
from dashboard.figures import bullet, region_map, theme, time_series, way
from dashboard.figures.picture import Picture
from dashboard.guidelines import guideline_at
from dashboard.indicators import AVAILABLE_BEDS, DISTANCE_TO_GUIDELINE, OCCUPANCY, Indicator
from dashboard.lang import Lang, Text
from dashboard.periods import grain_of, months_of
from dashboard.regions import ALL_CODES, CODES, SWEDEN, name_of
from dashboard.shortfall import GUIDELINE, progress
from dashboard.store import Store
from dashboard.values import Value
from dashboard.view import View

GEOMETRY_ADDRESS = "/geo/{}.json"
_GREY = ("#f4f2ec",)

_HIGHEST = Text("Högst i {} och {}, lägst i {}", "Highest in {} and {}, lowest in {}")
_BY_REGION = Text("{} i regionerna", "{} by region")
_NOT_THERE = Text("{} finns inte: {}", "{} not available: {}")
_MAP_SENTENCE = Text(
    "{} har det högsta värdet, {}, och {} det lägsta, {}. {} av 21 regioner har ett värde.",
    "{} has the highest value, {}, and {} the lowest, {}. {} of 21 regions have a value.",
)
_NO_VALUE = Text("Ingen region har ett värde. {}", "No region has a value. {}")


def map_picture(store: Store, view: View, lang: Lang) -> Picture:
    """The regions in the view's period: five fixed classes, or none for what is neutral."""
    found = values.at(store, view)[1:]
    cuts, colours = _classes(view.of)
    judged = [value.value for value in found]
    if view.of.diverges:
        judged = standing.distances(store, view)[1:]
    figure = region_map.region_map(
        codes=CODES,
        values=judged,
        words=[_printed(value, view.of, lang) for value in found],
        names=[name_of(code).in_(lang) for code in CODES],
        cuts=cuts,
        colours=colours,
        points=store.label_points,
        geometry=GEOMETRY_ADDRESS.format(store.geometry_hash),
        selected=view.region,
        lang=lang,
    )
    figure["layout"]["meta"] = {"file": wording.stem(view, "karta" if lang == "sv" else "map")}
    return Picture(
        title=_map_title(found, view, lang),
        measure=wording.measure(view, lang),
        sentence=_map_sentence(found, view, lang),
        figure=figure,
        source=wording.source(store, view, lang),
        indicator=view.of,
    )


def _classes(indicator: Indicator) -> tuple[tuple[float, ...], tuple[str, ...]]:
    if not indicator.drawable:
        return (), _GREY
    return indicator.cuts, theme.DIVERGING if indicator.diverges else theme.SEQUENCE


def _printed(value: Value, indicator: Indicator, lang: Lang) -> str:
    return wording.number(value.value, indicator, lang)


def _ends(found: tuple[Value, ...]) -> list[Value]:
    known = [value for value in found if value.value is not None]
    return sorted(known, key=lambda one: (-(one.value or 0), one.region))


def _map_title(found: tuple[Value, ...], view: View, lang: Lang) -> str:
    ends = _ends(found)
    name = view.of.name.in_(lang)
    if not ends:
        reason = found[0].reason or Text("", "")
        return _NOT_THERE.in_(lang).format(name, _lower(reason.in_(lang)))
    if not view.of.ranked or len(ends) < 3:
        return _BY_REGION.in_(lang).format(name)
    names = [name_of(one.region).in_(lang) for one in (ends[0], ends[1], ends[-1])]
    return _HIGHEST.in_(lang).format(*names)


def _map_sentence(found: tuple[Value, ...], view: View, lang: Lang) -> str:
    ends = _ends(found)
    if not ends:
        reason = found[0].reason or Text("", "")
        return _NO_VALUE.in_(lang).format(reason.in_(lang))
    top, bottom = ends[0], ends[-1]
    return _MAP_SENTENCE.in_(lang).format(
        name_of(top.region).in_(lang), _printed(top, view.of, lang),
        name_of(bottom.region).in_(lang), _printed(bottom, view.of, lang), len(ends),
    )  # fmt: skip


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


_RINGS = Text("ringar är publicerade årsvärden", "rings are published annual values")
_SERIES_SWEDEN = Text("{} i riket: {}, {}", "{} in Sweden: {}, {}")
_ABOVE = Text("{} ligger över riket: {} mot {}", "{} is above Sweden: {} against {}")
_BELOW = Text("{} ligger under riket: {} mot {}", "{} is below Sweden: {} against {}")
_LEVEL = Text("{} ligger lika med riket: {}", "{} is level with Sweden: {}")


def series_picture(store: Store, view: View, indicator: Indicator, lang: Lang) -> Picture:
    """An indicator over the view's time span: Sweden, the chosen region, all others quiet."""
    own = trends.of_indicator(view, indicator.key)
    chart = _chart(store, own, lang)
    figure = time_series.painted(chart, lang)
    figure["layout"]["meta"] = {
        "file": wording.stem(own, "serie" if lang == "sv" else "series"),
        "decimals": indicator.decimals,
    }
    span = f"{formatting.period(chart.periods[0], lang)}–{formatting.period(chart.periods[-1], lang)}"
    rings = f" · {_RINGS.in_(lang)}" if chart.rings else ""
    return Picture(
        title=_series_title(store, own, lang),
        measure=wording.measure(own, lang, span) + rings,
        sentence=time_series.in_words(chart, lang),
        figure=figure,
        source=wording.source(store, own, lang),
        indicator=indicator,
    )


def _chart(store: Store, view: View, lang: Lang) -> time_series.TimeSeries:
    by_year = grain_of(view.period) == "year"
    periods = values.periods_of(store, view)
    start = 0 if by_year else max(0, len(periods) - view.span)
    table = values.series(store, view)
    lines = []
    for row, code in enumerate(ALL_CODES):
        y = [None if v != v else round(float(v), 2) for v in table[row, start:]]
        lines.append(time_series.Line(name_of(code).in_(lang), y, _role(code, view)))
    shown = periods[start:]
    marks = events_between(months_of(shown[0])[0], months_of(shown[-1])[-1], at_most=4)
    return time_series.TimeSeries(
        periods=shown,
        lines=[one for one in lines if not (view.of.national_only and one.role == "quiet")],
        decimals=view.of.decimals,
        marks=[
            time_series.Mark(e.first_month, e.title.in_(lang))
            for e in marks
            if e.first_month >= shown[0]
        ],
        rings={} if by_year else _rings(store, view, shown),
        now=view.period,
        thin=view.data == "modelled",
    )


def _role(code: str, view: View) -> str:
    if code == SWEDEN:
        return "sweden"
    return "selected" if code == view.region else "quiet"


def _rings(
    store: Store, view: View, shown: tuple[str, ...]
) -> dict[str, tuple[list[str], list[float]]]:
    """The published annual values of the loud lines, at the middle of each year."""
    if view.stream != "all":
        return {}
    table = values.published(store, view.of, view.care, view.stream)
    found = {}
    for code in dict.fromkeys((SWEDEN, view.region)):
        pairs = [
            (f"{year}-07", float(value))
            for year, value in zip(store.year_labels, table[ALL_CODES.index(code)], strict=True)
            if value == value and shown[0] <= f"{year}-07" <= shown[-1]
        ]
        if pairs:
            found[_role(code, view)] = ([x for x, _ in pairs], [y for _, y in pairs])
    return found


def _series_title(store: Store, view: View, lang: Lang) -> str:
    name = view.of.name.in_(lang)
    country = trends.trend(store, replace(view, region=SWEDEN))
    region = trends.trend(store, view)
    if view.region != SWEDEN and region.value is not None and country.value is not None:
        here = wording.number(region.value, view.of, lang)
        there = wording.number(country.value, view.of, lang)
        where = name_of(view.region).in_(lang)
        if view.of.unit.counts:
            return f"{name}: {where} {here}, {name_of(SWEDEN).in_(lang).lower()} {there}"
        if here == there:
            return _LEVEL.in_(lang).format(where, here)
        words = _ABOVE if region.value > country.value else _BELOW
        return words.in_(lang).format(where, here, there)
    if country.value is None:
        reason = values.at(store, replace(view, region=SWEDEN))[0].reason
        return _NOT_THERE.in_(lang).format(name, _lower(reason.in_(lang)) if reason else "–")
    return _SERIES_SWEDEN.in_(lang).format(
        name,
        wording.number(country.value, view.of, lang),
        trends.SIGNAL_WORDS[country.signal].in_(lang),
    )


_STREAMS = {
    "acute": Text("Akut vård", "Acute care"),
    "planned": Text("Planerad vård", "Planned care"),
    "all": Text("Akut och planerad vård", "Acute and planned care"),
}
_TARGET = Text("mål {} %", "target {} %")
_MIXED = Text("blandat mål {} %", "mixed target {} %")
_POINTS = Text("{} procentenheter · motsvarar {} platser", "{} percentage points · equals {} beds")
_NOT_YET = Text("målnivån gäller från maj 2023", "the target is in force from May 2023")
_OVER_TARGET = Text(
    "{} ligger {} procentenheter över målnivån", "{} is {} percentage points above its target"
)
_UNDER_TARGET = Text(
    "{} ligger {} procentenheter under målnivån", "{} is {} percentage points below its target"
)
_BULLET_MEASURE = Text(
    "Beläggningsgrad inklusive överbelagda mot Socialstyrelsens riktvärde, {}, {}",
    "Bed occupancy including overcrowded patients against the national guideline, {}, {}",
)


def occupancy_picture(store: Store, view: View, lang: Lang) -> Picture:
    """Acute, planned and both against their targets, for the chosen region or Sweden."""
    own = replace(view, indicator=OCCUPANCY.key, care="somatic")
    asked = own if view.care == "somatic" else view
    stands = {s: standing.standing(store, own, view.region, s) for s in _STREAMS}
    if asked is view:
        stands = {s: replace(one, occupancy=None, beds_missing=None) for s, one in stands.items()}
    rows = [_bullet(one, view, lang) for one in stands.values()]
    figure = bullet.painted(rows, lang)
    name = "belaggning" if lang == "sv" else "occupancy"
    figure["layout"]["meta"] = {"file": wording.stem(own, name)}
    sentence = " ".join(f"{row.name}: {row.said}. {row.below}." for row in rows)
    reason = None
    if stands[view.stream].occupancy is None:
        reason = provenance.reason(
            store, replace(asked, indicator=OCCUPANCY.key), view.region
        ).in_(lang)
    when = formatting.period(view.period, lang)
    return Picture(
        title=_standing_title(stands[view.stream], reason, lang),
        measure=_BULLET_MEASURE.in_(lang).format(wording.place(view, lang), when),
        sentence=sentence,
        figure=figure,
        source=wording.source(store, own, lang),
        indicator=OCCUPANCY,
    )


def _bullet(one: standing.Standing, view: View, lang: Lang) -> bullet.Bullet:
    words = (_MIXED if one.stream == "all" else _TARGET).in_(lang)
    goal = words.format(formatting.number(one.target, 1 if one.stream == "all" else 0, lang))
    below = wording.NOT_AVAILABLE.in_(lang)
    said = goal
    if one.occupancy is not None:
        said = f"<b>{formatting.number(one.occupancy, 1, lang)} %</b>  {goal}"
        below = _POINTS.in_(lang).format(
            formatting.number(one.distance, 1, lang, signed=True),
            formatting.number(one.beds_missing, 0, lang, signed=True),
        )
        below += "" if one.in_force else f" · {_NOT_YET.in_(lang)}"
    loud = view.stream in ("all", one.stream)
    name = _STREAMS[one.stream].in_(lang)
    return bullet.Bullet(name, one.occupancy, one.target, said, below, loud)


def _standing_title(one: standing.Standing, reason: str | None, lang: Lang) -> str:
    name = _STREAMS[one.stream].in_(lang)
    if one.distance is None:
        return _NOT_THERE.in_(lang).format(OCCUPANCY.name.in_(lang), _lower(reason or ""))
    words = _OVER_TARGET if one.distance > 0 else _UNDER_TARGET
    return words.in_(lang).format(name, formatting.number(abs(one.distance), 1, lang))


_WAY_TITLE = Text("{} procent av vägen till {} platser", "{} per cent of the way to {} beds")
_WAY_NONE = Text("Vägen till {} platser", "The way to {} beds")
_WAY_MEASURE = Text(
    "Disponibla vårdplatser i somatisk specialiserad vård, riket. Utgångsläget är ”cirka {}” och "
    "visas med ±{} platser.",
    "Available beds in specialised somatic care, Sweden. The starting point is “about {}” and "
    "is shown with ±{} beds.",
)
_WAY_SENTENCE = Text(
    "{} platser i {}: {} procent (mellan {} och {}) av vägen från {} till {}; {} platser kvar.",
    "{} beds in {}: {} per cent (between {} and {}) of the way from {} to {}; {} beds left.",
)
_START, _NEED = Text("utgångsläge", "start"), Text("riktvärdets nivå", "guideline level")
_PUBLISHED_GAPS = Text(
    "Publicerat: 2 360 platser saknades i maj 2023 (2 300 och 60 i intensivvård); 2024 saknades "
    "2 230 och 50 i intensivvård. Antal platser per år har inte publicerats.",
    "Published: 2,360 beds were missing in May 2023 (2,300 and 60 in intensive care); in 2024 "
    "2,230 and 50 in intensive care. Bed counts by year have not been published.",
)


def way_picture(store: Store, view: View, lang: Lang) -> Picture:
    """From 15 300 beds to 17 660, and where the country is in the view's period."""
    own = replace(
        view, indicator=AVAILABLE_BEDS.key, care="somatic", stream="all", region=SWEDEN
    )
    guideline = guideline_at(months_of(view.period)[-1]) or GUIDELINE
    start, need = guideline.baseline or 0, guideline.need_total or 0
    margin = guideline.margin or 0
    before = guideline_at(months_of(view.period)[-1]) is None
    beds = None if before else trends.trend(store, own).value

    def n(value: float) -> str:
        return formatting.number(value, 0, lang)

    when = formatting.period(view.period, lang)
    figure = way.painted(
        way.Way(
            start, beds, need, margin, f"<b>{n(start)}</b> {_START.in_(lang)}",
            f"<b>{n(beds or 0)}</b> {when}", f"<b>{n(need)}</b> {_NEED.in_(lang)}",
        ),
        lang,
    )  # fmt: skip
    figure["layout"]["meta"] = {"file": wording.stem(own, "avstand" if lang == "sv" else "distance")}
    title, sentence = _WAY_NONE.in_(lang).format(n(need)), _PUBLISHED_GAPS.in_(lang)
    if beds is not None:
        done = progress(beds)
        title = _WAY_TITLE.in_(lang).format(n(done.point), n(need))
        sentence = _WAY_SENTENCE.in_(lang).format(
            n(beds), when, n(done.point), n(done.low), n(done.high), n(start), n(need),
            n(need - beds),
        )  # fmt: skip
    return Picture(
        title=title,
        measure=_WAY_MEASURE.in_(lang).format(n(start), n(margin)),
        sentence=sentence,
        figure=figure,
        source=wording.source(store, replace(own, data="modelled"), lang),
        indicator=DISTANCE_TO_GUIDELINE,
    )
