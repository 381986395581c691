"""What each parameter of a rule of payment is called, and the rules that can be chosen at once."""

from collections.abc import Mapping

from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.view.payment_rule import NAMES, OF_2024, RuleChoice

PARAMETERS: Mapping[str, Text] = {
    "threshold": Text("Förbättring, minst procent", "Improvement, at least per cent"),
    "than": Text("Jämförs med", "Compared with"),
    "top": Text("Antal lägsta som också får", "Lowest that also get"),
    "ties": Text("Lika värden på sista platsen", "Ties at the last place"),
    "bonus": Text("Bonuspott", "Bonus pot"),
    "smooth": Text("Månader i glidande medel", "Months in the moving mean"),
    "decimals": Text("Decimaler i jämförelsen", "Decimals compared"),
    "base": Text("Grundpott, mnkr", "Base pot, SEK m"),
    "least": Text("Minsta grundbelopp per region, mnkr", "Least base of a region, SEK m"),
    "over": Text("Pott för överbeläggningar, mnkr", "Pot for overcrowding, SEK m"),
    "out": Text("Pott för utlokaliserade, mnkr", "Pot for outplacement, SEK m"),
}
WORDS: Mapping[str, Mapping[str, Text]] = {
    "than": {
        "month": Text("samma månad året före", "the same month a year before"),
        "year": Text("medel av årets tolv månader före", "the mean of the year before"),
        "limits": Text("regionens egna gränser", "the region's own limits"),
    },
    "ties": {
        "inclusive": Text("alla som delar platsen får", "all who share the place get"),
        "strict": Text("bara om alla ryms", "only if all fit"),
    },
    "bonus": {
        "pooled": Text("gemensam", "shared"),
        "per-requirement": Text("en per krav", "one for each requirement"),
    },
    "decimals": {
        "": Text("som levererat", "as delivered"),
        "0": Text("inga", "none"),
        "1": Text("en", "one"),
        "2": Text("två", "two"),
    },
}
# The rules that are one choice away, by their words in the address.
PRESETS: Mapping[str, Text] = {
    "than=limits,top=0": Text("Bara utanför egna gränser", "Only outside own limits"),
    "2024": Text("2024 års regel", "The rule of 2024"),
    "than=year": Text("Mot medlet av året före", "Against the mean of the year before"),
    "threshold=5": Text("Minst 5 procent", "At least 5 per cent"),
    "top=0": Text("Utan de fem lägsta", "Without the five lowest"),
    "smooth=3": Text("Tre månaders medel", "Means of three months"),
    "decimals=1": Text("Avrundat till en decimal", "Rounded to one decimal"),
    "bonus=per-requirement": Text("En bonuspott per krav", "A bonus pot for each requirement"),
    "base=1990,over=0,out=0": Text("Allt efter folkmängd", "All by population"),
}
OWN = Text("Egen regel", "A rule of your own")


def rule_name(text: str) -> Text:
    """The name of a rule by its words in the address."""
    return PRESETS.get(text, OWN)


def said(rule: RuleChoice, lang: Lang) -> str:
    """In what a rule departs from that of 2024, parameter by parameter; empty for that one."""
    return ", ".join(
        f"{PARAMETERS[name].in_(lang)[:1].lower()}{PARAMETERS[name].in_(lang)[1:]}: "
        f"{value_said(name, getattr(rule, name), lang)}"
        for name in NAMES
        if getattr(rule, name) != getattr(OF_2024, name)
    )


def value_said(name: str, value: float | str | None, lang: Lang) -> str:
    """A parameter's value in words or as a number."""
    words = WORDS.get(name, {}).get("" if value is None else str(value))
    if words:
        return words.in_(lang)
    whole = isinstance(value, float | int) and float(value) == int(value)
    return number(float(value or 0), 0 if whole else 1, lang)
