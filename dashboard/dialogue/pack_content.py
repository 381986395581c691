"""A pack made of a release: the same release, day and agreements make the same pack."""

from dataclasses import replace
from datetime import datetime

from dashboard.dialogue.agreement import MARKS, Agreement
from dashboard.dialogue.agreement_log import Agreements
from dashboard.dialogue.agreement_rows import agreement_rows, outcome_line
from dashboard.dialogue.key_figures import figures, section
from dashboard.dialogue.new_periods import Meeting
from dashboard.dialogue.pack import Pack, Section
from dashboard.dialogue.pack_map import map_plate
from dashboard.dialogue.pack_pictures import SPAN, plates
from dashboard.dialogue.pack_sentences import sentences
from dashboard.dialogue.peer_measures import peer_section
from dashboard.dialogue.plan import plan_section
from dashboard.dialogue.questions import questions
from dashboard.dialogue.since_last import changes
from dashboard.frozen import frozen
from dashboard.indicators.registry import Indicator
from dashboard.language import formatting
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.situation.region_tables import MEASURES
from dashboard.targets.plans import Plans
from dashboard.values import labels
from dashboard.values.publication import warned
from dashboard.view.view import View, default_view

_TITLE = Text("Dialogunderlag: {}, {}", "Dialogue: {}, {}")
_AGREED = Text("Överenskommelser", "Agreements")
_NOTHING_AGREED = Text(
    "Inget är antecknat som överenskommet med regionen.",
    "Nothing has been written down as agreed with the region.",
)
_MEASURE = Text("Insats", "Measure")
_HEADS = (
    Text("Väntat resultat", "Expected result"), Text("Utfall", "Outcome"),
    Text("Ägare", "Owner"), Text("Klart senast", "Due"), Text("Läge", "State"),
    Text("Kännetecken", "Marks"),
)  # fmt: skip
_OF_FOUR = Text("{} av 4", "{} of 4")


@frozen
class Kept:
    """What a home keeps beside its releases: agreements, and plans."""

    agreed: Agreements
    plans: Plans


NOTHING_KEPT = Kept(Agreements(()), Plans(()))


def make_pack(
    now: Dataset, region: str, lang: Lang, *, day: str, then: Dataset | None = None,
    since: str = "", kept: Kept = NOTHING_KEPT,
) -> Pack:  # fmt: skip
    """The pack of a region for a meeting on a day, as 2026-12-01, against what was shown then.

    Agreements and plans count as they were written at the end of the day.

    Raises:
        KeyError: no such region.
    """
    # Years of the country stand on the page, and a month of the region as it is known.
    view = replace(default_view(now), region=region, care="somatic", span=SPAN)
    name = name_of(region).in_(lang)
    own = kept.agreed.upto(day).of_region(region)
    meeting = Meeting(then, now, region)
    found = figures(now, view, lang)
    due = tuple(one for one in own if one.state == "open" and one.due <= day)
    return Pack(
        region=region, name=name, lang=lang, day=day, since=since, release=now.release,
        release_then=then.release if then else "", created=_created(now),
        title=_TITLE.in_(lang).format(name, formatting.date(day, lang)),
        label=_label(now, view, lang),
        sentences=tuple(sentences(now, view, lang)),
        figures=found, key_figures=section(found, lang),
        country=map_plate(now, region, lang),
        plates=tuple(plates(now, view, lang)),
        changes=changes(meeting, due, day, lang),
        questions=questions(meeting, own, day, lang),
        agreements=_agreements(now, own, day, lang),
        plan=plan_section(now, kept.plans.upto(day), region, lang),
        alike=peer_section(now, kept.agreed.upto(day).known, region, lang),
        sources=_sources(now, lang),
        unpublished=labels.unpublished_sentence(now, lang) if now.unpublished else "",
    )  # fmt: skip


def _label(dataset: Dataset, view: View, lang: Lang) -> str:
    words = warned(dataset, view, lang) + labels.status_sentence(dataset, view, lang)
    if not dataset.unpublished:
        return words
    return f"{labels.unpublished_sentence(dataset, lang)} {words}"


def _created(dataset: Dataset) -> datetime:
    stated = dataset.manifest.get("created", "2026-01-01T00:00:00+00:00")
    return datetime.fromisoformat(str(stated)).replace(microsecond=0)


def _agreements(dataset: Dataset, own: tuple[Agreement, ...], day: str, lang: Lang) -> Section:
    rows = tuple(
        (row["measure"], row["expected_words"],
         outcome_line(row), row["owner"], formatting.date(row["due"], lang),
         row["state_words"], _marks(row["marks"], lang))
        for row in agreement_rows(dataset, own, day, lang)
    )  # fmt: skip
    said = "" if rows else _NOTHING_AGREED.in_(lang)
    grid = Grid(tuple(head.in_(lang) for head in _HEADS), rows)
    return Section("agreements", _AGREED.in_(lang), said, grid, _MEASURE.in_(lang))


def _marks(marks: list[str], lang: Lang) -> str:
    names = ", ".join(words.in_(lang) for mark, words in MARKS.items() if mark in marks)
    count = _OF_FOUR.in_(lang).format(len(marks))
    return f"{count}: {names}" if names else count


def _sources(dataset: Dataset, lang: Lang) -> tuple[str, ...]:
    """The sources of the measures told, with publisher and address where it is known."""
    wanted: list[Indicator] = [*MEASURES]
    keys = dict.fromkeys(one.source for of in wanted for one in of.published)
    found = [dataset.reference.sources[key] for key in keys]
    return tuple(f"{one.label}. {one.url}".strip() for one in found)
