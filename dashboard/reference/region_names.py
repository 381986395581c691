"""A region by whatever name a table gives it: its code, its name, or one of its other names."""

from dashboard.reference.regions import CODES, REGIONS

# Names that vary between sources (docs/methods.md 10.1, T12).
_OTHER_NAMES = {
    "sörmland": "04",
    "jämtland härjedalen": "23",
    "jämtland/härjedalen": "23",
    "vgr": "14",
    "västra götalandsregionen": "14",
}
_NAMES = {region.name.sv.casefold(): region.code for region in REGIONS} | _OTHER_NAMES


def code_named(cell: str) -> str | None:
    """The code of the region that a cell names, None where it names none of the 21.

    `"14"`, `"Västra Götaland"`, `"Region Skåne"`, `"Kalmar län"` and `"3"` for `"03"` are known.
    """
    words = " ".join(cell.split()).casefold()
    if words.isascii() and words.isdigit():
        return words.zfill(2) if words.zfill(2) in CODES else None
    plain = words.removeprefix("region ").removesuffix(" län").removesuffix(" läns landsting")
    for name in (words, plain, plain.removesuffix("s")):
        if name in _NAMES:
            return _NAMES[name]
    return None
