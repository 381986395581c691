"""What is agreed with a region as a calendar, for whoever may see it."""

from typing import Final

from flask import Flask, Response, request

from dashboard.dialogue.agreement_log import agreements_of
from dashboard.dialogue.calendar import calendar
from dashboard.dialogue.logs import agreements_log
from dashboard.dialogue.seen import agreements_seen
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import CODES
from dashboard.settings import Settings
from dashboard.web.protection.gate import identity

PATH: Final = "/dialog/papers.ics"
_NO_REGION = Text("Välj en region.", "Choose a region.")
_AWAY = Text(
    "Överenskommelserna kan inte läsas nu. Försök igen.",
    "The agreements cannot be read now. Try again.",
)
_CHANGED = Text(
    "En rad i överenskommelserna är inte som den skrevs, så de visas inte förrän det är utrett.",
    "A line of the agreements is not as it was written, so they are not shown until that is "
    "cleared.",
)


def register_calendar(server: Flask, settings: Settings) -> None:
    """Answer `/dialog/papers.ics?region=22` with the days of its agreements that one may see.

    No region answers 400, and a log that cannot be read or was changed 503, each with a sentence.
    """

    def meeting_calendar() -> Response:
        lang: Lang = "en" if request.args.get("lang") == "en" else "sv"
        region = request.args.get("region", "")
        if region not in CODES:
            return _answer(_NO_REGION.in_(lang), 400)
        try:
            known = agreements_of(agreements_log(settings))
        except OSError:
            return _answer(_AWAY.in_(lang), 503)
        own = agreements_seen(settings, identity(), known)
        if own.fault:
            # An empty calendar would take the days away from whoever follows it.
            return _answer(_CHANGED.in_(lang), 503)
        answer = _answer(calendar(own.of_region(region), lang), 200)
        answer.mimetype = "text/calendar"
        answer.headers.set("Content-Disposition", "attachment", filename=f"dialog_{region}.ics")
        return answer

    server.add_url_rule(PATH, "meeting_calendar", meeting_calendar)


def _answer(content: str | bytes, status: int) -> Response:
    answer = Response(content, status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer
