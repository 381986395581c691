"""The rule tried and the one it is held against: both computed, and tested on chance and truth."""

from dashboard.frozen import frozen
from dashboard.funding.label import label
from dashboard.funding.odds import odds, share_qualified
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.rule_names import rule_name
from dashboard.funding.simulation.simulator import Simulated, simulated
from dashboard.language.formatting import NONE, number
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.payment_rule import RuleChoice, rule_choice
from dashboard.view.view import View

_NAMES = (
    Text("Månadskrav som uppfylls ({months})", "Monthly requirements met ({months})"),
    Text("Slumpens golv: månadskrav utan verklig förändring",
         "Noise floor: monthly requirements without any real change"),
    Text("… spridning mellan år, procentenheter", "… spread between years, percentage points"),
    Text("Pengar som flyttas från folkmängdens fördelning utan verklig förändring, mnkr",
         "Money moved from its place by population without any real change, SEK m"),
    Text("Andel till verklig förbättring (känd sanning)",
         "Share paid to real improvement (known truth)"),
    Text("… hade de fått efter folkmängd", "… they would have got by population"),
    Text("Månadskrav med verklig förbättring som inte får betalt",
         "Monthly requirements truly improved that go unpaid"),
    Text("Pengar som ingen får, mnkr", "Money that nobody gets, SEK m"),
)  # fmt: skip
_PER_CENT = "{} %"
_CELLS = 18


@frozen
class Pair:
    """The rule tried and the one it is held against, both computed, with their names."""

    rule: Simulated
    against: Simulated
    rule_name: Text
    against_name: Text


def pair(dataset: Dataset, view: View) -> Pair:
    """The two rules of the view on the months of the release."""
    rule, against = rule_choice(view.rule), rule_choice(view.against)
    return Pair(
        rule=simulated(dataset, rule),
        against=simulated(dataset, against),
        rule_name=rule_name(view.rule),
        against_name=rule_name(view.against),
    )


def compared(dataset: Dataset, view: View, lang: Lang) -> Grid:
    """What can be told of each rule, the tried one first."""
    found, words = pair(dataset, view), label(dataset, lang)
    columns = [_facts(dataset, result, lang) for result in (found.rule, found.against)]
    return Grid(
        (found.rule_name.in_(lang), found.against_name.in_(lang)),
        tuple(
            (test.in_(lang).format(**words), *cells)
            for test, *cells in zip(_NAMES, *columns, strict=True)
        ),
    )


def _facts(dataset: Dataset, simulated: Simulated, lang: Lang) -> tuple[str, ...]:
    def percent(share: float, decimals: int = 0) -> str:
        return _PER_CENT.format(number(100 * share, decimals, lang))

    told = told_by_region(grant_of(dataset))
    cells = (
        simulated.cells / (_CELLS * len(simulated.regions))
        if told
        else _expected(dataset, simulated.rule)
    )
    return (
        NONE if cells is None else percent(cells),
        percent(simulated.noise.cells, 1),
        number(100 * simulated.noise.sd, 1, lang),
        number(simulated.noise.moved / 1e6, 0, lang),
        percent(simulated.real.share),
        percent(simulated.real.blind),
        percent(simulated.real.unpaid),
        number(simulated.undistributed / 1e6, 0, lang) if told else NONE,
    )


def _expected(dataset: Dataset, rule: RuleChoice) -> float | None:
    """The expected share on estimated months; None for a rule that needs more than two of them."""
    if rule.than != "month" or rule.smooth != 1:
        return None
    found = odds(dataset, threshold=rule.threshold / 100, top=rule.top)
    return None if found is None else share_qualified(found)
