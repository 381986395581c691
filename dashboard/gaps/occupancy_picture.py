"""Occupancy against its targets: acute, planned and both."""

import re
from dataclasses import replace

from dashboard.figures import bullet
from dashboard.figures.picture import Picture
from dashboard.gaps import target_status
from dashboard.gaps.gap_ranges import standing_range
from dashboard.indicators.registry import OCCUPANCY, Stream
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import absence, labels, remarks
from dashboard.values.estimate_ranges import Range, range_of
from dashboard.view.view import View

_STREAMS: dict[Stream, Text] = {
    "acute": Text("Akut vård", "Acute care"),
    "planned": Text("Planerad vård", "Planned care"),
    "all": Text("Akut och planerad vård", "Acute and planned care"),
}
_TARGET = Text("mål {} %", "target {}%")
_MIXED = Text("blandat mål {} %", "mixed target {}%")
_SHORT = Text(
    "{} procentenheter · periodens beläggningsgap {} platser",
    "{} percentage points · occupancy gap of the period {} beds",
)
_SPARE = Text(
    "{} procentenheter · motsvarar {} platser utöver behovet",
    "{} percentage points · equals {} beds beyond the need",
)
_HEADS = (Text("Vårdform", "Stream"), Text("Värde", "Value"), Text("Mål", "Target"))
_NOT_YET = Text("målnivån gäller från maj 2023", "the target is in force from May 2023")
_AGAINST = Text("Beläggningsgraden mot riktvärdet", "Bed occupancy against its target")
_OVER_TARGET = Text(
    "{} ligger {} procentenheter över målnivån", "{} is {} percentage points above its target"
)
_UNDER_TARGET = Text(
    "{} ligger {} procentenheter under målnivån", "{} is {} percentage points below its target"
)
_ON_TARGET = Text("{} ligger på målnivån", "{} is at its target")
_ALSO_OVER = Text("{}, planerad vård {} över", "{}, planned care {} above")
_ALSO_UNDER = Text("{}, planerad vård {} under", "{}, planned care {} below")
_ALSO_ON = Text("{}, planerad vård på den", "{}, planned care at its own")
_WHISKER = Text(
    " · det tunna strecket är 80 procents spann", " · the thin line is the 80 per cent range"
)
_ESTIMATED = Text("{}: skattad beläggning {} % ({}), {}", "{}: estimated occupancy {}% ({}), {}")
_ALSO = Text("; planerad vård {} % ({}), {}", "; planned care {}% ({}), {}")
_BULLET_MEASURE = Text(
    "Beläggningsgrad inklusive överbelagda mot Socialstyrelsens riktvärde, {}, {}",
    "Bed occupancy including overcrowded patients against the national guideline, {}, {}",
)


def occupancy_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """Acute, planned and both against their targets, for the chosen region or Sweden."""
    somatic = replace(view, indicator=OCCUPANCY.key, care="somatic")
    asked = somatic if view.care == "somatic" else view
    stands = {s: target_status.standing(dataset, somatic, view.region, s) for s in _STREAMS}
    if asked is view:
        stands = {s: replace(one, occupancy=None, beds_missing=None) for s, one in stands.items()}
    ends = {s: range_of(dataset, replace(asked, indicator=OCCUPANCY.key, stream=s), view.region)
            for s in _STREAMS}  # fmt: skip
    rows = [_bullet(dataset, stand, ends[stand.stream], view, lang) for stand in stands.values()]
    chart = bullet.Bullets(rows)
    name = "belaggning" if lang == "sv" else "occupancy"

    spoken = " ".join(f"{row.name}: {row.said}; {row.below}." for row in rows)
    sentence = re.sub("<[^>]*>", "", spoken).replace("  ", ", ")
    reason = None
    if stands[view.stream].occupancy is None:
        reason = absence.reason(dataset, replace(asked, indicator=OCCUPANCY.key), view.region).in_(
            lang
        )
    when = formatting.period(view.period, lang)
    measure = _BULLET_MEASURE.in_(lang).format(labels.place(view, lang), when)
    return Picture(
        title=_title(stands, ends, view.stream, reason, lang),
        measure=measure + (_WHISKER.in_(lang) if any(ends.values()) else ""),
        sentence=sentence,
        chart=chart,
        table=table(
            _HEADS, (_line(stand, ends[stand.stream], lang) for stand in stands.values()), lang
        ),
        file=labels.stem(somatic, name),
        lang=lang,
        source=labels.source(dataset, somatic, lang),
        indicator=OCCUPANCY,
        repeats=reason is None,
    )


def _goal(standing: target_status.Standing, lang: Lang) -> str:
    mixed = standing.stream == "all"
    words = _MIXED if mixed else _TARGET
    return words.in_(lang).format(formatting.number(standing.target, 1 if mixed else 0, lang))


def _line(standing: target_status.Standing, ends: Range | None, lang: Lang) -> list[str]:
    occupancy = formatting.number(standing.occupancy, 1, lang)
    value = (
        occupancy if standing.occupancy is None else f"{occupancy} %{_in_brackets(ends, 1, lang)}"
    )
    return [_STREAMS[standing.stream].in_(lang), value, _goal(standing, lang)]


def _in_brackets(ends: Range | None, decimals: int, lang: Lang) -> str:
    return f" ({formatting.span(*ends, decimals, lang)})" if ends else ""


def _bullet(
    dataset: Dataset, standing: target_status.Standing, ends: Range | None, view: View, lang: Lang
) -> bullet.Bullet:
    goal = _goal(standing, lang)
    below = labels.NOT_AVAILABLE.in_(lang)
    remarks = goal
    if standing.occupancy is not None:
        range_words = _in_brackets(ends, 1, lang)
        remarks = f"<b>{formatting.number(standing.occupancy, 1, lang)} %</b>{range_words}  {goal}"
        missing = standing.beds_missing or 0
        words = _SHORT if missing > 0 else _SPARE
        below = words.in_(lang).format(
            formatting.number(standing.distance, 1, lang, signed=True),
            formatting.number(abs(missing), 0, lang),
        )
        beds = standing_range(dataset, view, view.region, standing.stream, standing.target)
        if beds and missing <= 0:
            beds = (-beds[1], -beds[0])
        below += _in_brackets(beds, 0, lang)
        below += "" if standing.in_force else f" · {_NOT_YET.in_(lang)}"
    highlighted = view.stream in ("all", standing.stream)
    name = _STREAMS[standing.stream].in_(lang)
    return bullet.Bullet(
        name, standing.occupancy, standing.target, remarks, below, highlighted, ends
    )


def _title(
    stands: dict[Stream, target_status.Standing],
    ends: dict[Stream, Range | None],
    stream: Stream,
    reason: str | None,
    lang: Lang,
) -> str:
    """The standing of the stream; of both each by itself, since they have targets of their own.

    An estimate is told with its range, and not as above or below.
    """
    planned = stands["planned"].distance
    if told := _estimated(stands, ends, "acute" if stream == "all" else stream, _ESTIMATED, lang):
        both = stream == "all"
        return told + (_estimated(stands, ends, "planned", _ALSO, lang) if both else "")
    if stream != "all" or planned is None or stands["acute"].distance is None:
        return _standing_title(stands[stream], reason, lang)
    first = _standing_title(stands["acute"], reason, lang)
    if round(planned, 1) == 0:
        return _ALSO_ON.in_(lang).format(first)
    also = _ALSO_OVER if planned > 0 else _ALSO_UNDER
    return also.in_(lang).format(first, formatting.number(abs(planned), 1, lang))


def _estimated(
    stands: dict[Stream, target_status.Standing],
    ends: dict[Stream, Range | None],
    stream: Stream,
    said: Text,
    lang: Lang,
) -> str:
    one, own = stands[stream], ends[stream]
    if one.occupancy is None or own is None:
        return ""
    name = [_STREAMS[stream].in_(lang)] if said is _ESTIMATED else []
    told = formatting.number(one.occupancy, 1, lang)
    return said.in_(lang).format(*name, told, formatting.span(*own, 1, lang), _goal(one, lang))


def _standing_title(standing: target_status.Standing, reason: str | None, lang: Lang) -> str:
    name = _STREAMS[standing.stream].in_(lang)
    if standing.distance is None:
        return remarks.NOT_THERE.in_(lang).format(_AGAINST.in_(lang), reason or "")
    if round(standing.distance, 1) == 0:
        return _ON_TARGET.in_(lang).format(name)
    words = _OVER_TARGET if standing.distance > 0 else _UNDER_TARGET
    return words.in_(lang).format(name, formatting.number(abs(standing.distance), 1, lang))
