"""The regions on the map, in the view's period."""

from collections.abc import Mapping

from dashboard.figures import region_map, theme
from dashboard.figures.picture import Picture
from dashboard.figures.region_map import GEOMETRY_ADDRESS, PRINTED_UP_TO
from dashboard.gaps import target_status
from dashboard.indicators.registry import Indicator
from dashboard.language.collation import in_order
from dashboard.language.figure_table import Table
from dashboard.language.text import Lang, Text
from dashboard.quality.ranking_gate import gate
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, remarks, values
from dashboard.values.absence import reason_for_all
from dashboard.values.published_year import without_order
from dashboard.values.values import Value
from dashboard.view.view import View

_GREY = (theme.PLAIN,)

_HIGHEST = Text("Högst i {} och {}, lägst i {}", "Highest in {} and {}, lowest in {}")
_UNRANKED = Text(
    "Streckade och utan plats, eftersom uppgiften har betyg C eller D: {}.",
    "Hatched and without a place, as the figure has grade C or D: {}.",
)
_BY_REGION = Text("{} i regionerna", "{} by region")
_MAP_SENTENCE = Text(
    "{} har det högsta värdet, {}, och {} det lägsta, {}. {} av 21 regioner har ett värde.",
    "{} has the highest value, {}, and {} the lowest, {}. {} of 21 regions have a value.",
)
_RANKED_SENTENCE = Text(
    "Bland dem som rangordnas har {} det högsta värdet, {}, och {} det lägsta, {}. {} av 21 "
    "regioner har ett värde.",
    "Among those ranked {} has the highest value, {}, and {} the lowest, {}. {} of 21 regions have "
    "a value.",
)
_NONE_RANKED = Text(
    "{} av 21 regioner har ett värde, och ingen av dem rangordnas.",
    "{} of 21 regions have a value, and none of them is ranked.",
)
_ESTIMATED = Text(
    "{} av 21 regioner har ett värde. Månaderna är skattade, så ingen kallas högst eller lägst.",
    "{} of 21 regions have a value. The months are estimated: none is called highest or lowest.",
)
_ONE_VALUE = Text("Bara {} har ett värde: {}.", "Only {} has a value: {}.")
_HEADS = (Text("Region", "Region"), Text("Värde", "Value"))
_NO_VALUE = Text("Ingen region har ett värde. {}", "No region has a value. {}")


def map_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The regions in the view's period: five fixed classes, or none for what is neutral."""
    found = values.at(dataset, view)[1:]
    cuts, colours = _classes(view.of)
    unsure = gate(dataset, view)
    judged = [None if value.region in unsure else value.value for value in found]
    if view.of.diverges:
        # A distance to the target belongs only where there is a value to judge.
        distances = target_status.distances(dataset, view)[1:]
        judged = [None if v is None else d for v, d in zip(judged, distances, strict=True)]
    # No estimate is called the highest or the lowest.
    sure = () if without_order(dataset, view) else _sure(found, unsure)
    chart = region_map.RegionMap(
        codes=CODES,
        values=judged,
        words=[_printed(value, view.of, lang) + _doubt(value, unsure, lang) for value in found],
        names=[name_of(code).in_(lang) for code in CODES],
        cuts=cuts,
        colours=colours,
        points=dataset.label_points,
        geometry=GEOMETRY_ADDRESS.format(dataset.geometry_hash),
        selected=view.region,
    )
    return Picture(
        title=_map_title(sure, view, lang) if _ends(found) else _not_there(dataset, view, lang),
        measure=labels.measure(view, lang),
        sentence=(
            _map_sentence(found, sure, view, lang) + _left_out(found, unsure, lang)
            if _ends(found)
            else _NO_VALUE.in_(lang).format(reason_for_all(dataset, view).in_(lang))
        ),
        chart=chart,
        table=_table(chart, lang),
        file=labels.stem(view, "karta" if lang == "sv" else "map"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=view.of,
        notes=remarks.notes_on(dataset, view, CODES, (view.period,), lang),
    )


def _table(chart: region_map.RegionMap, lang: Lang) -> Table:
    """The regions by name, each of which can be chosen."""
    rows = sorted(
        zip(chart.names, chart.words, strict=True),
        key=lambda row: in_order(row[0], lang),
    )
    return Table(
        heads=tuple(head.in_(lang) for head in _HEADS),
        rows=tuple(rows),
    )


def _classes(indicator: Indicator) -> tuple[tuple[float, ...], tuple[str, ...]]:
    if not indicator.drawable:
        return (), _GREY
    return indicator.cuts, theme.DIVERGING if indicator.diverges else theme.SEQUENCE


def _printed(value: Value, indicator: Indicator, lang: Lang) -> str:
    return labels.number(value.value, indicator, lang)


def _doubt(value: Value, unsure: Mapping[str, Text], lang: Lang) -> str:
    """What is read aloud, and shown when pointed at, after the value that is printed."""
    why = unsure.get(value.region)
    return f"{PRINTED_UP_TO}{why.in_(lang)}" if why else ""


def _sure(values: tuple[Value, ...], unsure: Mapping[str, Text]) -> tuple[Value, ...]:
    """The values that can be called highest or lowest."""
    return tuple(one for one in values if one.region not in unsure)


def _left_out(values: tuple[Value, ...], unsure: Mapping[str, Text], lang: Lang) -> str:
    names = [name_of(one.region).in_(lang) for one in values if one.region in unsure and one.value]
    return f" {_UNRANKED.in_(lang).format(', '.join(names))}" if names else ""


def _ends(values: tuple[Value, ...]) -> list[Value]:
    known = [value for value in values if value.value is not None]
    return sorted(known, key=lambda one: (-(one.value or 0), one.region))


def _not_there(dataset: Dataset, view: View, lang: Lang) -> str:
    why = reason_for_all(dataset, view).in_(lang)
    return remarks.NOT_THERE.in_(lang).format(view.of.name.in_(lang), why)


def _map_title(sure: tuple[Value, ...], view: View, lang: Lang) -> str:
    ends = _ends(sure)
    name = view.of.name.in_(lang)
    if not view.of.ranked or len(ends) < 3:
        return _BY_REGION.in_(lang).format(name)
    names = [name_of(one.region).in_(lang) for one in (ends[0], ends[1], ends[-1])]
    return _HIGHEST.in_(lang).format(*names)


def _map_sentence(
    values: tuple[Value, ...], sure: tuple[Value, ...], view: View, lang: Lang
) -> str:
    ends = _ends(sure)
    if not ends:
        estimated = any(one.status == "estimated" for one in values)
        return (_ESTIMATED if estimated else _NONE_RANKED).in_(lang).format(len(_ends(values)))
    top, bottom = ends[0], ends[-1]
    if top is bottom:
        named = name_of(top.region).in_(lang)
        return _ONE_VALUE.in_(lang).format(named, _printed(top, view.of, lang))
    remarks = _MAP_SENTENCE if len(sure) == len(values) else _RANKED_SENTENCE
    return remarks.in_(lang).format(
        name_of(top.region).in_(lang), _printed(top, view.of, lang),
        name_of(bottom.region).in_(lang), _printed(bottom, view.of, lang), len(_ends(values)),
    )  # fmt: skip
