"""Agreements for programs: read by who may see them, written with a token that may write."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.access.tiers import Act
from dashboard.api.problems import Fault, Refused, nothing_here
from dashboard.api.resources import ROOT
from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_form import Faulty
from dashboard.dialogue.agreement_rows import agreement_rows
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.releases.repository import ReleaseError
from dashboard.settings import Settings
from dashboard.web.agreement_writing import (
    NotThere,
    agreements_read,
    write_agreement,
    write_follow_up,
)
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import is_own_form
from dashboard.web.routes.agreements import KILOBYTES
from dashboard.web.routes.problem import problem

PATH: Final = f"{ROOT}/agreements"
_TITLE = Text("Överenskommelsen kan inte antecknas som den står",
              "The agreement cannot be written down as it stands")  # fmt: skip
_PUT_RIGHT = Text("Rätta och skicka igen.", "Put it right and send it again.")
_AWAY = Text("Överenskommelserna kan inte läsas eller skrivas nu",
             "The agreements cannot be read or written now")  # fmt: skip
_NOT_OURS = Text("Skicka med nyckeln för inloggningen, eller använd en egen nyckel (token)",
                 "Send the key of the sign-in along, or use a token")  # fmt: skip
_NO_OBJECT = Text("Innehållet är inget JSON-objekt.", "The body is no JSON object.")
_SEND_ONE = Text(
    "Skicka ett objekt med fälten och Content-Type: application/json.",
    "Send an object of the fields, with Content-Type: application/json.",
)
_OFF = Text(
    "Ingen inloggning är inställd här (VARDPLATS_LOGIN), så ingen kan läsa eller skriva.",
    "No login is set up here (VARDPLATS_LOGIN), so nobody can read or write.",
)


def register_agreements_api(
    server: Flask, settings: Settings, dataset: Callable[[], Dataset]
) -> None:
    """`GET` and `POST` of `PATH`, and `POST` of `PATH/<name>/follow-ups`, in JSON.

    Whoever may see none is answered 404 like any address without anything, and so is who writes of
    a region that is not theirs. What cannot be taken answers 422 with every fault by its field.
    """
    desk = _Desk(server, settings, dataset)
    one = f"{PATH}/<name>/follow-ups"
    server.add_url_rule(PATH, "agreements-api", desk.listed, methods=["GET"])
    server.add_url_rule(PATH, "agreements-api-add", desk.added, methods=["POST"])
    server.add_url_rule(one, "agreements-api-follow", desk.followed, methods=["POST"])


@frozen
class _Desk:
    """Answers, each for whoever asks."""

    server: Flask
    settings: Settings
    dataset: Callable[[], Dataset]

    def listed(self) -> Response:
        return self._answered("read", self._list)

    def added(self) -> Response:
        return self._answered(
            "write", lambda: self._one(write_agreement(self.settings, identity(), _form()))
        )

    def followed(self, name: str) -> Response:
        def made() -> Response:
            write_follow_up(self.settings, identity(), name, _form())
            return self._one(name)

        return self._answered("write", made)

    def _answered(self, act: Act, made: Callable[[], Response]) -> Response:
        open_to_all = act == "read" and self.settings.agreements
        if not (open_to_all or identity().may("agreements", act)):
            return _nothing(self.settings)
        try:
            return made()
        except Refused as refusal:
            return problem(refusal)
        except Faulty as error:
            faults = (Fault("body", name, words, _PUT_RIGHT)
                      for name, words in error.faults.items())  # fmt: skip
            return problem(Refused(422, _TITLE, tuple(faults)))
        except NotThere:
            return _nothing(self.settings)
        except OSError as error:
            self.server.logger.error("agreements cannot be read or written: %s", error)
            return problem(Refused(503, _AWAY, ()))

    def _list(self) -> Response:
        return _json({"data": self._rows(agreements_read(self.settings, identity()))})

    def _one(self, name: str) -> Response:
        found = agreements_read(self.settings, identity())[name]
        return _json(self._rows({name: found})[0], 201)

    def _rows(self, agreements: Mapping[str, Agreement]) -> list[dict[str, Any]]:
        """The rows of the command's list, each by the name it is known by outside."""
        try:
            shown: Dataset | None = self.dataset()
        except ReleaseError:
            shown = None
        lang: Lang = "sv" if request.args.get("lang") == "sv" else "en"
        today = datetime.now(UTC).date().isoformat()
        rows = agreement_rows(shown, agreements.values(), today, lang)
        return [{**row, "agreement": name} for name, row in zip(agreements, rows, strict=True)]


def _form() -> dict[str, str]:
    """The fields of the body as words, as a form has them.

    Raises:
        Refused: it is too large or no object, or of a form of somebody else.
    """
    request.max_content_length = KILOBYTES << 10
    try:
        body = request.get_json(silent=True)
    except RequestEntityTooLarge:
        body = None
    if not isinstance(body, dict):
        raise Refused(400, _TITLE, (Fault("body", "", _NO_OBJECT, _SEND_ONE),))
    form = {str(key): _words(value) for key, value in body.items() if value is not None}
    if not is_own_form(form, identity()):
        raise Refused(403, _NOT_OURS, ())
    return form


def _words(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _nothing(settings: Settings) -> Response:
    if settings.login == "off":
        refusal = nothing_here(request.path, ())
        fault = Fault("path", "agreements", refusal.faults[0].what, _OFF)
        return problem(Refused(404, refusal.title, (fault,)))
    return problem(nothing_here(request.path, (f"{ROOT}/",)))


def _json(said: object, status: int = 200) -> Response:
    answer = Response(orjson.dumps(said), status, content_type="application/json")
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
