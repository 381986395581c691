"""Agreements by form: a new one, and what has happened with one; nothing typed is lost."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import partial, update_wrapper
from typing import Final
from urllib.parse import urlencode

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.access.identity import Identity
from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_form import Faulty
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.settings import Settings
from dashboard.view.addresses import DIALOGUE
from dashboard.web.agreement_writing import (
    NotThere,
    agreements_read,
    write_agreement,
    write_follow_up,
)
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import is_own_form

PATH: Final = Text("/dialog/overenskommelser", "/en/dialogue/agreements")
# What of the address of the page tells that an agreement was just written.
NOTED: Final = "noted"
KILOBYTES: Final = 64
_NOT_OURS = Text(
    "Formuläret är inte från den här inloggningen. Skicka det en gång till härifrån.",
    "The form is not of this sign-in. Send it once more from here.",
)
_NONE = Text("Det finns ingen sådan region eller överenskommelse att anteckna om.",
             "There is no such region or agreement to write of.")  # fmt: skip
_NOT_READ = Text(
    "Överenskommelserna kan inte läsas eller skrivas nu. Inget är antecknat; det du skrev står "
    "kvar. Försök igen om en stund.",
    "The agreements cannot be read or written now. Nothing has been written down; what you wrote "
    "is still here. Try again in a while.",
)
_TOO_LARGE = Text("Formuläret är för långt.", "The form is too long.")


@frozen
class Told:
    """What the page of the forms shows: what was typed, what is wrong with it, and where.

    `agreement` is the name of the one followed up, nothing of a new one; `known` are those of the
    region.
    """

    region: str
    known: Mapping[str, Agreement]
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Text] = field(default_factory=dict)
    refusal: Text | None = None
    agreement: str = ""


Laid = Callable[[Told, Identity, Lang], str]


def register_agreements(server: Flask, settings: Settings, laid: Laid) -> None:
    """The page of `PATH` in both languages; the gate lets past who may write of any region.

    A form must repeat the key of the session. What is written leads back to the papers of the
    region; what cannot be is shown with every fault beside its field, and all that was typed.
    """
    for lang in LANGS:
        own = update_wrapper(partial(_page, server, settings, laid, lang), _page)
        server.add_url_rule(PATH.in_(lang), f"agreements-{lang}", own, methods=["GET", "POST"])


def _page(server: Flask, settings: Settings, laid: Laid, lang: Lang) -> Response:
    who = identity()
    request.max_content_length = KILOBYTES << 10
    try:
        typed = _typed() if request.method == "POST" else request.args.to_dict()
    except RequestEntityTooLarge:
        return _shown(server, settings, laid, lang, Told("", {}, refusal=_TOO_LARGE), 413)
    name = typed.get("agreement", "")
    told = Told(typed.get("region", "") or who.region, {}, typed, agreement=name)
    if request.method != "POST":
        return _shown(server, settings, laid, lang, told, 200)
    if not is_own_form(request.form, who):
        return _shown(server, settings, laid, lang, replace(told, refusal=_NOT_OURS), 403)
    try:
        if name:
            write_follow_up(settings, who, name, typed)
        else:
            name = write_agreement(settings, who, typed)
    except Faulty as error:
        return _shown(server, settings, laid, lang, replace(told, faults=error.faults), 422)
    except NotThere:
        return _shown(server, settings, laid, lang, replace(told, refusal=_NONE), 404)
    except OSError as error:
        server.logger.error("agreements cannot be written: %s", error)
        return _shown(server, settings, laid, lang, replace(told, refusal=_NOT_READ), 503)
    query = urlencode({"region": name.partition("-")[0], NOTED: name})
    return redirect(f"{DIALOGUE.in_(lang)}?{query}#noted", 303, Response)  # type: ignore[return-value]


def _typed() -> dict[str, str]:
    form = request.form
    return {**form.to_dict(), "marks": ",".join(form.getlist("marks"))}


def _shown(
    server: Flask, settings: Settings, laid: Laid, lang: Lang, told: Told, status: int
) -> Response:
    who = identity()
    try:
        known = agreements_read(settings, who)
    except OSError as error:
        server.logger.error("agreements cannot be read: %s", error)
        known, status, told = {}, 503, replace(told, refusal=_NOT_READ)
    if not who.may("agreements", "write", told.region):
        told = replace(told, region="")
    own = {key: one for key, one in known.items() if one.region == told.region}
    return Response(laid(replace(told, known=own), who, lang), status, mimetype="text/html")
