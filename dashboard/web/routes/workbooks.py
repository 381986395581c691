"""The grant as an Excel workbook: `/files/grant.xlsx` and the query of a view."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from flask import Flask, Response, request

from dashboard.exports.views import SHEETS
from dashboard.exports.xlsx import workbook
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.rules import grants_of, readings
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from dashboard.view.addresses import EFFECTS
from dashboard.view.view import View, parse
from dashboard.web.protection.site_address import site_address

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TITLE = Text("Bidraget 2024, krav för krav", "The grant of 2024, by requirement")
_REMARK = Text(
    "{}: allt utom grundbeloppen är beräknat ur månadsvärden som inte är publicerade. Vad "
    "regionerna faktiskt fick har inte hittats i öppna källor.",
    "{}: everything but the base is computed from months that are not published. What the regions "
    "were in fact paid was not found in open sources.",
)
_UNDECIDED = Text(
    "Vilka månadskrav som nås och vad en region hade fått utöver grundbeloppet {}; varje krav har "
    "i stället sin sannolikhet. Med exempelmånader: {}",
    "Which monthly requirements are met and what a region would have got beyond the base {}; each "
    "has its probability instead. With example months: {}",
)
_ADDRESS = Text("Adress: {}", "Address: {}")
_RELEASE = Text("Utgåva: {}", "Release: {}")
_SHEETS = {
    "eff-grant": Text("Regioner", "Regions"),
    "eff-cells": Text("Månadskrav", "Monthly requirements"),
    "eff-rates": Text("Värden", "Rates"),
    "eff-rules": Text("Regler", "Rules"),
}


def register_workbooks(
    server: Flask, dataset: Callable[[], Dataset], *, public_url: str = ""
) -> None:
    """Answer `/files/grant.xlsx`; the query is that of a view with `lang` beside.

    A value that does not exist answers 400 with a sentence in plain text. The workbook carries
    the address of its view under `public_url`, or the site's own.
    """

    def grant() -> Response:
        query = request.args.to_dict()
        lang: Lang = "en" if query.get("lang") == "en" else "sv"
        parsed = parse(query, dataset())
        if parsed.errors:
            words = " ".join(one.in_(lang) for one in parsed.errors)
            return Response(words + "\n", 400, mimetype="text/plain")
        site = site_address(public_url)
        return _file(dataset().showing(parsed.view.data), parsed.view, lang, site)

    server.add_url_rule("/files/grant.xlsx", "workbook", grant)


def _file(dataset: Dataset, view: View, lang: Lang, site: str) -> Response:
    address = f"{site}{EFFECTS.in_(lang)}?{view.link()}"
    answer = Response(mimetype=_TYPE)
    answer.headers["Cache-Control"] = "no-cache"
    tag = hashlib.sha256(f"{lang} {address}".encode()).hexdigest()[:16]
    answer.set_etag(f"{dataset.release}-{tag}")
    if not request.if_none_match.contains(answer.get_etag()[0] or ""):
        sheets = {
            words.in_(lang): SHEETS[name].rows(dataset, view) for name, words in _SHEETS.items()
        }
        notes = [*_notes(dataset, lang), *_undecided(dataset, view, lang, site)]
        address_note = _ADDRESS.in_(lang).format(address)
        answer.data = workbook(sheets, lang, [*notes, address_note], dataset.reference)
        name = {"sv": "vardplatslaget_bidrag_2024", "en": "vardplatslaget_grant_2024"}[lang]
        mark = f"_{labels.IN_NAMES}" if dataset.kind == "example" else ""
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}{mark}.xlsx"'
    answer.make_conditional(request)
    return answer


def _undecided(dataset: Dataset, view: View, lang: Lang, site: str) -> list[str]:
    """That estimated months decide nothing of a region, and where example months do."""
    if told_by_region(grant_of(dataset)):
        return []
    query = replace(view, data="example").query(dataset)
    there = f"{site}{EFFECTS.in_(lang)}?{query}"
    return [_UNDECIDED.in_(lang).format(CANNOT_BE_DECIDED.in_(lang), there)]


def _notes(dataset: Dataset, lang: Lang) -> list[str]:
    said = [
        _TITLE,
        _REMARK.format(grant_of(dataset).rates.label),
        *(one.text for one in grants_of(dataset.reference, 2024)),
        *(one.text for one in readings(dataset.reference) if one.stands),
        _RELEASE.format(dataset.release),
    ]
    mark = [labels.UNPUBLISHED.in_(lang)] if dataset.unpublished else []
    return [*mark, *(words.in_(lang) for words in said)]
