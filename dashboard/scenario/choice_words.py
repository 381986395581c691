"""A scenario in words: what it sets and to what, for a cell of a file."""

from dashboard.language.said import Said
from dashboard.language.text import LANGS, Text
from dashboard.scenario.dial_words import WORDS, name_of
from dashboard.view.scenario_choice import NOW, Scenario, scenario_text

_NOW = Text("nuläget", "as now")


def choice_said(scenario: Scenario) -> Said:
    """A scenario as its address has it, with what departs from now in words."""
    words = scenario_text(scenario)
    if words == NOW:
        return Said(_NOW, words)
    told = (
        "; ".join(f"{name_of(key, lang)}: {WORDS[key].spread(key, one, lang)}"
                  for key, one in scenario.set_to)
        for lang in LANGS
    )  # fmt: skip
    return Said(Text(*told), words)
