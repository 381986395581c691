"""Everything an indicator declares, in words: for the definition panel, Metod and the terminal."""

from collections.abc import Iterator, Mapping

from dashboard.indicators.registry import CARE_NAMES, Care, Data, Good, Indicator
from dashboard.language.formatting import capitalised, number
from dashboard.language.text import Lang, Text
from dashboard.reference.sources import Source

DIRECTION = {
    Good.LOWER: Text("Lägre är bättre.", "Lower is better."),
    Good.HIGHER: Text("Högre är bättre.", "Higher is better."),
    Good.NEUTRAL: Text(
        "Neutralt: varken lägre eller högre är i sig bättre.",
        "Neutral: neither lower nor higher is better in itself.",
    ),
}
_DATA: dict[Data, Text] = {
    "published": Text("Publicerade årsvärden", "Published annual values"),
    "estimated": Text("Skattade månadsvärden", "Estimated monthly values"),
}
_NOT_THERE = Text("finns inte", "not available")
_SPLIT = Text("{} (även akut och planerad var för sig)", "{} (acute and planned separately too)")
_NATIONAL_ONLY = Text("Endast för riket.", "For the country only.")
_NO_SERIES = Text("Ingen publicerad serie.", "No published series.")
_NOT_DRAWN = Text(
    "Färgläggs och rangordnas inte; värdena visas i tabell.",
    "Neither coloured nor ranked; the values are shown in a table.",
)
_LIMITS = Text("Fasta gränser i alla perioder: {}", "Fixed limits in every period: {}")
_AROUND_TARGET = Text(" procentenheter från riktvärdet.", " percentage points from the guideline.")
_DECIMALS = (Text("utan decimaler", "without decimals"), Text("en decimal", "one decimal"))


def describe(
    indicator: Indicator, lang: Lang, sources: Mapping[str, Source]
) -> list[tuple[str, str]]:
    """Headings and texts: the same headings in the same order for every indicator.

    The name is left out, as it stands above the description wherever that is shown. `sources`
    are those of the release that is shown.
    """
    return [(heading.in_(lang), text) for heading, text in _entries(indicator, lang, sources)]


def formula(indicator: Indicator, lang: Lang) -> str:
    """The formula in words: factor x (numerator) / (denominator), or the difference alone."""
    above, below = indicator.numerator_words.in_(lang), indicator.denominator_words
    if below is None:
        return capitalised(above)
    factor = "" if indicator.unit.per == 1 else f"{number(indicator.unit.per, 0, lang)} × "
    return f"{factor}({above}) / ({below.in_(lang)})"


def _entries(
    indicator: Indicator, lang: Lang, sources: Mapping[str, Source]
) -> Iterator[tuple[Text, str]]:
    yield Text("Vad måttet är", "What it is"), indicator.definition.in_(lang)
    yield Text("Varför det visas", "Why it is shown"), indicator.rationale.in_(lang)
    yield Text("Formel", "Formula"), formula(indicator, lang)
    yield Text("Så räknas det", "How it is computed"), indicator.method.in_(lang)
    yield Text("När det mäts", "When it is measured"), indicator.measured_at.in_(lang)
    yield Text("Enhet", "Unit"), _unit(indicator, lang)
    yield Text("Riktning", "Direction"), DIRECTION[indicator.good].in_(lang)
    yield Text("Vad som finns", "What there is"), _coverage(indicator, lang)
    yield Text("Källa", "Source"), _sources(indicator, lang, sources)
    yield Text("Klasser på kartan", "Classes on the map"), _classes(indicator, lang)
    yield Text("Att tänka på", "Keep in mind"), indicator.caveats.in_(lang)
    yield Text("Nyckel i adress och API", "Key in address and API"), indicator.key


def _unit(indicator: Indicator, lang: Lang) -> str:
    decimals = _DECIMALS[indicator.decimals].in_(lang)
    return capitalised(f"{indicator.unit.long.in_(lang)}, {decimals}.")


def _coverage(indicator: Indicator, lang: Lang) -> str:
    kinds = [f"{_DATA[data].in_(lang)}: {_cares(indicator, data, lang)}." for data in _DATA]
    return " ".join([*kinds, *([_NATIONAL_ONLY.in_(lang)] if indicator.national_only else [])])


def _cares(indicator: Indicator, data: Data, lang: Lang) -> str:
    names = [_care(indicator, data, care).in_(lang) for care in indicator.cares(data)]
    return ", ".join(names) or _NOT_THERE.in_(lang)


def _care(indicator: Indicator, data: Data, care: Care) -> Text:
    name = CARE_NAMES[care]
    return _SPLIT.format(name) if len(indicator.streams(data, care)) > 1 else name


def _sources(indicator: Indicator, lang: Lang, sources: Mapping[str, Source]) -> str:
    wanted = [sources[series.source] for series in indicator.published]
    lines = [f"{one.title}. {one.publisher}, {one.published}." for one in wanted]
    return " ".join(lines) or _NO_SERIES.in_(lang)


def _classes(indicator: Indicator, lang: Lang) -> str:
    if not indicator.drawable:
        return _NOT_DRAWN.in_(lang)
    exact = any(cut % 1 for cut in indicator.cuts)
    cuts = [number(cut, int(exact), lang, signed=indicator.diverges) for cut in indicator.cuts]
    after = _AROUND_TARGET.in_(lang) if indicator.diverges else "."
    return _LIMITS.in_(lang).format("; ".join(cuts)) + after
