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
from dashboard.imports.drafts import drafts_of, say
from dashboard.reference.regions import CODES, name_of
from dashboard.settings import Settings
from dashboard.targets.plans import Planned
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
    """The regions whose drafts, and whose agreements and plans, somebody may see."""

    drafts: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()


def sight_of(person: str) -> Sight:
    """What a person may see, as the tiers are meant."""
    if person == BO:
        return Sight(HANDED_IN, HANDED_IN)
    if person == CAI:
        return Sight((RELEASED,))
    own = tuple(code for code in HANDED_IN if person == person_of(code))
    return Sight(own, own)


def sites(releases: Path, place: Path) -> Mapping[Sight, Flask]:
    """The site where all is handed in, and one for each different sight, with that and no more."""
    whole = Sight(HANDED_IN, HANDED_IN)
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
    return made


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


def marks(code: str) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """What tells a region's draft, and its agreements and plan, wherever it is written."""
    draft = written(beds_of(code), beds_of(code) * DAYS)
    plan = written(PLANNED + CODES.index(code))
    agreed = re.escape(AGREED.format(code))
    return re.compile(draft.encode()), re.compile(f"{agreed}|{plan}".encode())


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
    found = []
    for code, (draft, agreed) in _MARKS.items():
        if code not in sight.drafts and draft.search(told):
            found.append(f"the draft of {code}")
        if code not in sight.agreed and agreed.search(told):
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
