"""The files of a meeting, made on the spot in a process of its own: one at a time, a few kept."""

import tempfile
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from flask import Flask, Response, request

from dashboard.access.identity import Identity
from dashboard.dialogue.logs import agreements_log, plans_log
from dashboard.dialogue.papers_query import PapersQuery, papers_query_of
from dashboard.dialogue.seen import Seen, seen
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.web.own_process import CommandError, told_by_command
from dashboard.web.protection.gate import identity
from dashboard.web.protection.limits import PAPER_SECONDS, of_papers

PATH: Final = "/dialog/papers"
SECONDS, WAIT_SECONDS, RETRY_SECONDS, MOST_KEPT = 120, 6, 10, 6
_OFFICE = "application/vnd.openxmlformats-officedocument"
# Each file by the end of its name, and its type.
ENDS: Mapping[str, str] = {
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "brief.pdf": "application/pdf",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "html": "text/html",
}
_NO_REGION = Text("Välj en region.", "Choose a region.")
_TOO_OFTEN = Text(
    "Många underlag har hämtats härifrån på kort tid. Vänta tio minuter och försök igen.",
    "Many papers have been fetched from here in a short time. Wait ten minutes and try again.",
)
_BUSY = Text(
    "Ett annat underlag görs just nu. Försök igen om några sekunder.",
    "Other papers are being made just now. Try again in a few seconds.",
)
_FAILED = Text(
    "Underlaget kunde inte göras. Orsaken står i webbplatsens logg.",
    "The papers could not be made. The log of the site says why.",
)

Files = Mapping[str, tuple[str, bytes]]


@frozen
class _Desk:
    """Whose turn it is, and the files made last by all they depend on."""

    turn: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(1))
    made: OrderedDict[str, Files] = field(default_factory=OrderedDict)


@frozen
class _Of:
    """What a pack is made of: the store of whoever asks, and what they may see beside it."""

    dataset: Dataset
    who: Identity
    shown: Seen

    @property
    def release(self) -> str:
        """The release that the store is made of."""
        return str(self.dataset.manifest.get("based_on", self.dataset.release))


def register_papers(server: Flask, dataset: Callable[[], Dataset], settings: Settings) -> None:
    """Answer `/dialog/papers.<end>` with a file of the pack that the query asks for.

    What cannot be asked answers 400, too many askings 429, and one while another is made 503, each
    with a sentence in plain text. The same pack is made once for its five files.
    """
    desk, is_too_often = _Desk(), of_papers()

    def papers(end: str) -> Response:
        lang: Lang = "en" if request.args.get("lang") == "en" else "sv"
        asked, problems = papers_query_of(
            request.args.to_dict(), datetime.now(UTC).date().isoformat()
        )
        if problems or not asked.region:
            return _refusal(problems or (_NO_REGION,), lang, 400)
        of = _Of(dataset(), identity(), seen(settings, identity(), asked.region))
        key = f"{of.dataset.release} {lang} {asked} {_stamp(settings)} {of.who.scope} {of.shown}"
        files = desk.made.get(key)
        if files is None:
            if is_too_often():
                return _refusal((_TOO_OFTEN,), lang, 429, retry=PAPER_SECONDS)
            if not desk.turn.acquire(timeout=WAIT_SECONDS):
                return _refusal((_BUSY,), lang, 503, retry=RETRY_SECONDS)
            try:
                files = desk.made.get(key) or _made(server, settings, of, asked, lang)
            finally:
                desk.turn.release()
            if files is None:
                return _refusal((_FAILED,), lang, 500)
            desk.made[key] = files
            while len(desk.made) > MOST_KEPT:
                desk.made.popitem(last=False)
        return _answer(files, end)

    kinds = ", ".join(f"'{end}'" for end in ENDS)
    server.add_url_rule(f"{PATH}.<any({kinds}):end>", "papers", papers)


def _answer(files: Files, end: str) -> Response:
    name, content = files[end]
    answer = Response(content, mimetype=ENDS[end])
    place = "inline" if end == "html" else "attachment"
    answer.headers.set("Content-Disposition", place, filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _refusal(problems: tuple[Text, ...], lang: Lang, status: int, *, retry: int = 0) -> Response:
    words = " ".join(problem.in_(lang) for problem in problems)
    answer = Response(words + "\n", status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    if retry:
        answer.headers["Retry-After"] = str(retry)
    return answer


def _stamp(settings: Settings) -> str:
    """What tells that something was agreed or planned since."""
    try:
        return str([log(settings).stamp() for log in (agreements_log, plans_log)])
    except OSError:
        return ""


def _made(
    server: Flask, settings: Settings, of: _Of, asked: PapersQuery, lang: Lang
) -> Files | None:
    """The files as `vardplats pack` makes them, by the ends of their names."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = [
            "pack", "--region", asked.region, "--meeting", asked.day, "--since", asked.since,
            "--release", of.release, "--lang", lang, "--strike", ",".join(asked.struck),
            "--to", f"{folder}/papers", "--format", "json",
            *(["--ask", asked.added] if asked.added else []),
            *([] if of.shown.agreements else ["--no-agreements"]),
            *([] if of.shown.plans else ["--no-plans"]),
            *(["--seen-by", of.who.scope] if of.who.scope else []),
            *(["--drafts"] if of.dataset.unpublished else []),
        ]  # fmt: skip
        try:
            rows = told_by_command(arguments, seconds=SECONDS, home=settings.home)
        except CommandError as error:
            server.logger.error("papers could not be made: %s", error)
            return None
        paths = [Path(row["file"]) for row in rows]
        return {_end(path.name): (path.name, path.read_bytes()) for path in paths}


def _end(name: str) -> str:
    return "brief.pdf" if name.endswith("_brief.pdf") else name.rpartition(".")[2]
