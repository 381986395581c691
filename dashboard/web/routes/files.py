"""The figures' values as files: `/files/<name>.csv`, `.xlsx`, and the query of a view."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from flask import Flask, Response, request

from dashboard.exports.about import about
from dashboard.exports.csv import FLAVOURS, Flavour, csv_bytes, stamped
from dashboard.exports.views import SHEETS
from dashboard.exports.xlsx import sheet_workbook
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.columns import EXAMPLE, UNPUBLISHED
from dashboard.values.rows import Row
from dashboard.view.view import View, parse
from dashboard.web.protection.site_address import site_address

_NO_FILE = Text("Filen {} finns inte. Det finns {}.", "There is no file {}. There is {}.")
Kind = Literal["csv", "xlsx"]
_TYPES: Mapping[Kind, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_BAD = Text("{}={} finns inte; {} kan vara {}.", "{}={} does not exist; {} can be {}.")


def register_files(server: Flask, dataset: Callable[[], Dataset], *, public_url: str = "") -> None:
    """Answer `/files/<name>.csv` and `.xlsx` with a file of `SHEETS`, of `dataset` at that moment.

    The query is that of a view with `lang` and, of CSV, `flavour` beside. A value that does not
    exist answers 400, a name that does not exist 404, each with a sentence in plain text. The
    rows carry the address of the view under `public_url`, or the site's own.
    """

    def file(name: str, kind: Kind) -> Response:
        query = request.args.to_dict()
        asked = _asked(name, kind, query, dataset())
        if isinstance(asked, Response):
            return asked
        return _file(asked, dataset(), site_address(public_url))

    for kind in get_args(Kind):
        server.add_url_rule(f"/files/<name>.{kind}", f"files-{kind}", file, defaults={"kind": kind})


@frozen
class _Asked:
    name: str
    kind: Kind
    view: View
    lang: Lang
    flavour: Flavour


def _asked(name: str, kind: Kind, query: Mapping[str, str], dataset: Dataset) -> _Asked | Response:
    """What is asked for, or the answer that says what is wrong with it."""
    lang: Lang = "en" if query.get("lang") == "en" else "sv"
    if name not in SHEETS:
        return _refusal([_NO_FILE.format(f"{name[:40]}.{kind}", ", ".join(SHEETS))], lang, 404)
    parsed = parse(query, dataset)
    problems = [
        _BAD.format(key, query[key][:40], key, ", ".join(known))
        for key, known in (("lang", LANGS), ("flavour", FLAVOURS))
        if key in query and query[key] not in known
    ]
    if problems or parsed.errors:
        return _refusal([*problems, *parsed.errors], lang, 400)
    flavour: Flavour = "machine" if query.get("flavour") == "machine" else "excel"
    return _Asked(name, kind, parsed.view, lang, flavour)


def _refusal(problems: list[Text], lang: Lang, status: int) -> Response:
    words = " ".join(problem.in_(lang) for problem in problems)
    return Response(words + "\n", status, mimetype="text/plain")


def _file(asked: _Asked, dataset: Dataset, site: str) -> Response:
    sheet = SHEETS[asked.name]
    # Every field is written out: a default, as the latest period, may be another tomorrow.
    address = f"{site}{sheet.path.in_(asked.lang)}?{asked.view.link()}"
    answer = Response(mimetype=_TYPES[asked.kind])
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(_tag(dataset, asked, address))
    if not request.if_none_match.contains(answer.get_etag()[0] or ""):
        view = sheet.of(asked.view)
        shown = dataset.showing(view.data)
        rows = sheet.rows(shown, view)
        if shown.kind == "example":
            rows = [{"example": EXAMPLE, **row} for row in rows]
        private = labels.is_private(shown, asked.name, view.region)
        if private:
            rows = [{"unpublished": UNPUBLISHED, **row} for row in rows]
        answer.data = _content(asked, shown, view, rows, address)
        # The two flavours of CSV, and the languages of what people read, have names of their own.
        tail = "machine" if asked.flavour == "machine" else f"excel_{asked.lang}"
        flavour = asked.lang if asked.kind == "xlsx" else tail
        stem = labels.stem(view, asked.name, flavour, unpublished=private)
        answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.{asked.kind}"'
    answer.make_conditional(request)
    return answer


def _content(asked: _Asked, shown: Dataset, view: View, rows: list[Row], address: str) -> bytes:
    lang, reference = asked.lang, shown.reference
    if asked.kind == "csv":
        return csv_bytes(rows, asked.flavour, lang, address, reference=reference)
    lines = about(shown, view, rows, lang, address)
    return sheet_workbook(stamped(rows, reference), lang, lines, reference)


def _tag(dataset: Dataset, asked: _Asked, address: str) -> str:
    beside = dataset.plans.stamp
    stated = f"{asked.name} {asked.kind} {asked.lang} {asked.flavour} {address} {beside}"
    return f"{dataset.release}-{hashlib.sha256(stated.encode()).hexdigest()[:16]}"
