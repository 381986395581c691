"""A home with organisations that are let in, and what regions handed in and is not published."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.access.register import give_role, let_in
from dashboard.imports.drafts import draft_home
from dashboard.imports.importing import ImportOptions, import_file
from dashboard.imports.readers import READERS
from dashboard.reference.regions import CODES, name_of

WORD = "a secret of thirty-two characters."
MONTH, DAYS = "2026-01", 31
BOARD, MINISTRY = "202100-0555", "202100-3831"


def number_of(code: str) -> str:
    """An invented number of a region's organisation, with its check digit."""
    digits = f"9999990{code}"
    doubled = (int(one) * (2 - place % 2) for place, one in enumerate(digits))
    last = -sum(one - 9 if one > 9 else one for one in doubled) % 10
    return f"{digits[:6]}-{digits[6:]}{last}"


def beds_of(code: str) -> int:
    """The beds that a region handed in: a number that no published figure is."""
    return 20_011 + 431 * CODES.index(code)


def written(*numbers: float) -> str:
    """A pattern of numbers as pages, files and the API write them, and no part of another.

    Without a mark of thousands a comma before or after parts the columns of a file; with one, and
    where what follows is the end of a decimal, it does not. With decimals it is another number, as
    a sum of estimates may be.
    """
    plain = "|".join(f"{one:.0f}" for one in numbers)
    space = "(?:,|\N{NO-BREAK SPACE}| )"
    parted = "|".join(f"{one:,.0f}".replace(",", space) for one in numbers)
    other = r"(?!\d|\.\d*[1-9]|,\d*[1-9]\d*[;\r\n<\" ])"
    return rf"(?:(?<![\d.])(?:{plain}){other}|(?<![\d.,])(?:{parted})(?!\d|[.,]\d*[1-9]))"


def headers(person: str) -> dict[str, str]:
    """What the proxy says of somebody, nothing of nobody."""
    if not person:
        return {}
    return {
        "X-Vardplats-Secret": WORD, "X-Vardplats-Organisation": person.partition("@")[2],
        "X-Vardplats-Person": person,
    }  # fmt: skip


def person_of(code: str) -> str:
    """Somebody who may hand in and release for a region."""
    return f"anna@{number_of(code)}"


BO, CAI = f"bo@{BOARD}", f"cai@{MINISTRY}"


def tiers_home(place: Path, releases: Path, handed_in: Iterable[str]) -> Path:
    """A home with the releases of another, everybody let in, and what some regions handed in."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "releases").symlink_to(releases)
    for code in CODES:
        let_in(place, number_of(code), "region", code, by="test")
        give_role(place, person_of(code), "publisher", by="test")
    let_in(place, BOARD, "authority", "", by="test")
    give_role(place, BO, "publisher", by="test")
    let_in(place, MINISTRY, "ministry", "", by="test")
    for code in handed_in:
        hand_in(place, code)
    return place


def file_of(place: Path, code: str) -> Path:
    """A file of one month of a region."""
    beds = beds_of(code)
    path = place / f"{code}.csv"
    path.write_text(
        "region;månad;disponibla vårdplatser;överbelagda patienter\n"
        f"{name_of(code).sv};{MONTH};{beds};{beds // 13}\n",
        encoding="utf-8",
    )
    return path


def hand_in(place: Path, code: str) -> None:
    """Hand in the month of a region, as its page does."""
    asked = ImportOptions(READERS["regions"], region=code, by=person_of(code))
    found = import_file(file_of(place, code), draft_home(place, code), asked)
    assert found.kept, found
