"""A site with what is not published, and for each set of people one with what they may see."""

import gzip
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

from flask import Flask

from app import create_app
from dashboard.dialogue.agreement_log import agree
from dashboard.dialogue.plan_log import keep
from dashboard.imports import preparedness
from dashboard.imports.drafts import drafts_of, say
from dashboard.reference.regions import CODES, name_of
from dashboard.scenario.readiness import fte_per_bed
from dashboard.settings import Settings
from dashboard.targets.plans import Planned
from dashboard.view.scenario_choice import scenario_choice
from tests.leak_requests import PEOPLE, Asked
from tests.tiers_made import (
    BO,
    CAI,
    DAYS,
    MONTH,
    WORD,
    beds_of,
    hand_in,
    person_of,
    tiers_home,
    written,
)

HANDED_IN: Final = ("14", "12", "22")
RELEASED: Final = "14"
# The words of an agreement, which stand nowhere else.
AGREED: Final = "hemligt utskrivningsteam {}"
PLANNED: Final = 31_007.0
_ENVIRONMENT: Final = "SETTINGS_OF_PAGES"


@dataclass(frozen=True, slots=True)
class Sight:
    """The regions whose drafts, whose agreements and plans, and whose preparedness one may see."""

    drafts: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()


EVERYTHING: Final = Sight(HANDED_IN, HANDED_IN, HANDED_IN)


def sight_of(person: str) -> Sight:
    """What a person may see, as the tiers are meant."""
    if person == BO:
        return EVERYTHING
    if person == CAI:
        return Sight((RELEASED,), (), (RELEASED,))
    own = tuple(code for code in HANDED_IN if person == person_of(code))
    return Sight(own, own, own)


def sites(releases: Path, place: Path) -> Mapping[Sight, Flask]:
    """The site where all is handed in, and one for each different sight, with that and no more."""
    whole = EVERYTHING
    wanted = dict.fromkeys((whole, *map(sight_of, PEOPLE)))
    first = _home(releases, place / "0", whole, None)
    homes = {whole: first}
    for number, sight in enumerate(wanted, 1):
        if sight not in homes:
            homes[sight] = _home(releases, place / str(number), sight, first)
    return {sight: _site(home) for sight, home in homes.items()}


def _home(releases: Path, home: Path, sight: Sight, like: Path | None) -> Path:
    made = tiers_home(home, releases, ())
    for code in sight.drafts:
        if like is None:
            hand_in(made, code)
        else:
            (made / "drafts").mkdir(mode=0o700, exist_ok=True)
            shutil.copytree(like / "drafts" / code, made / "drafts" / code)
    for one in drafts_of(made):
        if one.owner == RELEASED:
            say(made, one, "released", by=person_of(RELEASED))
    for code in sight.agreed:
        agree(made, {
            "region": code, "measure": AGREED.format(code), "indicator": "overcrowding",
            "value": "3,0", "until": "2026-12", "owner": "Anna Ek", "due": "2026-10-01",
            "marks": "needs",
        }, by="Bo")  # fmt: skip
        keep(made, [Planned(code, "2025-12", PLANNED + CODES.index(code), 90.0)], "plan.csv")
    for code in sight.prepared:
        preparedness.load(made, {code: {"closed": 31.0, "employed": employed_of(code)}}, by="Bo")
        if code == RELEASED:
            preparedness.say(made, "released", code, by="Bo")
    return made


def employed_of(code: str) -> float:
    """The nurses that a region told: for so many beds as no region has."""
    return 90_011.0 + 431 * CODES.index(code)


def staffed_of(code: str) -> float:
    """The beds that these are enough for, as the page says it of whoever changes no control."""
    usual = scenario_choice("now")
    return employed_of(code) / (fte_per_bed(usual) * usual.number("crisis"))


def _site(home: Path) -> Flask:
    settings = Settings(
        home=home, imports=True, login="proxy", login_secret=WORD, prewarm=False,
        public_url="https://beds.example",
    )  # type: ignore[arg-type]  # fmt: skip
    server: Flask = create_app(settings).server
    # The page of a meeting reads its settings from the environment.
    server.config[_ENVIRONMENT] = {
        "VARDPLATS_HOME": str(home), "VARDPLATS_LOGIN": "proxy", "VARDPLATS_LOGIN_SECRET": WORD,
    }  # fmt: skip
    return server


@dataclass(frozen=True)
class Mark:
    """Words and numbers that tell something: `pattern` is asked where `digits` or `words` stand.

    Most answers hold neither, and to look for them is a tenth of the time of the pattern; all that
    a pattern lets stand between the digits of a number is no digit.
    """

    pattern: re.Pattern[bytes]
    digits: tuple[bytes, ...]
    words: bytes | None = None

    def is_told(self, told: bytes, digits: bytes) -> bool:
        """Whether a text tells it; `digits` are those of the text, without what parts them."""
        may = any(one in digits for one in self.digits) or (self.words and self.words in told)
        return bool(may and self.pattern.search(told))


_NO_DIGITS: Final = bytes(range(256)).translate(None, b"0123456789")


def digits_of(told: bytes) -> bytes:
    """The digits of a text alone."""
    return told.translate(None, _NO_DIGITS)


def marks(code: str) -> tuple[Mark, Mark, Mark]:
    """What tells a region's draft, its agreements and plan, and its preparedness, wherever it is
    written.
    """
    draft, plan = (beds_of(code), beds_of(code) * DAYS), PLANNED + CODES.index(code)
    words = AGREED.format(code)
    # Beds that the nurses are enough for, at the usual staffing of a crisis: whole, and in full.
    beds = staffed_of(code)
    prepared = rf"{written(beds)}|(?<![\d.,]){int(beds)}[.,]\d"
    return (
        _mark(written(*draft), *draft),
        _mark(f"{re.escape(words)}|{written(plan)}", plan, words=words),
        _mark(prepared, beds, int(beds)),
    )


def _mark(pattern: str, *numbers: float, words: str = "") -> Mark:
    digits = tuple(f"{one:.0f}".encode() for one in numbers)
    return Mark(re.compile(pattern.encode()), digits, words.encode() or None)


_MARKS: Final = {code: marks(code) for code in HANDED_IN}


def answered(server: Flask, one: Asked) -> tuple[int, bytes, Mapping[str, str]]:
    """The answer to a request: status, the body as it is read, headers."""
    with patch.dict(os.environ, server.config[_ENVIRONMENT]):
        answer = server.test_client().open(
            one.path, method=one.method, headers=one.headers, json=one.json, data=one.form
        )
    data = answer.data
    if answer.headers.get("Content-Encoding") == "gzip":
        data = gzip.decompress(data)
    return answer.status_code, data, dict(answer.headers)


def leaked(one: Asked, status: int, data: bytes, sent: Mapping[str, str]) -> list[str]:
    """What in an answer was not for who asked: a hidden figure, or a private answer to be kept."""
    sight, told = sight_of(one.person), b"\n".join((data, *(v.encode() for v in sent.values())))
    found, digits = [], digits_of(told)
    for code, (draft, agreed, prepared) in _MARKS.items():
        if code not in sight.prepared and prepared.is_told(told, digits):
            found.append(f"the preparedness of {code}")
        if code not in sight.drafts and draft.is_told(told, digits):
            found.append(f"the draft of {code}")
        if code not in sight.agreed and agreed.is_told(told, digits):
            found.append(f"what {code} agreed or planned")
    if one.person and status < 400 and ("no-store" not in sent.get("Cache-Control", "")
                                        or "ETag" in sent):  # fmt: skip
        found.append("a private answer that may be kept")
    return [f"{words}: {one.method} {one.path} for {one.person or 'everybody'}" for words in found]


_MOMENT: Final = re.compile(rb"20\d\d-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")


def same(first: tuple[int, bytes], second: tuple[int, bytes], parse: Callable[[bytes], object]
         ) -> bool:  # fmt: skip
    """Whether two answers are one, but for the moment at which something was written down."""
    (status, data), (other, like) = first, second
    if status != other:
        return False
    data, like = _MOMENT.sub(b"", data), _MOMENT.sub(b"", like)
    if data == like:
        return True
    try:
        return bool(parse(data) == parse(like))
    except ValueError:
        return False


SHOWN: Final = f"period={MONTH}&region={{}}&data=reported&indicator=available_beds"
NAMES: Final = {code: name_of(code).sv for code in HANDED_IN}
