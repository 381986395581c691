"""Relief between regions on a map: an arrow from who lacks room to who has it."""

from dashboard.figures.arrow_map import Arrow, ArrowMap, left_out
from dashboard.figures.painting import Blank
from dashboard.figures.picture import Picture
from dashboard.figures.region_map import GEOMETRY_ADDRESS
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.figure_table import Table, table
from dashboard.language.text import Lang, Text
from dashboard.quality.phrases import listed
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario import relief_words
from dashboard.scenario.relief import Transfer
from dashboard.scenario.relief_of_month import is_counted
from dashboard.values import labels
from dashboard.view.view import View

_TITLE = Text(
    "Störst avlastning: {} patienter från {} till {}", "Most relief: {} patients from {} to {}"
)
_OFTEN = Text(
    "Oftast använt par: från {} till {}, i {} av 1 000 lägen",
    "Pair used most often: from {} to {}, in {} of 1,000 places",
)
_NOBODY = Text("Ingen avlastning att rita", "No relief to draw")
_MEASURE = Text(
    "Patienter ett genomsnittsdygn, {} · pilen går till den som har plats, vägen är kortast "
    "möjlig för alla tillsammans",
    "Patients on an average day, {} · the arrow goes to who has room, the way is the shortest "
    "possible for all together",
)
_MIDDLE = Text(
    "Patienter i mitten av de lägen som använder paret, {} · pilen går till den som har plats",
    "Patients in the middle of the places that use the pair, {} · the arrow goes to who has room",
)
_NOT_DRAWN = Text("{} deltar inte och är inte ritade.", "{} take no part and are not drawn.")
_ARROW = Text(
    "{} till {}: {} patienter, används i {} av 1 000 punkter, {} km",
    "{} to {}: {} patients, used in {} of 1,000 points, {} km",
)
_HEADS = (
    Text("Från", "From"), Text("Till", "To"), Text("Patienter", "Patients"),
    Text("Används, av 1 000", "Used, of 1,000"), Text("Väg, km", "Road, km"),
)  # fmt: skip


def relief_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """The pairs of `relief_words.relief_plan` on a map; blank where there are none."""
    plan = relief_words.relief_plan(dataset, view)
    moved = plan.transfers if plan else ()
    return Picture(
        title=_title(dataset, moved, lang),
        measure=(_MEASURE if is_counted(dataset) else _MIDDLE)
        .in_(lang)
        .format(formatting.period(relief_words.month_of(view), lang)),
        sentence=_sentence(moved, lang),
        chart=_map(dataset, view, moved, lang) if moved else Blank(1),
        table=table(_HEADS, [_row(one, lang) for one in moved], lang) if moved else Table(),
        file=labels.stem(view, "avlastning" if lang == "sv" else "relief"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OCCUPANCY,
    )


def _title(dataset: Dataset, moved: tuple[Transfer, ...], lang: Lang) -> str:
    if not moved:
        return _NOBODY.in_(lang)
    if is_counted(dataset):
        most = moved[0]
        return _TITLE.in_(lang).format(most.patients, *_ends(most, lang))
    often = max(moved, key=lambda one: one.used_in or 0.0)
    return _OFTEN.in_(lang).format(*_ends(often, lang), relief_words.of_points(often.used_in, lang))


def _ends(one: Transfer, lang: Lang) -> list[str]:
    return [name_of(code).in_(lang) for code in (one.sender, one.receiver)]


def _sentence(moved: tuple[Transfer, ...], lang: Lang) -> str:
    said = relief_words.FOR_PLANNING.in_(lang)
    gone = left_out({code for one in moved for code in (one.sender, one.receiver)})
    if not moved or not gone:
        return said
    names = listed([code for code in CODES if code in gone]).in_(lang)
    return f"{said} {_NOT_DRAWN.in_(lang).format(names)}"


def _row(one: Transfer, lang: Lang) -> list[str]:
    patients, km = (formatting.number(each, 0, lang) for each in (one.patients, one.km))
    return [*_ends(one, lang), patients, relief_words.of_points(one.used_in, lang), km]


def _map(dataset: Dataset, view: View, moved: tuple[Transfer, ...], lang: Lang) -> ArrowMap:
    return ArrowMap(
        CODES, [name_of(code).in_(lang) for code in CODES], dataset.label_points,
        GEOMETRY_ADDRESS.format(dataset.geometry_hash), view.region,
        tuple(
            Arrow(one.sender, one.receiver, one.patients, _ARROW.in_(lang).format(*_row(one, lang)))
            for one in moved
        ),
    )  # fmt: skip
