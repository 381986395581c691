"""What is handed in and not published: seen by who may, released by its region, then published."""

from collections.abc import Callable, Sequence
from functools import partial, update_wrapper
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, jsonify, request

from dashboard.access.identity import Identity
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import Draft, drafts_seen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import is_own_form
from dashboard.web.routes.uploads import ran

OWN: Final = Text("/inloggad", "/en/signed-in")
RELEASE: Final = Text("/inloggad/slapp", "/en/signed-in/release")
TAKE_BACK: Final = Text("/inloggad/ta-tillbaka", "/en/signed-in/take-back")
PUBLISH: Final = Text("/inloggad/publicera", "/en/signed-in/publish")

_NOT_READ = Text("Det som är lämnat kan inte läsas nu.", "What is handed in cannot be read now.")
_NOT_OURS = Text(
    "Formuläret är inte från den här inloggningen. Gör om det här.",
    "The form is not of this sign-in. Do it again here.",
)
_NO_DRAFT = Text("Det finns inget sådant att släppa.", "There is no such thing to release.")
_RELEASED = Text(
    "Släppt. Socialstyrelsen kan nu publicera det.",
    "Released. The National Board of Health and Welfare can publish it now.",
)
_TAKEN_BACK = Text(
    "Tillbakatagen. Siffrorna är borttagna här; vem som lämnade och tog tillbaka står kvar.",
    "Taken back. The figures are removed here; who handed in and took back stays.",
)
_PUBLISHED = Text("Publicerat: utgåva {} visas nu.", "Published: release {} is shown now.")
_FAILED = Text(
    "Det gick inte, och inget har ändrats. Orsaken står i webbplatsens logg.",
    "It failed, and nothing has changed. The log of the site says why.",
)

Laid = Callable[[Sequence[Draft], Identity, Lang, Text | None], str]


def register_drafts(server: Flask, home: Path, laid: Laid) -> None:
    """The page `OWN`, and what is done from it; a program with a token is answered in JSON."""
    for lang in LANGS:
        for place, answer, methods in (
            (OWN, _own, ["GET"]), (RELEASE, _release, ["POST"]), (TAKE_BACK, _take_back, ["POST"]),
            (PUBLISH, _publish, ["POST"]),
        ):  # fmt: skip
            given = partial(answer, server, home, laid, lang)
            name = f"{place.en.strip('/').replace('/', '-')}-{lang}"
            server.add_url_rule(
                place.in_(lang), name, update_wrapper(given, answer), methods=methods
            )


def _own(server: Flask, home: Path, laid: Laid, lang: Lang) -> Response:
    return _shown(server, home, laid, lang, None, 200)


def _release(server: Flask, home: Path, laid: Laid, lang: Lang) -> Response:
    return _with_own(server, home, laid, lang, "release", _RELEASED)


def _take_back(server: Flask, home: Path, laid: Laid, lang: Lang) -> Response:
    return _with_own(server, home, laid, lang, "take-back", _TAKEN_BACK)


def _with_own(server: Flask, home: Path, laid: Laid, lang: Lang, do: str, words: Text) -> Response:
    """Do something with a draft of one's own; that of another is not there."""
    who = identity()
    if not is_own_form(request.form, who):
        return _shown(server, home, laid, lang, _NOT_OURS, 403)
    one = next((d for d in _seen(server, home, who) or () if d.hash == request.form.get("draft")),
               None)  # fmt: skip
    if one is None or not is_own(one, who):
        return _shown(server, home, laid, lang, _NO_DRAFT, 404)
    asked = ["drafts", do, one.owner, one.hash, "--by", who.person, "--format", "json"]
    done = ran(server, home, asked)
    return _shown(server, home, laid, lang, words if done else _FAILED, 200 if done else 500)


def is_own(one: Draft, who: Identity) -> bool:
    """Whether a draft is of the organisation itself."""
    return one.owner == (who.region or who.tier)


def _publish(server: Flask, home: Path, laid: Laid, lang: Lang) -> Response:
    who = identity()
    if not is_own_form(request.form, who):
        return _shown(server, home, laid, lang, _NOT_OURS, 403)
    if who.tier != "authority":
        return _shown(server, home, laid, lang, _NO_DRAFT, 404)
    asked = ["drafts", "publish", "--by", who.person, "--format", "json"]
    done: Any = ran(server, home, [*asked, "--reason", request.form.get("reason", "")[:300]])
    words = _PUBLISHED.format(done[0]["release"][:6]) if done else _FAILED
    return _shown(server, home, laid, lang, words, 200 if done else 500)


def _seen(server: Flask, home: Path, who: Identity) -> tuple[Draft, ...] | None:
    try:
        return drafts_seen(home, who)
    except (DamagedImport, OSError) as error:
        server.logger.error("drafts cannot be read: %s", error)
        return None


def _shown(
    server: Flask, home: Path, laid: Laid, lang: Lang, told: Text | None, status: int
) -> Response:
    who = identity()
    found = _seen(server, home, who)
    if found is None:
        told, status, found = _NOT_READ, 503, ()
    if who.way == "token":
        rows = [{"owner": one.owner, "draft": one.hash, "state": one.state,
                 "months": one.months, "regions": one.regions} for one in found]  # fmt: skip
        answer = jsonify(told=told.in_(lang) if told else None, drafts=rows)
    else:
        answer = Response(laid(found, who, lang, told), mimetype="text/html")
    answer.status_code = status
    return answer
