"""A region's own preparedness by form: handed in, released and taken back by those who may."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import partial, update_wrapper
from typing import Final

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.access.identity import Identity
from dashboard.access.reads import Reads
from dashboard.frozen import frozen
from dashboard.imports.preparedness import Act, Loaded, preparedness_log, preparedness_of
from dashboard.imports.preparedness_handed_in import change, figures_from, hand_in
from dashboard.language.text import LANGS, Lang, Text
from dashboard.settings import Settings
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import is_own_form

PATH: Final = Text("/inloggad/beredskap", "/en/signed-in/preparedness")
RELEASE: Final = Text("/inloggad/beredskap/slapp", "/en/signed-in/preparedness/release")
TAKE_BACK: Final = Text("/inloggad/beredskap/ta-tillbaka", "/en/signed-in/preparedness/take-back")
KILOBYTES: Final = 64
_NOT_OURS = Text(
    "Formuläret är inte från den här inloggningen. Skicka det en gång till härifrån.",
    "The form is not of this sign-in. Send it once more from here.",
)
_TOO_LARGE = Text("Formuläret är för långt.", "The form is too long.")
_NO_REGION = Text("Beredskap lämnas av en region, för regionen själv.",
                  "Preparedness is handed in by a region, for itself.")  # fmt: skip
_FAULTY = Text("Inget är sparat än. Rätta det här och skicka igen:",
               "Nothing has been kept yet. Put this right and send again:")  # fmt: skip
_NOTHING = Text("Regionen har inget lämnat.", "The region has nothing handed in.")
_AWAY = Text(
    "Uppgifterna kan inte läsas eller skrivas nu. Inget har ändrats; det du skrev står kvar. "
    "Försök igen om en stund.",
    "The figures cannot be read or written now. Nothing has changed; what you wrote is still here. "
    "Try again in a while.",
)
_DONE: Mapping[Act, Text] = {
    "loaded": Text(
        "Sparat. Regionen ser det nu på sidan Scenario, och kan ta tillbaka det här.",
        "Kept. The region sees it now on the page Scenario, and can take it back here.",
    ),
    "released": Text("Släppt: också departementet kan se det.",
                     "Released: the ministry can see it as well."),
    "taken_back": Text(
        "Tillbakataget. Det visas inte längre; vem som lämnade och tog tillbaka står kvar.",
        "Taken back. It is shown no more; who handed in and took back stays.",
    ),
}  # fmt: skip

_PLACES: Mapping[Act, tuple[Text, list[str]]] = {
    "loaded": (PATH, ["GET", "POST"]),
    "released": (RELEASE, ["POST"]),
    "taken_back": (TAKE_BACK, ["POST"]),
}


@frozen
class Told:
    """What the page shows: what holds, what was typed, what is wrong with it, what was done."""

    held: Loaded | None = None
    typed: Mapping[str, str] | None = None
    faults: Mapping[str, Text] = field(default_factory=dict)
    refusal: Text | None = None
    done: Text | None = None


Laid = Callable[[Told, Identity, Lang], str]


def register_preparedness(server: Flask, settings: Settings, laid: Laid) -> None:
    """The page of `PATH`, and what is done from it at `RELEASE` and `TAKE_BACK`.

    The gate lets past who may write of some region's, which is their own. A form must repeat the
    key of the session; a program with a token needs none, and is answered in JSON.
    """
    desk = _Desk(server, settings, laid, Reads(settings.home))
    for lang in LANGS:
        for act, (place, methods) in _PLACES.items():
            answer = update_wrapper(partial(_Desk.answered, desk, lang, act), _Desk.answered)
            name = f"preparedness-{act}-{lang}"
            server.add_url_rule(place.in_(lang), name, answer, methods=methods)


@frozen
class _Desk:
    server: Flask
    settings: Settings
    laid: Laid
    reads: Reads

    def answered(self, lang: Lang, act: Act) -> Response:
        who = identity()
        request.max_content_length = KILOBYTES << 10
        try:
            typed = request.form.to_dict()
        except RequestEntityTooLarge:
            return self._shown(lang, Told(refusal=_TOO_LARGE), 413)
        if not who.may("preparedness", "write", who.region or "-"):
            return self._shown(lang, Told(refusal=_NO_REGION), 404)
        if request.method != "POST":
            return self._shown(lang, Told(), 200)
        if not is_own_form(typed, who):
            return self._shown(lang, Told(typed=typed, refusal=_NOT_OURS), 403)
        try:
            told, status = self._done(who, act, typed)
        except OSError as error:
            self.server.logger.error("preparedness cannot be written: %s", error)
            told, status = Told(typed=typed, refusal=_AWAY), 503
        return self._shown(lang, told, status)

    def _done(self, who: Identity, act: Act, typed: Mapping[str, str]) -> tuple[Told, int]:
        """Do what is asked for, of the region of who asks and of no other."""
        if act == "loaded":
            figures, faults = figures_from(typed)
            if faults:
                return Told(typed=typed, faults=faults, refusal=_FAULTY), 422
            hand_in(self.settings, {who.region: figures}, by=who.person)
            return Told(done=_DONE[act]), 200
        try:
            change(self.settings, act, who.region, by=who.person)
        except KeyError:
            return Told(refusal=_NOTHING), 404
        return Told(done=_DONE[act]), 200

    def _shown(self, lang: Lang, told: Told, status: int) -> Response:
        who = identity()
        try:
            held = self._held(who)
        except OSError as error:
            self.server.logger.error("preparedness cannot be read: %s", error)
            told, status, held = replace(told, refusal=_AWAY, done=None), 503, None
        if who.way == "token":
            answer = jsonify(_row(replace(told, held=held), lang))
        else:
            answer = Response(self.laid(replace(told, held=held), who, lang), mimetype="text/html")
        answer.status_code = status
        return answer

    def _held(self, who: Identity) -> Loaded | None:
        """What holds of one's own region; that it is shown is written down first."""
        if not who.region:
            return None
        known = preparedness_of(preparedness_log(self.settings))
        found = next((one for one in known if one.region == who.region), None)
        if found:
            self.reads.note(who, [found.hash], [who.region])
        return found


def _row(told: Told, lang: Lang) -> dict[str, object]:
    said, held = told.refusal or told.done, told.held
    row = held and {"region": held.region, **held.figures, "by": held.by, "at": held.at,
                    "state": "released" if held.released else "loaded"}  # fmt: skip
    return {
        "told": said.in_(lang) if said else None,
        "faults": {name: words.in_(lang) for name, words in told.faults.items()},
        "preparedness": row,
    }
