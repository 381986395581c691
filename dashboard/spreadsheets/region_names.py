"""Regions by any name or number a source gives them, from the table of aliases."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from dashboard.language.text import Text, quoted
from dashboard.reference.regions import CODES, name_of
from dashboard.spreadsheets.cells import Cell, folded, words
from dashboard.spreadsheets.faults import Wrong
from dashboard.spreadsheets.region_aliases import SCHEMES

_UNKNOWN = Text(
    "{} är ingen region. Skriv länskoden, som 14, eller namnet.",
    "{} is not a region. Write the county code, as 14, or the name.",
)
_MEANT = Text("{} är ingen region. Menades {}?", "{} is not a region. Was {} meant?")
_GARBLED = Text(
    "{} är ingen region: tecknen är feltolkade. Spara filen som CSV UTF-8.",
    "{} is not a region: its characters are garbled. Save the file as CSV UTF-8.",
)


_NO_TOTAL = Text(
    "{} är en summa av flera och ingen region. Ta bort raden, eller kalla hela landet Riket.",
    "{} adds up several and is not a region. Remove the row, or call the whole country Sweden.",
)
_COUNCIL = re.compile(r"\b(?:landsting(?:et)?|lans?|i)\b")
_TOTAL = re.compile(
    r"summa|subtotal|totalt?\b|sjukvardsregion|universitetssjukhus|samverkansregion|"
    r"^(?:medel|medelvarde|genomsnitt|snitt|median|average|mean)\b"
)


def region(cell: Cell, own: str = "") -> str:
    """The code of a region, `00` for the country. `own` is the numbering of a source.

    Raises:
        Wrong: no region has that name or number.
    """
    key = _key(cell)
    code = _aliases(own).get(key)
    if code is None and key.isascii() and key.isdigit():
        # A spreadsheet takes 04 for the number 4.
        code = _aliases(own).get(key.zfill(2)) or _aliases(own).get(key.zfill(4))
    if code is None and key[:2].isdigit() and key[2:3] == " ":
        # As SCB writes them: 14 Västra Götalands län.
        code = _aliases(own).get(key[3:].strip())
    if code is None and _COUNCIL.search(key):
        # The county councils of before 2019, however they wrote themselves.
        bare = " ".join(_COUNCIL.sub(" ", key).split())
        code = _aliases(own).get(bare) or _aliases(own).get(bare.removesuffix("s"))
    if code is None:
        raise _unknown(cell, own)
    return code


def code_named(cell: Cell) -> str | None:
    """The code of the region that a cell names, None where it names none of the 21."""
    try:
        code = region(cell)
    except Wrong:
        return None
    return code if code in CODES else None


def _key(cell: Cell) -> str:
    """Jämtland-Härjedalen and Jämtland/Härjedalen are one name."""
    return " ".join(folded(cell).replace("-", " ").replace("/", " ").split())


def _unknown(cell: Cell, own: str) -> Wrong:
    shown = words(cell)[:40]
    said = quoted(shown)
    if "Ã" in shown or "\ufffd" in shown:
        return Wrong("region", _GARBLED.format(said))
    if _TOTAL.search(_key(cell)):
        return Wrong("region", _NO_TOTAL.format(said))
    near = get_close_matches(_key(cell), _aliases(own), n=1, cutoff=0.75)
    if near and _aliases(own)[near[0]] in CODES:
        return Wrong("region", _MEANT.format(said, name_of(_aliases(own)[near[0]])))
    return Wrong("region", _UNKNOWN.format(said))


@cache
def _aliases(own: str) -> Mapping[str, str]:
    """Codes by folded alias; the numbers of a source's own stand instead of the county codes."""
    schemes = ["name", *([own] if own else ["code"]), "kolada"]
    return {_key(name): code for scheme in schemes for name, code in SCHEMES[scheme].items()}
