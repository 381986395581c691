"""A list of wards, read and given its targets, and forgotten: nothing of it stays on the server."""

from collections.abc import Callable
from threading import BoundedSemaphore

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.exports.wards import ward_answer
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.spreadsheets.faults import Unreadable
from dashboard.spreadsheets.grids import MOST_BYTES
from dashboard.unit_targets.basis import basis
from dashboard.unit_targets.ward_list import read_wards
from dashboard.unit_targets.ward_template import template_csv, template_xlsx
from dashboard.view.addresses import TARGETS
from dashboard.view.view import parse
from dashboard.web.protection.site_address import site_address

PATH = "/wards"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TOO_LARGE = Text(
    "Filen är större än 2 MB. Spara bara listan i en egen fil.",
    "The file is larger than 2 MB. Save the list alone in a file of its own.",
)

_BUSY = Text(
    "Andra listor läses just nu. Försök igen om några sekunder.",
    "Other lists are being read just now. Try again in a few seconds.",
)
# A list is read in a process beside this one; whoever waited for a turn would hold a thread that
# others need.
MOST_READERS, RETRY_SECONDS = 1, 5


def register_wards(server: Flask, dataset: Callable[[], Dataset], *, public_url: str = "") -> None:
    """Answer a POST of a file to `/wards` with the targets of its wards as JSON.

    The body is the file itself: the parts of a form are put on disk when they are large. The query
    is that of a view with `lang`. A file that cannot be read, or a view that does not exist,
    answers 400 and `{"error": sentence}`, and one that comes while `MOST_READERS` others are read
    503 at once, with `Retry-After`. `/wards/template.csv` and `.xlsx` are lists to fill in.
    """

    turns = BoundedSemaphore(MOST_READERS)

    def wards() -> Response:
        lang = _lang()
        try:
            # A body that states no length is cut off silently at the limit, hence one byte more.
            request.max_content_length = MOST_BYTES + 1
            content, site = request.get_data(), site_address(public_url)
            if not turns.acquire(blocking=False):
                return _busy(lang)
            try:
                return _answer(content, dataset(), lang, site)
            finally:
                turns.release()
        except RequestEntityTooLarge:
            return _refusal(_TOO_LARGE, lang)
        except Unreadable as reason:
            return _refusal(reason.words, lang)

    def template(kind: str) -> Response:
        lang = _lang()
        csv = kind == "csv"
        made = template_csv(lang) if csv else template_xlsx(lang)
        name = Text("avdelningar", "wards").in_(lang)
        answer = Response(made, mimetype="text/csv" if csv else _XLSX)
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        return answer

    server.add_url_rule(PATH, "wards", wards, methods=["POST"])
    server.add_url_rule(f"{PATH}/template.<any(csv, xlsx):kind>", "wards_template", template)


def _answer(content: bytes, dataset: Dataset, lang: Lang, site: str) -> Response:
    query = {key: value for key, value in request.args.items() if key != "lang"}
    parsed = parse(query, dataset)
    if parsed.errors:
        return _refusal(parsed.errors[0], lang)
    view = parsed.view
    address = f"{site.rstrip('/')}{TARGETS.in_(lang)}?{view.link()}"
    found = ward_answer(
        read_wards(content),
        basis(dataset.showing(view.data), view),
        view,
        lang,
        address,
        reference=dataset.reference,
    )
    return _json(found, 200)


def _lang() -> Lang:
    return "en" if request.args.get("lang") == "en" else "sv"


def _refusal(words: Text, lang: Lang) -> Response:
    return _json({"error": words.in_(lang)}, 400)


def _busy(lang: Lang) -> Response:
    answer = _json({"error": _BUSY.in_(lang)}, 503)
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _json(body: object, status: int) -> Response:
    answer = Response(orjson.dumps(body), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
