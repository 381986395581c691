"""The regions that need attention: outside their limits, worse than they should be, worsening."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from dashboard.comparison.comparison import crosses_a_break
from dashboard.comparison.funnel import counts, region_funnel
from dashboard.frozen import frozen
from dashboard.gaps.target_status import standing
from dashboard.indicators.registry import OCCUPANCY
from dashboard.language.text import Text
from dashboard.quality.ranking_gate import gate
from dashboard.reference.periods import grain_of, same_period_last_year
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.statistics.funnel import Z_95, limits_at
from dashboard.statistics.own_level import FEWEST_MONTHS
from dashboard.statistics.xmr import Point
from dashboard.values import trends, values
from dashboard.values.published_year import compared_view, without_order
from dashboard.view.view import View

# A published rate has one decimal: two of them may differ by this and be the same.
ROUNDING = 0.1 + 1e-9
NOBODY = Text(
    "Ingen region är utanför sina gränser, sämre än jämförelsen och sämre än i fjol på en gång.",
    "No region is outside its limits, worse than the comparison and worse than last year at once.",
)
NOBODY_JUDGED = Text("Ingen region har underlag att bedöma.", "No region has figures to judge.")
_NOT_COMPARED = Text(
    "Regioner jämförs inte i detta mått.", "Regions are not compared by this indicator."
)
_NO_FUNNEL = Text(
    "För måttet finns ingen tratt att bedöma årsvärden efter.",
    "There is no funnel to judge annual values of the indicator by.",
)
_UNDECIDED = Text(
    "Ingen egen nivå kan bestämmas; det krävs {} månader och gränser som passar serien.",
    "No level of its own can be told; that takes {} months and limits that fit the series.",
).format(FEWEST_MONTHS)
_ESTIMATED = Text(
    "Månaderna är skattade och inget är publicerat per år.",
    "The months are estimated and nothing is published by year.",
)
_NO_VALUE_BEFORE = Text("Värdet för året före saknas.", "There is no value for the year before.")
_PRELIMINARY = Text(
    "Månaden är preliminär och bedöms när den är fastställd.",
    "The month is preliminary and is judged when it is final.",
)
_NO_YEAR_BEFORE = Text(
    "Värdet för samma månad i fjol saknas.", "There is no value for the same month last year."
)


@frozen
class Judged:
    """A region's latest month against itself, the comparison, and the year before.

    Numbers are in the indicator's unit. Of a year, `limit` is the limit of the funnel (95 %) that
    it is held to, `beyond` says whether it lies outside, and `point` is None. Else `point` is the
    last point of its control chart, with its lines and the rule that applies. `reference` is the
    target where `against_target` says so, else the value of Sweden. `of_change`: too few months for
    a season, so the chart is that of the change from the same month last year.
    """

    region: str
    value: float
    point: Point | None
    reference: float
    against_target: bool
    year_before: float
    direction: int
    of_change: bool = False
    limit: float | None = None
    beyond: bool = False

    @property
    def outside(self) -> bool:
        """Whether it is beyond the limit of the funnel, or a special cause of concern."""
        if self.point is None:
            return self.beyond
        return self.point.point_type == "special_cause_concern"

    @property
    def worse(self) -> bool:
        """Whether the value is on the wrong side of its reference."""
        return self.size > 0

    @property
    def worsening(self) -> bool:
        """Whether it is worse than the year before: of published years by more than rounding."""
        least = ROUNDING if self.point is None else 0.0
        return self.direction * (self.year_before - self.value) > least

    @property
    def size(self) -> float:
        """How much worse than the reference; below 0 when better."""
        return self.direction * (self.reference - self.value)

    @property
    def needs_attention(self) -> bool:
        """Whether all three conditions hold."""
        return self.outside and self.worse and self.worsening


@frozen
class Attention:
    """Every region judged, largest difference first, and those not judged with the reason."""

    judged: tuple[Judged, ...]
    not_judged: tuple[tuple[str, Text], ...]

    @property
    def listed(self) -> tuple[Judged, ...]:
        """The regions that need attention, largest first."""
        return tuple(one for one in self.judged if one.needs_attention)

    @property
    def empty_words(self) -> Text | None:
        """What stands in place of an empty list."""
        if self.listed:
            return None
        return NOBODY if self.judged else NOBODY_JUDGED


def attention(
    dataset: Dataset, view: View, unusable: Mapping[str, Text] | None = None
) -> Attention:
    """The regions that need attention in the view's indicator and month.

    All three must hold: the last point is a special cause of concern; the value is worse than
    the target in force (occupancy) or than Sweden (all else, which has no target); and it is
    worse than the same month the year before. Of estimated months their published year is judged,
    and a year by the annual rule: outside the over-dispersed funnel (95 %), worse than Sweden, and
    worse than the year before by more than rounding (docs/methods.md 9.7). A figure of grade C or D
    is not judged, for the reason it has that grade; `unusable` are other regions whose figures
    cannot bear a verdict, as preliminary ones, each with the reason. Rules: docs/methods.md 4.4
    and 8.
    """
    view = compared_view(dataset, view)
    found = _attention(dataset, view.anywhere)
    judged = {one.region for one in found.judged}
    # A doubtful figure has no place in the funnel: its grade is why, and not the lack of a funnel.
    judged |= {code for code, why in found.not_judged if found.judged and why is _NO_FUNNEL}
    gates = {code: why for code, why in gate(dataset, view).items() if code in judged}
    given = gates | dict(unusable or {})
    left_out = dict(found.not_judged) | given
    return Attention(
        tuple(one for one in found.judged if one.region not in given),
        tuple((code, left_out[code]) for code in CODES if code in left_out),
    )


@lru_cache(maxsize=256)
def _attention(dataset: Dataset, view: View) -> Attention:
    if problem := _not_for_lists(dataset, view):
        return Attention((), tuple((code, problem) for code in CODES))
    judged: list[Judged] = []
    not_judged: list[tuple[str, Text]] = []
    judge = _judge_year if view.data == "published" else _judge
    for code in CODES:
        found = judge(dataset, replace(view, region=code))
        if isinstance(found, Judged):
            judged.append(found)
        else:
            not_judged.append((code, found))
    judged.sort(key=lambda one: (-one.size, one.region))
    return Attention(tuple(judged), tuple(not_judged))


def _not_for_lists(dataset: Dataset, view: View) -> Text | None:
    if not view.of.ranked:
        return _NOT_COMPARED
    if without_order(dataset, view):
        return _ESTIMATED
    if grain_of(view.period) == "year" and region_funnel(dataset, view) is None:
        return _NO_FUNNEL
    return None


def _judge_year(dataset: Dataset, view: View) -> Judged | Text:
    """The view's region judged by its published year (docs/methods.md 9.7)."""
    row = ALL_CODES.index(view.region)
    value, country = (values.numbers(dataset, view)[place] for place in (row, 0))
    if value is None or country is None:
        place = row if value is None else 0
        return values.at(dataset, view)[place].reason or _NOT_COMPARED
    before = values.numbers(dataset, view, same_period_last_year(view.period))[row]
    if before is None or crosses_a_break(dataset, view):
        return _NO_VALUE_BEFORE
    found = region_funnel(dataset, view)
    own = next((one for one in found.rows if one.group == view.region), None) if found else None
    if found is None or own is None:
        return _NO_FUNNEL
    direction = trends.DIRECTIONS[view.of.good]
    side = -1 if direction > 0 else 1
    beds = {code: below for code, _, below in counts(dataset, view)}[view.region]
    near, far = limits_at(found, [beds], Z_95)[0]
    return Judged(
        view.region, value, None, country, False, before, direction,
        limit=far if side > 0 else near, beyond=side * own.z_adjusted > Z_95,
    )  # fmt: skip


def _judge(dataset: Dataset, view: View) -> Judged | Text:
    """The view's region judged, or why it cannot be."""
    row = ALL_CODES.index(view.region)
    value = values.numbers(dataset, view)[row]
    if value is None:
        return values.at(dataset, view)[row].reason or _NOT_COMPARED
    before = values.numbers(dataset, view, same_period_last_year(view.period))[row]
    if before is None:
        return _NO_YEAR_BEFORE
    if dataset.is_preliminary(view.region, view.period):
        return _PRELIMINARY
    judged = trends.judged(dataset, view)
    if judged is None or judged.verdict.signal == "cannot_be_decided":
        return _UNDECIDED
    found = _reference(dataset, view)
    if isinstance(found, Text):
        return found
    reference, against_target = found
    direction = trends.DIRECTIONS[view.of.good]
    point = judged.chart.points[-1]
    of_change = judged.method == "same_month_change"
    return Judged(
        view.region, value, point, reference, against_target, before, direction, of_change
    )


def _reference(dataset: Dataset, view: View) -> tuple[float, bool] | Text:
    """What the region is held against and whether that is the target, or why there is nothing."""
    if view.of is OCCUPANCY:
        own = standing(dataset, view, view.region, view.stream)
        if own.in_force:
            return own.target, True
    country = values.numbers(dataset, view)[0]
    if country is None:
        # Too few regions may have a value for Sweden to have one.
        return values.at(dataset, view)[0].reason or _NOT_COMPARED
    return country, False
