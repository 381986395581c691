"""A region among those it is compared with, measure by measure."""

from collections.abc import Sequence

from dashboard.figures import strip_plot
from dashboard.figures.picture import Picture
from dashboard.indicators.registry import OCCUPANCY, OUTPLACEMENT, OVERCROWDING, Indicator
from dashboard.language.figure_table import table
from dashboard.language.formatting import period
from dashboard.language.text import Lang, Text
from dashboard.peers.benchmark import benchmark
from dashboard.peers.group_names import GROUPS, NO_PEERS
from dashboard.peers.peers import NO_NEAR, neighbours, peers_of
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, trends
from dashboard.values.published_year import compared_view, without_order
from dashboard.values.values import numbers
from dashboard.view.peer_choice import peer_choice
from dashboard.view.view import View

SHOWN = (OVERCROWDING, OUTPLACEMENT, OCCUPANCY)
_BETTER = Text("{} mot {}: lägre i {} av {} mått", "{} against {}: lower in {} of {} measures")
_NONE = Text(
    "{} mot {}: inget mått har värden för båda", "{} against {}: no measure has values of both"
)
_NAMED = Text("{}, {}", "{}, {}")
_NOT_TOLD = Text(
    "Månaderna är skattade, så publicerade år jämförs; {} publiceras inte och står utanför.",
    "The months are estimated, so published years are compared; {} is not published and left out.",
)
_ALONE = Text("{} är ensam i sin grupp", "{} is alone in its group")
_MEASURE = Text(
    "Prick är region, band är lägst till högst, streck är gruppens värde: {}",
    "Dots are regions, the band lowest to highest, the tick the group's value: {}",
)
_HEADS = (Text("Mått", "Indicator"), Text("Region", "Region"), Text("Värde", "Value"))
_TOGETHER = Text("gruppen {}", "group {}")
_SENTENCE = Text("{}: {}, {}.", "{}: {}, {}.")


def among_peers_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Strips of overcrowding, outplacement and occupancy for the view's region and peers.

    Of estimated months the published year is compared, and what has none is left out
    (docs/methods.md 9.7).
    """
    peers = peers_of(dataset, view.region, view.peers)
    views = [trends.of_indicator(view, indicator.key) for indicator in SHOWN]
    compared = [compared_view(dataset, one) for one in views]
    told = [one for one in compared if not without_order(dataset, one)]
    rows = [_strip(dataset, one, one.of, peers, lang, dated=one not in views) for one in told]
    left_out = [one.of.short_name.in_(lang).lower() for one in compared if one not in told]
    chart = strip_plot.StripPlot(rows)
    return Picture(
        title=_title(view, peers, rows, lang),
        measure=_MEASURE.in_(lang).format(_who(dataset, view, peers, lang))
        if peers
        else NO_PEERS.in_(lang),
        sentence=" ".join(
            [
                *(_SENTENCE.in_(lang).format(r.name, r.own_words, r.benchmark_words) for r in rows),
                *([_NOT_TOLD.in_(lang).format(", ".join(left_out))] if left_out else []),
            ]
        ),
        chart=chart,
        table=table(_HEADS, _lines(view, rows, lang), lang),
        file=labels.stem(view, "jamfort" if lang == "sv" else "peers"),
        lang=lang,
        source=labels.source(dataset, told[0] if told else view, lang),
        indicator=OVERCROWDING,
        repeats=bool(rows),
    )


def _strip(
    dataset: Dataset,
    view: View,
    indicator: Indicator,
    peers: tuple[str, ...],
    lang: Lang,
    *,
    dated: bool,
) -> strip_plot.Strip:
    found = dict(zip(ALL_CODES, numbers(dataset, view), strict=True))
    together = benchmark(dataset, view, view.region, peers).value
    shown = [(code, found[code]) for code in peers]
    name = f"{indicator.name.in_(lang)}, {indicator.unit.short.in_(lang)}"
    return strip_plot.Strip(
        name=_NAMED.in_(lang).format(name, period(view.period, lang)) if dated else name,
        own=found[view.region],
        own_words=f"{name_of(view.region).in_(lang)} "
        f"{labels.number(found[view.region], indicator, lang)}",
        benchmark=together,
        benchmark_words=_TOGETHER.in_(lang).format(labels.number(together, indicator, lang)),
        peers=[(name_of(c).in_(lang), v, labels.number(v, indicator, lang))
               for c, v in shown if v is not None],
    )  # fmt: skip


def _lines(view: View, rows: Sequence[strip_plot.Strip], lang: Lang) -> list[list[str]]:
    """The measures with the region, each peer and the peers together, one row for each."""
    region_name = name_of(view.region).in_(lang)
    group = GROUPS[peer_choice(view.peers).group].in_(lang)
    found = []
    for row in rows:
        found.append([row.name, region_name, row.own_words.removeprefix(f"{region_name} ")])
        found += [[row.name, name, words] for name, _, words in row.peers]
        found.append([row.name, group, row.benchmark_words.split(" ")[-1]])
    return found


def _title(view: View, peers: tuple[str, ...], rows: list[strip_plot.Strip], lang: Lang) -> str:
    name = name_of(view.region).in_(lang)
    if not peers:
        return _ALONE.in_(lang).format(name)
    known = [r for r in rows if r.own is not None and r.benchmark is not None]
    lower = sum((r.own or 0) < (r.benchmark or 0) for r in known)
    group = GROUPS[peer_choice(view.peers).group].in_(lang)
    if not known:
        return _NONE.in_(lang).format(name, group)
    return _BETTER.in_(lang).format(name, group, lower, len(known))


def _who(dataset: Dataset, view: View, peers: tuple[str, ...], lang: Lang) -> str:
    names = ", ".join(name_of(code).in_(lang) for code in peers)
    choice = peer_choice(view.peers)
    if choice.group == "similar" and neighbours(dataset, view.region, choice).no_near:
        return f"{names} ({NO_NEAR.in_(lang)})"
    return names
