"""Import by way of a page: a plain form, whose file is read in a process of its own."""

import json
import re
import tempfile
from collections.abc import Callable, Mapping
from functools import lru_cache, partial, update_wrapper
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final

from flask import Flask, Response, jsonify, request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.access.identity import Identity
from dashboard.frozen import frozen
from dashboard.imports.drafts import AUTHORITY
from dashboard.imports.readers import READERS
from dashboard.language.text import LANGS, Lang, Text
from dashboard.web.own_process import CommandError, run_command, told_by_command
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import is_own_form

MEGABYTES: Final = 20
SECONDS, WAIT_SECONDS = 300, 20
PATH = Text("/importera", "/en/import")
TEMPLATE = Text("/importera/mall", "/en/import/template")
# What a field of the form begins with that answers a question.
ANSWER = "answer:"
DOINGS = ("try", "keep", "mark")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {"csv": "text/csv", "xlsx": _XLSX}

_NOT_OURS = Text(
    "Formuläret är inte från den här inloggningen. Öppna sidan på nytt och försök igen.",
    "The form is not of this sign-in. Open the page anew and try again.",
)
_TOO_LARGE = Text(
    "Filen är större än 20 MB. Dela upp den, eller använd kommandot vardplats import.",
    "The file is larger than 20 MB. Divide it, or use the command vardplats import.",
)
_NO_FILE = Text("Ingen fil valdes. Välj en CSV- eller XLSX-fil.",
                "No file was chosen. Choose a CSV or XLSX file.")  # fmt: skip
_NO_SOURCE = Text("Det finns ingen källa {!r}. Välj en av {}.",
                  "There is no source {!r}. Choose one of {}.")  # fmt: skip
_BUSY = Text(
    "En annan fil läses just nu. Försök igen om en stund.",
    "Another file is being read. Try again in a while.",
)
_FAILED = Text(
    "Filen kunde inte läsas, och inget har sparats. Orsaken står i webbplatsens logg.",
    "The file could not be read, and nothing was kept. The log of the site says why.",
)


@frozen
class Answered:
    """What the page tells: a refusal in a sentence, or what became of a file (`outcome`).

    `outcome` is what `vardplats import --format json` prints, `doing` what was asked for.
    """

    refusal: Text | None = None
    outcome: Mapping[str, Any] | None = None
    doing: str = "try"


Laid = Callable[[Lang, Answered | None, Identity], str]


def register_uploads(server: Flask, home: Path, laid: Laid) -> None:
    """The page of `PATH` and the templates below `TEMPLATE`, in both languages.

    The gate lets past who may hand in. A form must repeat the key of the session; a program with a
    token needs none, and is answered in JSON. `laid` makes the page. The file is at most 20 MB,
    spooled to disk as it arrives, and read by `vardplats import` in another process, one at a time.
    What is kept is a draft of whoever hands it in, and published later.
    """
    one_at_a_time = BoundedSemaphore(1)
    for lang in LANGS:
        own = _view(_page, server, home, laid, lang, one_at_a_time)
        server.add_url_rule(PATH.in_(lang), f"import-{lang}", own, methods=["GET", "POST"])
        address, template = f"{TEMPLATE.in_(lang)}.<kind>", _view(_template, lang)
        server.add_url_rule(address, f"template-{lang}", template)


def _view(answer: Callable[..., Response], *given: Any) -> Callable[..., Response]:
    """An answer with its first arguments given, under a name as the limits of requests ask for."""
    return update_wrapper(partial(answer, *given), answer)


def _page(server: Flask, home: Path, laid: Laid, lang: Lang, turn: BoundedSemaphore) -> Response:
    if request.method != "POST":
        return _shown(laid, lang, None, 200)
    request.max_content_length = (MEGABYTES << 20) + (64 << 10)
    try:
        file, asked = request.files.get("file"), request.form
    except RequestEntityTooLarge:
        return _shown(laid, lang, Answered(_TOO_LARGE), 413)
    if not is_own_form(asked, identity()):
        return _shown(laid, lang, Answered(_NOT_OURS), 403)
    if file is None or not file.filename:
        return _shown(laid, lang, Answered(_NO_FILE), 400)
    if (source := asked.get("source", "")) not in READERS:
        refusal = _NO_SOURCE.format(source[:40], ", ".join(READERS))
        return _shown(laid, lang, Answered(refusal), 400)
    if not turn.acquire(timeout=WAIT_SECONDS):
        return _shown(laid, lang, Answered(_BUSY), 503)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _read(server, home, laid, lang, (Path(folder), file, asked))
    finally:
        turn.release()


def _read(
    server: Flask,
    home: Path,
    laid: Laid,
    lang: Lang,
    given: tuple[Path, FileStorage, Mapping[str, str]],
) -> Response:
    folder, file, asked = given
    path = folder / plain_name(file.filename or "")
    file.save(path)
    if path.stat().st_size > MEGABYTES << 20:
        return _shown(laid, lang, Answered(_TOO_LARGE), 413)
    doing = asked.get("do", "try") if asked.get("do") in DOINGS else "try"
    arguments = ["import", "--format", "json", "--lang", lang, "--source", asked["source"]]
    who = identity()
    arguments += ["--draft-of", who.region or AUTHORITY, "--by", who.person]
    arguments += [] if doing == "keep" else ["--dry-run"]
    arguments += ["--accept-valid"] if asked.get("valid") == "yes" else []
    arguments += ["--preliminary"] if asked.get("preliminary") == "yes" else []
    arguments += ["--annotated", str(folder / "marked")] if doing == "mark" else []
    if answers := _answers(asked):
        (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        arguments += ["--answer", str(folder / "answers.json")]
    outcome = ran(server, home, [*arguments, "--", str(path)])
    if outcome is None:
        return _shown(laid, lang, Answered(_FAILED), 500)
    for marked in (folder / "marked").glob("*.xlsx"):
        return _attached(marked.read_bytes(), marked.name, _XLSX)
    status = 422 if outcome["errors"] or outcome.get("questions") else 200
    return _shown(laid, lang, Answered(outcome=outcome, doing=doing), status)


def _answers(asked: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The answers ticked on the page by the keys of their questions, with who and why."""
    who = {"by": identity().person, "reason": asked.get("reason", "")[:300]}
    return {
        name.removeprefix(ANSWER): {"answer": value, **who}
        for name, value in asked.items()
        if name.startswith(ANSWER) and value
    }


def plain_name(name: str) -> str:
    """The last part of a file's name with letters, digits and little else."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[^\w. -]", "_", last).lstrip(". -")[-80:] or "fil"


def ran(server: Flask, home: Path, arguments: list[str]) -> dict[str, Any] | None:
    """What a command of ours prints as JSON, run in a process of its own; None where it failed."""
    try:
        found: dict[str, Any] = told_by_command(arguments, seconds=SECONDS, home=home, fine=(0, 2))
    except CommandError as error:
        server.logger.error("an import failed: %s", error)
        return None
    return found


def _template(lang: Lang, kind: str) -> Response:
    if kind not in _TYPES:
        return Response(f"csv, xlsx: {kind[:20]}?\n", 404, mimetype="text/plain")
    stem = TEMPLATE.in_(lang).rpartition("/")[2]
    return _attached(_made(kind, lang), f"{stem}.{kind}", _TYPES[kind])


@lru_cache(maxsize=4)
def _made(kind: str, lang: Lang) -> bytes:
    """A template, made once; the serving process loads no maker of workbooks."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"mall.{kind}"
        run_command(["template", str(target), "--lang", lang], seconds=SECONDS)
        return target.read_bytes()


def _attached(content: bytes, name: str, kind: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _shown(laid: Laid, lang: Lang, answered: Answered | None, status: int) -> Response:
    if identity().way == "token" and answered is not None:
        refusal = answered.refusal.in_(lang) if answered.refusal else None
        answer = jsonify(answered.outcome or {"refused": refusal})
        answer.status_code = status
    else:
        page = laid(lang, answered, identity())
        answer = Response(page, status, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-store"
    return answer
