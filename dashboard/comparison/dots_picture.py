"""The regions as sorted dots, with what is chance drawn as wide as it is."""

from dashboard.comparison.comparison import Compared, Comparison, comparison
from dashboard.comparison.words import (
    absence,
    against_sweden,
    interval,
    missing,
    place,
    unsure,
    when,
)
from dashboard.figures import dot_plot
from dashboard.figures.picture import Picture
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE, number
from dashboard.language.text import Lang, Text
from dashboard.peers import emphasis
from dashboard.reference.regions import CODES, SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics.rank_intervals import NOT_TOLD_APART
from dashboard.values import labels, remarks
from dashboard.values.published_year import NO_YEAR, compared_view, without_order
from dashboard.view.view import View

_TITLES = {
    "chance": Text("{} kan inte skiljas från riket", "{} cannot be told from Sweden"),
    "above": Text("{} ligger högre än riket, {} mot {}", "{} is above Sweden, {} against {}"),
    "below": Text("{} ligger lägre än riket, {} mot {}", "{} is below Sweden, {} against {}"),
    "even": Text("{} ligger som riket, {}", "{} is as Sweden, {}"),
    "own": Text("{}: {}", "{}: {}"),
}
_SPREAD = Text("{} av {} regioner kan inte skiljas från riket",
               "{} of {} regions cannot be told from Sweden")  # fmt: skip
_BY_REGION = Text("{} i {} regioner", "{} in {} regions")
_ROLLED = Text(
    "{} · linjen genom pricken är 95-procentsintervallet, ringen tolv månader tidigare",
    "{} · the line through the dot is the 95 per cent interval, the ring twelve months earlier",
)
_HOLLOW = Text(
    "; ofylld prick kan inte skiljas från riket", "; a hollow dot cannot be told from Sweden"
)
_SPANNED = Text(
    "{} · linjen genom pricken är skattningens 80 procents spann, ringen ett år tidigare",
    "{} · the line through the dot is the 80 per cent range of the estimate, the ring a year "
    "earlier",
)
_PLAIN = Text("{} · ringen är ett år tidigare", "{} · the ring is a year earlier")
_NOBODY = Text("Ingen region har ett värde. {}", "No region has a value. {}")
_NO_INTERVALS = Text(
    "Värdena har inga intervall, så vilka skillnader som är slump kan inte avgöras.",
    "The values have no intervals, so which differences are chance cannot be decided.",
)
_BY_CHANCE = Text(
    "Regioner vars linjer täcker varandra kan skilja sig av en slump.",
    "Regions whose lines cover each other may differ by chance.",
)
_DOUBTFUL = Text(
    "Rangordnas inte, betyg C eller D på sidan Data och kvalitet: {}.",
    "Not ranked, grade C or D on the page Data and quality: {}.",
)
_LEFT_OUT = Text("Utan värde: {}. {}", "Without a value: {}. {}")
_PLACE = Text("plats, 90 %", "place, 90%")
_RANK = Text("plats {} av {}", "place {} of {}")
_HEADS = (
    Text("Region", "Region"), Text("Värde", "Value"), Text("Ett år tidigare", "A year earlier"),
    Text("95 %-intervall", "95% interval"), Text("Plats, 90 %-intervall", "Place, 90% interval"),
    Text("Sannolikhet för plats 1–5", "Probability of place 1–5"),
    Text("Mot riket", "Against Sweden"),
)  # fmt: skip
_SPAN_HEAD = Text("80 %-spann", "80% range")
_TOLD = {
    True: Text("skild från riket", "told from Sweden"),
    False: NOT_TOLD_APART,
    None: Text(NONE, NONE),
}


def compared_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Dots with 95 per cent intervals, sorted where the indicator ranks the regions."""
    view = compared_view(dataset, view)
    found = comparison(dataset, view)
    of_role = emphasis.roles(dataset, view)
    rows = [_dot(view, one, found, of_role[one.region], lang) for one in found.regions]
    country = None if view.of.unit.counts else found.country.value
    chart = dot_plot.DotPlot(
        rows=rows,
        country=country,
        country_words=f"<b>{name_of(SWEDEN).in_(lang)}</b> {labels.number(country, view.of, lang)}",
        aside_head=_PLACE.in_(lang),
    )
    return Picture(
        title=_title(view, found, lang),
        measure=_measure(view, found, lang),
        sentence=_sentence(dataset, view, found, lang),
        chart=chart,
        table=table(
            _heads(found), (_line(view, one, lang) for one in (*found.regions, found.country)), lang
        ),
        file=labels.stem(view, "jamforelse" if lang == "sv" else "comparison"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=view.of,
        notes=remarks.notes_on(dataset, view, CODES, (view.period,), lang),
    )


def _spanned(comparison: Comparison) -> bool:
    return any(one.span for one in comparison.known)


def _heads(comparison: Comparison) -> tuple[Text, ...]:
    return (*_HEADS[:3], _SPAN_HEAD, *_HEADS[4:]) if _spanned(comparison) else _HEADS


def _measure(view: View, comparison: Comparison, lang: Lang) -> str:
    words = labels.measure(view, lang, when(view, lang, rolled=comparison.rolled))
    if not comparison.known:
        return words
    if not comparison.rolled:
        return (_SPANNED if _spanned(comparison) else _PLAIN).in_(lang).format(words)
    return _ROLLED.in_(lang).format(words) + (_HOLLOW.in_(lang) if view.of.ranked else "")


def _dot(
    view: View, compared: Compared, comparison: Comparison, role: dot_plot.Role, lang: Lang
) -> dot_plot.Dot:
    spoken = [labels.number(compared.value, view.of, lang)]
    if compared.interval:
        low, high = (labels.number(end, view.of, lang) for end in compared.interval)
        spoken[0] += f" ({low}–{high})"
    if compared.rank:
        spoken.append(_RANK.in_(lang).format(interval(compared.rank), len(comparison.known)))
    if compared.told is not None:
        spoken.append(_TOLD[compared.told].in_(lang))
    if compared.unsure:
        spoken.append(compared.unsure.in_(lang))
    decimals = view.of.decimals + 1
    return dot_plot.Dot(
        name=name_of(compared.region).in_(lang),
        value=_rounded(compared.value, decimals),
        before=_rounded(compared.before, decimals),
        interval=compared.interval,
        role=role,
        hollow=compared.told is False or compared.unsure is not None,
        words=", ".join(spoken),
        aside=_aside(compared, lang),
    )


def _aside(compared: Compared, lang: Lang) -> str:
    if compared.unsure:
        return compared.unsure.in_(lang).partition(":")[0].lower()
    return interval(compared.rank) if compared.rank else ""


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(value, decimals)


def _title(view: View, comparison: Comparison, lang: Lang) -> str:
    own = comparison.of(view.region)
    name = name_of(view.region).in_(lang)
    if not comparison.known:
        return remarks.NOT_THERE.in_(lang).format(view.of.name.in_(lang), "").strip()
    if view.region == SWEDEN or own.value is None or not view.of.ranked:
        return _title_of_all(view, comparison, lang)
    here, there = (labels.number(v, view.of, lang) for v in (own.value, comparison.country.value))
    if own.told is False:
        return _TITLES["chance"].in_(lang).format(name)
    if here == there:
        return _TITLES["even"].in_(lang).format(name, here)
    side = "above" if own.value > (comparison.country.value or 0.0) else "below"
    return _TITLES[side].in_(lang).format(name, here, there)


def _title_of_all(view: View, comparison: Comparison, lang: Lang) -> str:
    known = comparison.known
    if comparison.rolled and view.of.ranked:
        near = sum(one.told is False for one in known)
        return _SPREAD.in_(lang).format(near, len(known))
    return _BY_REGION.in_(lang).format(view.of.name.in_(lang), len(known))


def _sentence(dataset: Dataset, view: View, comparison: Comparison, lang: Lang) -> str:
    own = comparison.of(view.region)
    if not comparison.known:
        return _NOBODY.in_(lang).format(absence(dataset, view, CODES[0]).in_(lang))
    words = []
    if view.region != SWEDEN and own.value is not None:
        words += [against_sweden(view, own, comparison, lang),
                  unsure(own, lang) or place(view, comparison, own.rank, lang)]  # fmt: skip
    if without_order(dataset, view):
        words.append(NO_YEAR.in_(lang))
    elif not comparison.rolled:
        words.append(_NO_INTERVALS.in_(lang))
    if comparison.rolled and view.region == SWEDEN:
        words.append(_BY_CHANCE.in_(lang))
    if doubtful := [one for one in comparison.known if one.unsure]:
        names = ", ".join(name_of(one.region).in_(lang) for one in doubtful)
        words.append(_DOUBTFUL.in_(lang).format(names))
    if gone := missing(comparison):
        names = ", ".join(name_of(code).in_(lang) for code in gone)
        why = absence(dataset, view, gone[0]).in_(lang)
        words.append(_LEFT_OUT.in_(lang).format(names, why))
    return " ".join(one for one in words if one)


def _line(view: View, compared: Compared, lang: Lang) -> list[str]:
    ends = [labels.number(end, view.of, lang) for end in compared.interval or ()]
    top = NONE if compared.rank is None else f"{number(100 * compared.rank.top, 0, lang)} %"
    return [
        name_of(compared.region).in_(lang), labels.number(compared.value, view.of, lang),
        labels.number(compared.before, view.of, lang), "–".join(ends) or NONE,
        _aside(compared, lang) or NONE, top, _TOLD[compared.told].in_(lang),
    ]  # fmt: skip
