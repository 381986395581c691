"""How much of the grant chance alone pays, and how often a true improvement goes unpaid."""

from dashboard.figures import chance_histogram, curves
from dashboard.figures.picture import Picture
from dashboard.funding.country import percent_qualified
from dashboard.funding.grant_picture import explained
from dashboard.funding.label import label
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.simulation.chance import (
    Chance,
    Rounding,
    chance,
    rounding,
    to_the_mean,
    unpaid,
)
from dashboard.funding.simulation.placebo_months import placebo
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.figure_table import table
from dashboard.language.formatting import number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.view import View

_BIN = 1.0
_TITLE = Text(
    "Slumpen ensam uppfyller {} procent av månadskraven",
    "Chance alone meets {} per cent of the monthly requirements",
)
_MEASURE = Text(
    "Andel av månadskraven som uppfylls med 2024 års regel i {} simulerade år utan någon verklig "
    "förändring, "
    "{} procents brus per månad, varav nästa månad behåller {}, frö {}",
    "Share of the monthly requirements met by the rule of 2024 in {} simulated years without any "
    "real change, "
    "{} per cent noise a month of which the next keeps {}, seed {}",
)
_SENTENCE = Text(
    "I 95 av 100 sådana år kvalificerar mellan {} och {} procent. Förbättringskravet ensamt ger {} "
    "procent, de fem lägsta resten. Med {months} blir det {} procent.",
    "In 95 of 100 such years between {} and {} per cent qualify. The requirement of improvement "
    "alone gives {} per cent, the five lowest the rest. By {months} it is {} per cent.",
)
_SOURCE = Text("Egen simulering, utgåva {}.", "Our own simulation, release {}.")
_SEEN = Text("{months} {} %", "{months} {}%")
_ALONE = Text("slumpen ensam", "chance alone")
_HEADS = (Text("Andel av månadskraven", "Share of the monthly requirements"),
          Text("Andel av åren", "Share of the years"))  # fmt: skip
_UNPAID_TITLE = Text(
    "En region som förbättras {} procent blir ändå utan betalt i {} procent av månaderna",
    "A region that improves by {} per cent still goes unpaid in {} per cent of the months",
)
_UNPAID_MEASURE = Text(
    "Sannolikhet att en månad inte betalas, efter verklig förbättring mot året före · "
    "{} simulerade år, frö {}",
    "Probability that a month is not paid, by true improvement from the year before · "
    "{} simulated years, seed {}",
)
_UNPAID_SENTENCE = Text(
    "Utan förbättring är det {} procent, vid {} procents förbättring {}. Regioner med låga nivåer "
    "får betalt ändå, eftersom de hör till de fem lägsta.",
    "Without improvement it is {} per cent, at {} per cent improvement {}. Regions with low levels "
    "are paid anyway, as they are among the five lowest.",
)
_SCALE = Text("Verklig förbättring", "True improvement")
_GROUPS = (Text("Alla regioner", "All regions"), Text("Lägsta tredjedelen", "Lowest third"),
           Text("Mellersta tredjedelen", "Middle third"),
           Text("Högsta tredjedelen", "Highest third"))  # fmt: skip
_AT = 10

_CHECKED = Text(
    "Mer som talar för försiktighet (simulering och {months})",
    "More reasons for caution (simulation and {months})",
)
_WHAT, _FOUND, _MEANS = (Text("Prov", "Test"), Text("Utfall", "Result"),
                         Text("Vad det betyder", "What it means"))  # fmt: skip
_MEAN = Text("Återgång till medel: {}", "Regression to the mean: {}")
_MEAN_FOUND = Text("{} %, {} % räknas som förbättrade", "{}%, {}% are taken for improved")
_MEAN_MEANS = Text(
    "Utan någon verklig förändring. En månad som råkade vara hög 2023 följs av en lägre.",
    "Without any real change. A month that happened to be high in 2023 is followed by a lower.",
)
_ROUNDED = Text("Avrundat till {} decimaler", "Rounded to {} decimals")
_ROUNDED_FOUND = Text("{} månadskrav ändras, {} mnkr byter region",
                      "{} monthly requirements change, SEK {} m change region")  # fmt: skip
_ROUNDED_MEANS = Text(
    "Mot jämförelsen utan avrundning, på {months}.",
    "Against the comparison without rounding, on {months}.",
)
_PLACEBO = Text("Placebo: november–december", "Placebo: November–December")
_PLACEBO_FOUND = Text("{} % av månadskraven, mot {} % i februari–oktober",
                      "{}% of the requirements, against {}% in February–October")  # fmt: skip


def chance_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The heap of years that chance alone makes, and the estimated months beside it."""
    found, words = chance(dataset), label(dataset, lang)
    seen = percent_qualified(dataset)
    bins = _bins(found)
    chart = chance_histogram.ChanceHistogram(
        bins=bins,
        width=_BIN,
        observed=round(seen, 2),
        observed_words=_SEEN.in_(lang).format(number(seen, 0, lang), **words),
        chance_words=_ALONE.in_(lang),
        middle=round(100 * found.share, 2),
    )
    percents = (100 * share for share in (found.low, found.high, found.improved_alone))
    return Picture(
        title=_TITLE.in_(lang).format(number(100 * found.share, 0, lang)),
        measure=_MEASURE.in_(lang).format(
            found.runs, round(100 * found.noise), number(found.kept, 1, lang), found.seed
        ),
        sentence=_SENTENCE.in_(lang).format(
            *(number(percent, 0, lang) for percent in percents), number(seen, 0, lang), **words
        ),
        chart=chart,
        table=table(
            _HEADS, ([_span(low, lang), f"{number(share, 1, lang)} %"] for low, share in bins), lang
        ),
        file="vardplatslaget_slump" if lang == "sv" else "vardplatslaget_chance",
        lang=lang,
        source=_SOURCE.in_(lang).format(labels.short(dataset.release)),
        indicator=OVERCROWDING,
        explained=explained(dataset, lang),
    )


def unpaid_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The probability of going unpaid by true improvement, for all regions and by level."""
    found, seed = unpaid(dataset), chance(dataset)
    x = [risk.improvement for risk in found]
    rows = [(risk.any_region, risk.lowest, risk.middle, risk.highest) for risk in found]
    lines = [
        curves.Curve(name.in_(lang), [round(100 * row[i], 1) for row in rows])
        for i, name in enumerate(_GROUPS)
    ]
    chart = curves.Curves(x, lines, _SCALE.in_(lang))
    at = dict(zip(x, rows, strict=True))
    return Picture(
        title=_UNPAID_TITLE.in_(lang).format(_AT, number(100 * at[_AT][0], 0, lang)),
        measure=_UNPAID_MEASURE.in_(lang).format(seed.runs, seed.seed),
        sentence=_UNPAID_SENTENCE.in_(lang).format(
            number(100 * rows[0][0], 0, lang), x[-1], number(100 * rows[-1][0], 0, lang)
        ),
        chart=chart,
        table=table(
            (_SCALE, *_GROUPS),
            (
                [f"{one} %", *(f"{number(100 * p, 0, lang)} %" for p in row)]
                for one, row in zip(x, rows, strict=True)
            ),
            lang,
        ),
        file="vardplatslaget_obetalt" if lang == "sv" else "vardplatslaget_unpaid",
        lang=lang,
        source=_SOURCE.in_(lang).format(labels.short(dataset.release)),
        indicator=OVERCROWDING,
        explained=explained(dataset, lang),
    )


def cautions(dataset: Dataset, lang: Lang) -> tuple[str, Grid, str]:
    """A title, the remaining tests as a table, and what its first column is called."""
    rows = [*_means(dataset, lang), *_roundings(dataset, lang)]
    shuffled = placebo(dataset)
    shares = (number(100 * share, 0, lang) for share in (shuffled.unpaid, shuffled.paid))
    rows.append(
        (_PLACEBO.in_(lang), _PLACEBO_FOUND.in_(lang).format(*shares), shuffled.text.in_(lang))
    )
    heads = (_FOUND.in_(lang), _MEANS.in_(lang))
    return (
        _CHECKED.in_(lang).format(**label(dataset, lang)),
        Grid(heads, tuple(rows)),
        _WHAT.in_(lang),
    )


def _means(dataset: Dataset, lang: Lang) -> list[tuple[str, ...]]:
    return [
        (
            _MEAN.in_(lang).format(_lower(third.name.in_(lang))),
            _MEAN_FOUND.in_(lang).format(
                number(third.change, 0, lang, signed=True), number(100 * third.improved, 0, lang)
            ),
            _MEAN_MEANS.in_(lang),
        )
        for third in to_the_mean(dataset)
    ]


def _roundings(dataset: Dataset, lang: Lang) -> list[tuple[str, ...]]:
    return [
        (
            _ROUNDED.in_(lang).format(one.decimals),
            _rounded_found(dataset, one, lang),
            _ROUNDED_MEANS.in_(lang).format(**label(dataset, lang)),
        )
        for one in rounding(dataset)
        if one.decimals is not None
    ]


def _rounded_found(dataset: Dataset, rounding: Rounding, lang: Lang) -> str:
    """What the decimals change; of estimates the one path of means does not tell."""
    if not told_by_region(grant_of(dataset)):
        return CANNOT_BE_DECIDED.in_(lang)
    return _ROUNDED_FOUND.in_(lang).format(
        rounding.changed_cells, number(rounding.moved / 1e6, 1, lang)
    )


def _bins(chance: Chance) -> list[tuple[float, float]]:
    """The simulated years by whole per cent, as shares in per cent, ends included."""
    places = [int(100 * outcome // _BIN) for outcome in chance.outcomes]
    return [
        (place * _BIN, 100 * places.count(place) / len(places))
        for place in range(min(places) - 1, max(places) + 2)
    ]


def _span(low: float, lang: Lang) -> str:
    return f"{number(low, 0, lang)}–{number(low + _BIN, 0, lang)} %"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
