"""From the guideline's starting point to today: two waterfalls that are never mixed."""

from dashboard.figures import waterfall
from dashboard.figures.picture import Picture
from dashboard.gaps.gap_history import BEGAN, implied_steps, official_steps
from dashboard.gaps.implied_gap import NAME, NEVER_MIXED, OFFICIAL_NAME
from dashboard.gaps.waterfall import Step
from dashboard.indicators.registry import DISTANCE_TO_GUIDELINE, OCCUPANCY
from dashboard.language import formatting
from dashboard.language.figure_table import table
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.view import View

_OFFICIAL_TITLE = Text(
    "Avståndet till riktvärdet: från {} till {} platser",
    "The distance to the guideline: from {} to {} beds",
)
_IMPLIED_TITLE = Text(
    "Beläggningsgapet, {}: från {} till {} platser",
    "The occupancy gap, {}: from {} to {} beds",
)
_MEASURE = Text(
    "{}, vårdplatser, medeltal över tolv månader · {} till {}",
    "{}, beds, averages over twelve months · {} to {}",
)
_NO_FIGURES = Text(
    "{}: tolv månader före {} och perioden behövs båda",
    "{}: twelve months before {} and the period are both needed",
)
_PUBLISHED = Text(
    "Publicerat: 2 360 i maj 2023 (2 300 och 60 i intensivvård), 2 230 och 50 i intensivvård 2024; "
    "det sägs inte om det ena räknar in det andra.",
    "Published: 2,360 in May 2023 (2,300 and 60 in intensive care), 2,230 and 50 in intensive care "
    "in 2024; it is not said whether one includes the other.",
)
_HEADS = (Text("Steg", "Step"), Text("Vårdplatser", "Beds"))
_STEP = Text("{} {}", "{} {}")


def official_steps_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """From 2 360 to today, where only beds move the distance."""
    steps = official_steps(dataset, view.period)
    return _picture(
        dataset, view, lang, steps,
        title=_OFFICIAL_TITLE.in_(lang).format(*_ends(steps, lang)),
        name=OFFICIAL_NAME.in_(lang),
        file=Text("riktvarde-steg", "guideline-steps"),
    )  # fmt: skip


def implied_steps_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """What beds, patients and the mix of streams did to the gap of the view's region."""
    steps = implied_steps(dataset, view)
    name = name_of(view.region).in_(lang)
    return _picture(
        dataset, view, lang, steps,
        title=_IMPLIED_TITLE.in_(lang).format(name, *_ends(steps, lang)),
        name=NAME.in_(lang),
        file=Text("platsbehov-steg", "beds-asked-for-steps"),
    )  # fmt: skip


def _picture(
    dataset: Dataset,
    view: View,
    lang: Lang,
    steps: tuple[Step, ...],
    *,
    title: str,
    name: str,
    file: Text,
) -> Picture:
    rows = [
        waterfall.Step(step.name.in_(lang), step.beds, _beds(step, lang), whole=step.total)
        for step in steps
    ]
    chart = waterfall.Waterfall(rows)
    began = formatting.period(BEGAN, lang)
    nothing = _NO_FIGURES.in_(lang).format(name, began)
    moves = (_STEP.in_(lang).format(row.name, row.said) for row in rows if not row.whole)
    official = name == OFFICIAL_NAME.in_(lang)
    more = (_PUBLISHED if official else NEVER_MIXED).in_(lang)
    return Picture(
        title=title if steps else nothing,
        measure=_MEASURE.in_(lang).format(name, began, formatting.period(view.period, lang)),
        sentence=f"{'; '.join(moves)}. {more}" if steps else nothing,
        chart=chart,
        table=table(_HEADS, [[row.name, row.said] for row in rows], lang),
        file=labels.stem(view, file.in_(lang)),
        lang=lang,
        source=labels.source(dataset, view, lang),
        indicator=DISTANCE_TO_GUIDELINE if official else OCCUPANCY,
    )


def _beds(step: Step, lang: Lang) -> str:
    return formatting.number(step.beds, 0, lang, signed=not step.total)


def _ends(steps: tuple[Step, ...], lang: Lang) -> tuple[str, str]:
    if not steps:
        return formatting.NONE, formatting.NONE
    return _beds(steps[0], lang), _beds(steps[-1], lang)
