"""Why a ratio changed since the same period last year: its patients, or its beds."""

from dataclasses import replace

from dashboard.figures import change_parts
from dashboard.figures.picture import Picture
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE, number
from dashboard.language.text import Lang, Text
from dashboard.quality.decomposition import Split, split_view, splits_told
from dashboard.reference.periods import same_period_last_year
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.estimate_ranges import range_of
from dashboard.values.may_be_said import CANNOT_BE_DECIDED, Statement, may_be_said_of_all
from dashboard.view.view import View

_BY_BEDS = Text(
    "I {} av 21 regioner beror förändringen mest på platserna",
    "In {} of 21 regions the change is mostly due to the beds",
)
_BY_PATIENTS = Text(
    "Förändringen beror mest på patienterna i alla regioner",
    "The change is mostly due to the patients in every region",
)
_OWN_BEDS = Text(
    "{}: förändringen beror mest på platserna", "{}: the change is mostly due to the beds"
)
_OWN_PATIENTS = Text(
    "{}: förändringen beror mest på patienterna", "{}: the change is mostly due to the patients"
)
_UNDECIDED = Text("Vad förändringen beror på {}", "What the change is due to {}")
_NONE = Text(
    "{}: täljare och nämnare är inte publicerade var för sig",
    "{}: numerator and denominator are not published by themselves",
)
_MEASURE = Text(
    "{} · förändring i procent från {}: punkt patienterna, ring platserna, siffran till höger "
    "kvoten",
    "{} · change in per cent from {}: the dot the patients, the ring the beds, the figure "
    "to the right the ratio",
)
_SENTENCE = Text(
    "{}: {} ändrades {} procent och {} {} procent, så kvoten ändrades {} procent.",
    "{}: {} changed by {} per cent and {} by {} per cent, so the ratio changed by {} per cent.",
)
_TWO = Text(
    "{}: {} i {} och {} i {}, skattat. Hur mycket patienterna och platserna ändrades sägs bara av "
    "rapporterade månader.",
    "{}: {} in {} and {} in {}, estimated. How much the patients and the beds changed is told of "
    "reported months only.",
)
_DENOMINATOR = Text(
    "Stängs en plats stiger kvoten utan att en enda patient har tillkommit.",
    "When a bed closes the ratio rises without a single patient more.",
)
_NO_PARTS = Text(
    "Förändringen delas på patienter och platser bara av rapporterade månader.",
    "The change is divided between patients and beds of reported months only.",
)
_ASIDE = Text("kvoten", "the ratio")
_HEADS = (
    Text("Region", "Region"), Text("Ett år tidigare", "A year earlier"), Text("Nu", "Now"),
    Text("Kvoten, %", "Ratio, %"), Text("Patienterna, %", "Patients, %"),
    Text("Platserna, %", "Beds, %"), Text("Mest på grund av", "Mostly due to"),
)  # fmt: skip
_PATIENTS, _BEDS = Text("patienterna", "the patients"), Text("platserna", "the beds")


def change_parts_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Sweden and the regions, each change taken apart, the largest rise of the ratio first.

    Estimated months bear neither that order nor what the change is due to, and a change of theirs
    in per cent has no range: both periods are told with theirs, and nothing is drawn.
    """
    view = split_view(view)
    parts = splits_told(dataset, view)
    judged = may_be_said_of_all(Statement.SIGNAL, dataset, view).outright
    rows = sorted(parts[1:], key=_by_ratio) if judged else parts[1:]
    whole = [*parts[:1], *rows]
    heads = (_PATIENTS.in_(lang), _BEDS.in_(lang))
    chart = change_parts.ChangeParts(
        [_row(part, view, lang) for part in whole if judged], heads, _ASIDE.in_(lang)
    )

    measured = labels.measure(view, lang)
    last = formatting.period(same_period_last_year(view.period), lang)
    return Picture(
        title=_title(view, parts, lang, judged=judged),
        measure=_MEASURE.in_(lang).format(measured, last) if chart.rows else measured,
        sentence=_sentence(view, parts, heads, lang)
        if judged
        else _both(dataset, view, parts, lang),
        chart=chart,
        table=table(
            _HEADS, (_line(dataset, part, view, lang, judged=judged) for part in whole), lang
        ),
        file=labels.stem(view, "taljare-namnare" if lang == "sv" else "numerator-denominator"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=view.of,
    )


def _by_ratio(split: Split) -> tuple[bool, float, str]:
    return split.ratio is None, -(split.ratio or 0), split.region


def _row(split: Split, view: View, lang: Lang) -> change_parts.PartsRow:
    words = f"{_per_cent(split.above, lang)} / {_per_cent(split.below, lang)}"
    name = name_of(split.region).in_(lang)
    selected = split.region == view.region
    return change_parts.PartsRow(name, split.above, split.below, split.ratio, words, selected)


def _per_cent(value: float | None, lang: Lang) -> str:
    return NONE if value is None else f"{number(value, 1, lang, signed=True)} %"


def _line(dataset: Dataset, split: Split, view: View, lang: Lang, *, judged: bool) -> list[str]:
    due = (
        NONE
        if split.ratio is None or not judged
        else (_BEDS if split.by_denominator else _PATIENTS).in_(lang)
    )
    return [
        name_of(split.region).in_(lang), *_two(dataset, split, view, lang),
        *(number(part, 1, lang, signed=True) for part in (split.ratio, split.above, split.below)),
        due,
    ]  # fmt: skip


def _two(dataset: Dataset, split: Split, view: View, lang: Lang) -> list[str]:
    """The value a year earlier and now; those of estimates with their ranges."""
    earlier = replace(view, period=same_period_last_year(view.period))
    return [
        _ranged(dataset, one, split.region, value, lang)
        for one, value in ((earlier, split.before), (view, split.now))
    ]


def _ranged(dataset: Dataset, view: View, region: str, value: float | None, lang: Lang) -> str:
    words, found = labels.number(value, view.of, lang), range_of(dataset, view, region)
    if found is None or value is None:
        return words
    low, high = (labels.number(one, view.of, lang) for one in found)
    return f"{words} ({low}–{high})"


def _both(dataset: Dataset, view: View, splits: tuple[Split, ...], lang: Lang) -> str:
    """What the view's region had in both periods, where a change is not told."""
    own = next((part for part in splits if part.region == view.region), None)
    if own is None or None in (own.before, own.now):
        return _NO_PARTS.in_(lang)
    before, now = _two(dataset, own, view, lang)
    name = name_of(view.region).in_(lang)
    periods = [formatting.period(one, lang) for one in (same_period_last_year(view.period),
                                                        view.period)]  # fmt: skip
    return _TWO.in_(lang).format(name, before, periods[0], now, periods[1])


def _title(view: View, splits: tuple[Split, ...], lang: Lang, *, judged: bool) -> str:
    if not splits:
        return _NONE.in_(lang).format(view.of.name.in_(lang))
    if not judged:
        return _UNDECIDED.in_(lang).format(CANNOT_BE_DECIDED.in_(lang))
    if view.region == SWEDEN:
        count = sum(part.by_denominator for part in splits[1:])
        return (_BY_BEDS if count else _BY_PATIENTS).in_(lang).format(count)
    (own,) = [part for part in splits if part.region == view.region]
    title = _OWN_BEDS if own.by_denominator else _OWN_PATIENTS
    return title.in_(lang).format(name_of(view.region).in_(lang))


def _sentence(view: View, splits: tuple[Split, ...], heads: tuple[str, str], lang: Lang) -> str:
    region = next((part for part in splits if part.region == view.region), None)
    if region is None or None in (region.ratio, region.above, region.below):
        return _NO_PARTS.in_(lang)
    numbers = [
        number(part, 1, lang, signed=True) for part in (region.above, region.below, region.ratio)
    ]
    name = name_of(view.region).in_(lang)
    sentence = _SENTENCE.in_(lang).format(
        name, heads[0], numbers[0], heads[1], numbers[1], numbers[2]
    )
    return f"{sentence} {_DENOMINATOR.in_(lang)}"
