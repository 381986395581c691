"""What papers are asked for: region, days, questions struck and added, as an address says it."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

from dashboard.dialogue.agreement_form import cleaned, is_day
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.regions import CODES

STRUCK, ADDED = "strike.", "ask"
MOST_STRUCK, MOST_WORDS = 40, 600
# A meeting is not planned further ahead, nor are papers made of one longer ago.
_FURTHEST = timedelta(days=3 * 366)

_REGION = Text("Regionen {} finns inte.", "There is no region {}.")
_DAY = Text("{} är inget mötesdatum som 2026-12-31.", "{} is no date of a meeting like 2026-12-31.")
_FAR = Text("{} är mer än tre år bort.", "{} is more than three years away.")
_ORDER = Text(
    "Förra mötet, {}, är inte före mötet {}.", "The last meeting, {}, is not before that on {}."
)
_LONG = Text("Den egna frågan får ha högst 600 tecken.", "A question may have 600 characters.")


@frozen
class PapersQuery:
    """`region` is empty where none is chosen, `since` where the last meeting is not named.

    `struck` are keys of questions, `added` a question of one's own or nothing.
    """

    region: str
    day: str
    since: str = ""
    struck: tuple[str, ...] = ()
    added: str = ""

    def query(self, **more: str) -> str:
        """The query string that asks the same again."""
        pairs = {
            "region": self.region, "meeting": self.day, "since": self.since, ADDED: self.added,
            **{f"{STRUCK}{key}": "1" for key in self.struck}, **more,
        }  # fmt: skip
        return urlencode({key: words for key, words in pairs.items() if words})


def papers_query_of(query: Mapping[str, str], today: str) -> tuple[PapersQuery, tuple[Text, ...]]:
    """What a query asks for, and what in it cannot be, instead of which the usual is taken."""
    problems: list[Text] = []
    region = query.get("region", "")
    if region not in ("", "00", *CODES):
        problems.append(_REGION.format(region[:40]))
    day = _day(query.get("meeting", ""), today, problems) or today
    since = _day(query.get("since", ""), today, problems)
    if since and since >= day:
        problems.append(_ORDER.format(since, day))
        since = ""
    added = cleaned(query.get(ADDED, ""))
    if len(added) > MOST_WORDS:
        problems.append(_LONG)
        added = ""
    struck = sorted(
        cleaned(key.removeprefix(STRUCK))[:40] for key in query if key.startswith(STRUCK)
    )
    asked = PapersQuery(
        region if region in CODES else "", day, since, tuple(struck[:MOST_STRUCK]), added
    )
    return asked, tuple(problems)


def _day(words: str, today: str, problems: list[Text]) -> str:
    if not words:
        return ""
    if not is_day(words):
        problems.append(_DAY.format(words[:40]))
        return ""
    if abs(date.fromisoformat(words) - date.fromisoformat(today)) > _FURTHEST:
        problems.append(_FAR.format(words))
        return ""
    return words
