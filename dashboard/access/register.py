"""Who is let in: organisations, roles of persons, and tokens, as lines that are only added to."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, get_args

from dashboard.access.tiers import ROLES, TIERS, Act, Role, Tier
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.storage.chained_lines import Chain, Line, add_line, read_chain

LOG: Final = "access.jsonl"
MOST_DAYS: Final = 366
_FIELDS = ("number", "at", "by", "action")
_PREFIX = "vp"
_NUMBER = Text(
    "{} är inget organisationsnummer som 232100-0131: tio siffror, den sista en kontrollsiffra.",
    "{} is no organisation number like 232100-0131: ten digits, the last one a check digit.",
)
_NO_TIER = Text("Nivån {} finns inte; det finns {}.", "There is no tier {}; there is {}.")
_NO_REGION = Text("Regionen {} finns inte.", "There is no region {}.")
_NOT_A_REGION = Text("Bara nivån region har en region.", "Only the tier region has a region.")
_NO_PERSON = Text(
    "{} är ingen person som anna@232100-0131: namnet hos organisationen och dess nummer.",
    "{} is no person like anna@232100-0131: the name at the organisation, and its number.",
)
_NO_ROLE = Text("Rollen {} finns inte; det finns {}.", "There is no role {}; there is {}.")
_UNKNOWN = Text("Organisationen {} är inte insläppt.", "The organisation {} is not let in.")
_DAYS = Text("En nyckel gäller 1 till {} dagar.", "A token is valid for 1 to {} days.")
_NO_TOKEN = Text("Nyckeln {} finns inte.", "There is no token {}.")


class Unfit(ValueError):  # noqa: N818 - it says what is wrong
    """What cannot be written down; `words` say what to do."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


@frozen
class Organisation:
    """An organisation that is let in, as which tier, and for a region as which."""

    number: str
    tier: Tier
    region: str


@frozen
class Token:
    """What a program of an organisation shows; only the SHA-256 of its secret is kept."""

    name: str
    organisation: str
    role: Role
    until: datetime
    digest: str


@frozen
class Register:
    """Organisations by number, roles by person and tokens by name, as they are now.

    `fault` says that a line was changed or is gone; then nobody is let in.
    """

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    people: Mapping[str, Role] = field(default_factory=dict)
    tokens: Mapping[str, Token] = field(default_factory=dict)
    fault: str = ""

    def token(self, shown: str, now: datetime) -> Token | None:
        """The token that is shown, if it is one, has not ended and is in date."""
        prefix, _, rest = shown.partition("_")
        name, _, secret = rest.partition("_")
        found = self.tokens.get(name)
        # The comparison takes its time for a name that does not exist as well.
        right = hmac.compare_digest(found.digest if found else _digest(""), _digest(secret))
        if prefix != _PREFIX or found is None or not right or now >= found.until:
            return None
        return found


def organisation_number(words: str) -> str:
    """The number with its hyphen, as 232100-0131.

    Raises:
        Unfit: it has not ten digits, or the check digit (Luhn) is not that of the others.
    """
    digits = words.strip().replace("-", "")
    if len(digits) == 12 and digits.startswith("16"):
        digits = digits[2:]
    if len(digits) != 10 or not (digits.isascii() and digits.isdecimal()):
        raise Unfit(_NUMBER.format(words[:40]))
    doubled = (int(one) * (2 - place % 2) for place, one in enumerate(digits))
    if sum(one - 9 if one > 9 else one for one in doubled) % 10:
        raise Unfit(_NUMBER.format(words[:40]))
    return f"{digits[:6]}-{digits[6:]}"


def person_of(words: str) -> str:
    """The person as name@number.

    Raises:
        Unfit: it has no name, or no number of an organisation.
    """
    name, _, number = words.strip().rpartition("@")
    if not name or len(name) > 100 or not name.isprintable() or " " in name:
        raise Unfit(_NO_PERSON.format(words[:60]))
    return f"{name.lower()}@{organisation_number(number)}"


def register_of(home: Path) -> Register:
    """Who is let in as of now.

    Raises:
        OSError: the record cannot be read.
    """
    return _folded(read_chain(home / LOG, _is_line))


def let_in(home: Path, number: str, tier: str, region: str, *, by: str) -> Organisation:
    """Let an organisation in as a tier; as `public` it is let in no more.

    Raises:
        Unfit: the number, the tier or the region is none.
        OSError: it cannot be written; the record is as it was.
    """
    if tier not in TIERS:
        raise Unfit(_NO_TIER.format(tier[:40], ", ".join(TIERS)))
    if tier == "region" and region not in CODES:
        raise Unfit(_NO_REGION.format(region[:40] or "–"))
    if tier != "region" and region:
        raise Unfit(_NOT_A_REGION)
    said = {"organisation": organisation_number(number), "tier": tier, "region": region}
    line = _added(home, "organisation", said, by)
    return Organisation(line["organisation"], line["tier"], line["region"])


def give_role(home: Path, person: str, role: str, *, by: str) -> tuple[str, Role]:
    """Give a person a role.

    Raises:
        Unfit: the person or the role is none.
        OSError: it cannot be written; the record is as it was.
    """
    if role not in ROLES:
        raise Unfit(_NO_ROLE.format(role[:40], ", ".join(ROLES)))
    line = _added(home, "person", {"person": person_of(person), "role": role}, by)
    return line["person"], line["role"]


def make_token(
    home: Path, number: str, role: str, days: int, *, by: str, now: datetime | None = None
) -> tuple[Token, str]:
    """A new token of an organisation that is let in, and the words of it, which nobody keeps.

    Raises:
        Unfit: the organisation is not let in, the role is none, or the days are too many.
        OSError: it cannot be written; the record is as it was.
    """
    own = organisation_number(number)
    if own not in register_of(home).organisations:
        raise Unfit(_UNKNOWN.format(own))
    if role not in ROLES:
        raise Unfit(_NO_ROLE.format(role[:40], ", ".join(ROLES)))
    if not 1 <= days <= MOST_DAYS:
        raise Unfit(_DAYS.format(MOST_DAYS))
    name, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    until = ((now or datetime.now(UTC)) + timedelta(days=days)).isoformat(timespec="seconds")
    said = {"name": name, "organisation": own, "role": role, "until": until}
    line = _added(home, "token", {**said, "digest": _digest(secret)}, by)
    return _token(line), f"{_PREFIX}_{name}_{secret}"


def end_token(home: Path, name: str, *, by: str) -> None:
    """End a token before its time.

    Raises:
        Unfit: there is no such token.
        OSError: it cannot be written; the record is as it was.
    """
    if name not in register_of(home).tokens:
        raise Unfit(_NO_TOKEN.format(name[:40]))
    _added(home, "token-ended", {"name": name}, by)


def acts_of(role: Role) -> frozenset[Act]:
    """What a role allows."""
    return ROLES[role]


def _added(home: Path, action: str, said: Mapping[str, str], by: str) -> Line:
    signed = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "by": by, "action": action}
    return add_line(home / LOG, lambda _: {**signed, **said}, _is_line)


def _is_line(line: Line) -> bool:
    return all(name in line for name in _FIELDS)


def _folded(chain: Chain) -> Register:
    if chain.fault:
        return Register(fault=chain.fault)
    organisations: dict[str, Organisation] = {}
    people: dict[str, Role] = {}
    tokens: dict[str, Token] = {}
    for line in chain.lines:
        match line["action"]:
            case "organisation":
                organisations[line["organisation"]] = Organisation(
                    line["organisation"], line["tier"], line["region"]
                )
            case "person":
                people[line["person"]] = line["role"]
            case "token":
                tokens[line["name"]] = _token(line)
            case "token-ended":
                tokens.pop(line["name"], None)
    inside = {key: one for key, one in organisations.items() if one.tier != "public"}
    return Register(inside, people, {k: t for k, t in tokens.items() if t.organisation in inside})


def _token(line: Mapping[str, Any]) -> Token:
    until = datetime.fromisoformat(line["until"])
    assert line["role"] in get_args(Role)
    return Token(line["name"], line["organisation"], line["role"], until, line["digest"])


def _digest(secret: str) -> str:
    # 256 random bits cannot be guessed, so the hash need not be slow.
    return hashlib.sha256(secret.encode()).hexdigest()
