"""What tables call the kinds of care: somatic and psychiatric, acute and planned, intensive."""

from collections.abc import Mapping
from typing import Final

# Each as it is compared: lower case, without rings and accents (`cells.folded`).
CARES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("somatic", "somatik", "somatisk", "somatisk vard", "somatisk slutenvard",
                     "somatic care", "somatic inpatient care", "som"), "somatic"),
    **dict.fromkeys(("psychiatric", "psykiatri", "psykiatrisk", "psykiatrisk vard", "psy",
                     "psykiatrisk slutenvard", "psychiatric care", "psychiatric inpatient care"),
                    "psychiatric"),
}  # fmt: skip
STREAMS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("acute", "akut", "akuta", "akut vard", "akutvard", "oplanerad",
                     "oplanerad vard", "unplanned", "unplanned care", "acute care"), "acute"),
    **dict.fromkeys(("planned", "planerad", "planerade", "planerad vard", "elektiv",
                     "elektiv vard", "elective", "elective care", "planned care"), "planned"),
}  # fmt: skip
ALL_STREAMS: Final[Mapping[str, str]] = dict.fromkeys(
    ("all", "alla", "bada", "samtliga", "totalt", "total", "both", "akut och planerad",
     "all vard"), "all",
)  # fmt: skip
INTENSIVE: Final = frozenset(
    ("iva", "intensivvard", "icu", "intensive care", "iva-vard", "intensivvardsavdelning")
)
# Rows that add up others; none of them is a region, a ward or the country for sure.
TOTALS: Final = frozenset(
    ("summa", "totalt", "total", "delsumma", "subtotal", "sum", "summa totalt", "grand total")
)
