"""Relief between regions on a map: an arrow from who lacks room to who has it."""

from dashboard.figures.arrow_map import NORTH, Arrow, ArrowMap
from dashboard.figures.painting import Blank
from dashboard.figures.picture import Picture
from dashboard.figures.region_map import GEOMETRY_ADDRESS
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language import formatting
from dashboard.language.figure_table import Table, table
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.scenario import relief_words
from dashboard.scenario.relief import Transfer
from dashboard.values import labels
from dashboard.view.view import View

_TITLE = Text(
    "Störst avlastning: {} patienter från {} till {}", "Most relief: {} patients from {} to {}"
)
_NOBODY = Text("Ingen avlastning att rita", "No relief to draw")
_MEASURE = Text(
    "Patienter ett genomsnittsdygn, {} · pilen går till den som har plats, vägen är kortast "
    "möjlig för alla tillsammans",
    "Patients on an average day, {} · the arrow goes to who has room, the way is the shortest "
    "possible for all together",
)
_SOUTH = Text(
    "Norrland norr om Gävleborg berörs inte och är inte ritat.",
    "The regions north of Gävleborg take no part and are not drawn.",
)
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
        title=_title(moved, lang),
        measure=_MEASURE.in_(lang).format(formatting.period(relief_words.month_of(view), lang)),
        sentence=_sentence(moved, lang),
        chart=_map(dataset, view, moved, lang) if moved else Blank(1),
        table=table(_HEADS, [_row(one, lang) for one in moved], lang) if moved else Table(),
        file=labels.stem(view, "avlastning" if lang == "sv" else "relief"),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=OCCUPANCY,
    )


def _title(moved: tuple[Transfer, ...], lang: Lang) -> str:
    if not moved:
        return _NOBODY.in_(lang)
    most = moved[0]
    names = (name_of(code).in_(lang) for code in (most.sender, most.receiver))
    return _TITLE.in_(lang).format(most.patients, *names)


def _sentence(moved: tuple[Transfer, ...], lang: Lang) -> str:
    said = relief_words.FOR_PLANNING.in_(lang)
    far = {code for one in moved for code in (one.sender, one.receiver)} & NORTH
    return said if far or not moved else f"{said} {_SOUTH.in_(lang)}"


def _row(one: Transfer, lang: Lang) -> list[str]:
    names = [name_of(code).in_(lang) for code in (one.sender, one.receiver)]
    patients, km = (formatting.number(each, 0, lang) for each in (one.patients, one.km))
    return [*names, patients, relief_words.of_points(one.used_in, lang), km]


def _map(dataset: Dataset, view: View, moved: tuple[Transfer, ...], lang: Lang) -> ArrowMap:
    return ArrowMap(
        CODES, [name_of(code).in_(lang) for code in CODES], dataset.label_points,
        GEOMETRY_ADDRESS.format(dataset.geometry_hash), view.region,
        tuple(
            Arrow(one.sender, one.receiver, one.patients, _ARROW.in_(lang).format(*_row(one, lang)))
            for one in moved
        ),
    )  # fmt: skip
