"""`POST /reports`: a reader says that something is not right."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from dashboard.feedback import reports
from dashboard.feedback.box import tidy
from dashboard.feedback.reports import Faulty, Full
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.web.protection.limits import TooOften
from dashboard.web.protection.site_address import is_from_here

PATH = "/reports"
MOST_BYTES = 16 * 1024
# A field that no person sees; whoever fills it in is none.
TRAP = "website"
_FORM = "application/x-www-form-urlencoded"

_THANKS = Text("Tack, rapporten är mottagen", "Thank you, the report is received")
_READ = Text(
    "Den läses av den som ansvarar för uppgifterna. Dess nummer är {}.",
    "It is read by whoever is responsible for the data. Its number is {}.",
)
_NOT_SENT = Text("Rapporten är inte skickad", "The report is not sent")
_TOO_LARGE = Text("Rapporten är för lång. Korta den.", "The report is too long. Shorten it.")
_NO_FORM = Text(
    "Rapporten kan inte läsas. Skicka den från formuläret på en sida.",
    "The report cannot be read. Send it from the form on a page.",
)
_ELSEWHERE = Text(
    "Rapporten kommer från en annan webbplats. Skicka den från formuläret här.",
    "The report comes from another site. Send it from the form here.",
)
_TOO_OFTEN = Text(
    "Många rapporter har kommit på kort tid. Vänta tio minuter och skicka igen.",
    "Many reports have come in a short time. Wait ten minutes and send again.",
)
_FULL = Text(
    "Lådan för rapporter är full tills den tömts. Skriv till kontakten på sidan Om i stället.",
    "The box of reports is full until it has been emptied. Write to the contact on the page About "
    "instead.",
)
_NOWHERE = Text(
    "Rapporten kan inte tas emot just nu. Skriv till kontakten på sidan Om i stället.",
    "The report cannot be received now. Write to the contact on the page About instead.",
)

Page = Callable[[Text, Text, Lang], str]


class _Refused(Exception):  # noqa: N818 - it is no error of ours but an answer.
    def __init__(self, status: int, faults: Mapping[str, Text]) -> None:
        self.status, self.faults = status, faults


@frozen
class _Desk:
    home: Path
    is_page: Callable[[str], bool]
    page: Page
    is_too_often: TooOften
    public_url: str


def register_reports(
    server: Flask,
    home: Path,
    *,
    is_page: Callable[[str], bool],
    page: Page,
    is_too_often: TooOften,
    public_url: str = "",
) -> None:
    """Take reports at `/reports` and keep them under `home`.

    Accepted: an ordinary form of at most 16 kB from a page of this site (`is_page` knows their
    paths), unless `is_too_often`, which counts it. A script that asks for JSON gets JSON, an
    ordinary form the page that `page` makes; both say what to do where a report is not taken.
    """
    desk = _Desk(home, is_page, page, is_too_often, public_url)
    server.add_url_rule(PATH, "reports", lambda: _answer(server, desk), methods=["POST"])


def _answer(server: Flask, desk: _Desk) -> Response:
    lang: Lang = "en" if request.accept_languages.best_match(["sv", "en"], "sv") == "en" else "sv"
    try:
        form = _form(desk)
        lang = "en" if form.get("lang") == "en" else "sv"
        return _said(desk, lang, 200, _THANKS, {"": _READ.format(_kept(server, desk, form))})
    except _Refused as refusal:
        return _said(desk, lang, refusal.status, _NOT_SENT, refusal.faults)


def _form(desk: _Desk) -> Mapping[str, str]:
    if not is_from_here(desk.public_url):
        raise _Refused(403, {"": _ELSEWHERE})
    if request.mimetype != _FORM:
        raise _Refused(415, {"": _NO_FORM})
    # A body that states no length is cut off silently at the limit, hence one byte more.
    request.max_content_length = request.max_form_memory_size = MOST_BYTES + 1
    try:
        if (request.content_length or 0) > MOST_BYTES:
            raise _Refused(413, {"": _TOO_LARGE})
        return request.form.to_dict()
    except HTTPException as error:
        raise _Refused(413, {"": _TOO_LARGE}) from error


def _kept(server: Flask, desk: _Desk, form: Mapping[str, str]) -> str:
    """The number of the report, once it is kept."""
    if form.get(TRAP):
        raise _Refused(400, {"": _NO_FORM})
    now = datetime.now(UTC)
    try:
        one = reports.report_from(form, is_page=desk.is_page, now=now)
        if desk.is_too_often():
            raise _Refused(429, {"": _TOO_OFTEN})
        tidy(desk.home, now)
        reports.store(desk.home, one)
    except Faulty as error:
        raise _Refused(400, error.faults) from error
    except Full as error:
        server.logger.error("the box of reports is full: vardplats reports --archive FILE")
        raise _Refused(503, {"": _FULL}) from error
    except OSError as error:
        server.logger.error("a report was not kept: %s", error or type(error).__name__)
        raise _Refused(503, {"": _NOWHERE}) from error
    return one.id


def _said(desk: _Desk, lang: Lang, status: int, title: Text, words: Mapping[str, Text]) -> Response:
    lines = [{"name": name, "said": said.in_(lang)} for name, said in words.items()]
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) != "text/html":
        answered = jsonify(title=title.in_(lang), lines=lines)
    else:
        said = Text(*(" ".join(one.in_(each) for one in words.values()) for each in ("sv", "en")))
        answered = Response(desk.page(title, said, lang), mimetype="text/html")
    answered.status_code = status
    answered.headers["Cache-Control"] = "no-store"
    if status == 429:
        answered.headers["Retry-After"] = "600"
    return answered
