"""The tables that no column orders, by the id they stand under or the page, each with why."""

from collections.abc import Mapping

_UNLIKE = "Its rows are different quantities, of which none is the larger."
UNORDERED: Mapping[str, str] = {
    "mine-context": _UNLIKE,
    "scn-results-table": _UNLIKE,
    "scn-log-table": "Its rows are assumptions, each in a unit of its own, in the order of use.",
    "scn-ladder-table": "Its rows are rungs, each upon the one before.",
    "eff-compared-table": _UNLIKE,
    "eff-areas-table": "Its rows are the areas of the agreement in its order, and what follows.",
    "eff-cautions-table": _UNLIKE,
    "cmp-who-table": "It stands in the order of likeness, and its head holds the weights for it.",
    "dq-rule-book": "It is the book of rules, in the order of their numbers.",
}
UNORDERED_PAGES: Mapping[str, str] = {
    "dialogue": "The papers are seen as they are handed over, in the order of their files.",
    "changelog": "The releases stand as they followed on each other, the newest first.",
    "api": "Keys and fields stand in the order in which they are answered.",
}
