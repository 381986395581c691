"""A reader's own rates by the two rules of a view, as a table of words."""

from dashboard.funding.rates import Rates
from dashboard.funding.rule_names import rule_name
from dashboard.funding.simulation.simulator import RuleError, Simulated, simulated
from dashboard.language.formatting import NONE, number
from dashboard.language.formatting import share as share_words
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.view.payment_rule import rule_choice
from dashboard.view.view import View

_CELLS = 18
_MEASURE = Text(
    "{}: bidraget 2024 i miljoner kronor, månadskrav av 18",
    "{}: the grant in SEK m, monthly requirements of 18",
)
_REGION, _TOTAL, _QUALIFIED = (
    Text("Region", "Region"), Text("{}, mnkr", "{}, SEK m"),
    Text("{}, månadskrav", "{}, monthly requirements"),
)  # fmt: skip
_SAID = Text("{}: {} månadskrav uppfylls.", "{}: {} monthly requirements are met.")
_NOT = Text("{}: {}", "{}: {}")


def computed(dataset: Dataset, view: View, uploaded: Rates, lang: Lang) -> dict[str, object]:
    """The table with its measure and what is said of it; a rule that cannot be tried says why."""
    texts = tuple(dict.fromkeys((view.against, view.rule)))
    tried = {text: _tried(dataset, text, uploaded) for text in texts}
    names = {text: rule_name(text).in_(lang) for text in texts}
    heads = [_REGION.in_(lang)]
    for text in texts:
        heads += [_TOTAL.in_(lang).format(names[text]), _QUALIFIED.in_(lang).format(names[text])]
    return {
        "measure": _MEASURE.in_(lang).format(uploaded.label.in_(lang)),
        "heads": heads,
        "rows": [
            [
                name_of(code).in_(lang),
                *(cell for t in texts for cell in _cells(tried[t], code, lang)),
            ]
            for code in CODES
        ],
        "said": " ".join(_said(tried[text], names[text], lang) for text in texts),
    }


def _tried(dataset: Dataset, text: str, uploaded: Rates) -> Simulated | Text:
    try:
        return simulated(dataset, rule_choice(text), uploaded)
    except RuleError as error:
        return error.text


def _cells(simulated: Simulated | Text, code: str, lang: Lang) -> tuple[str, str]:
    if isinstance(simulated, Text):
        return NONE, NONE
    one = simulated.by_region[code]
    return number(one.total / 1e6, 2, lang), str(one.cells)


def _said(simulated: Simulated | Text, name: str, lang: Lang) -> str:
    if isinstance(simulated, Text):
        return _NOT.in_(lang).format(name, simulated.in_(lang))
    all_cells = _CELLS * len(simulated.regions)
    return _SAID.in_(lang).format(name, share_words(simulated.cells, all_cells, lang))
