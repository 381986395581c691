"""Own rates computed by two rules: a small file in, a table out, nothing kept."""

from collections.abc import Callable, Mapping

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.funding.own_rates import computed
from dashboard.funding.rates import RatesError, parse_rates
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View, parse

PATH = "/own-rates"
MOST_BYTES = 128 * 1024

_NO_FILE = Text(
    "Ingen fil kom med. Välj en CSV-fil och försök igen.",
    "No file came along. Choose a CSV file and try again.",
)
_TOO_LARGE = Text(
    "Filen är större än 128 kB. Ta bort kolumner och rader som inte behövs.",
    "The file is larger than 128 kB. Take away columns and rows that are not needed.",
)


def register_own_rates(server: Flask, dataset: Callable[[], Dataset]) -> None:
    """Answer a POST of `/own-rates` with a table as JSON: `{measure, heads, rows, said}`.

    The body is a form with `file`, the query that of a view with `lang` beside; the rules are
    those of the view. What cannot be used answers 400 with `{"error": sentence}`. Nothing of
    the file is kept.
    """

    def own_rates() -> Response:
        query = request.args.to_dict()
        lang: Lang = "en" if query.get("lang") == "en" else "sv"
        try:
            view = _view(query, dataset())
            found = computed(dataset().showing(view.data), view, parse_rates(_content()), lang)
            return _answer(found, 200)
        except RatesError as error:
            return _answer({"error": error.text.in_(lang)}, 400)

    server.add_url_rule(PATH, "own_rates", own_rates, methods=["POST"])


def _view(query: Mapping[str, str], dataset: Dataset) -> View:
    parsed = parse(query, dataset)
    if parsed.errors:
        raise RatesError(parsed.errors[0])
    return parsed.view


def _content() -> bytes:
    request.max_content_length = MOST_BYTES
    try:
        file = request.files.get("file")
    except RequestEntityTooLarge as error:
        raise RatesError(_TOO_LARGE) from error
    if file is None:
        raise RatesError(_NO_FILE)
    return bytes(file.read())


def _answer(body: Mapping[str, object], status: int) -> Response:
    answer = Response(orjson.dumps(body), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
