"""What readers say is wrong: a structured report, stored for whoever owns the data."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.storage.durable_files import create_file

FOLDER = "reports"
MOST_REPORTS = 10_000
MOST_WORDS, MOST_CONTACT, MOST_ADDRESS, MOST_TITLE = 2000, 200, 600, 300
_LEAST_WORDS = 5

KINDS: Mapping[str, Text] = {
    "value": Text("Ett värde", "A value"),
    "missing": Text("Något saknas", "Something is missing"),
    "source": Text("Källa eller definition", "Source or definition"),
    "words": Text("Text eller rubrik", "Words or title"),
    "display": Text("Hur det visas", "How it is shown"),
    "other": Text("Annat", "Something else"),
}
_FIGURE = re.compile(r"[a-z0-9-]{1,40}")
_RELEASE = re.compile(r"[0-9a-f]{16}")
# Control characters but for the line break have no place in words, nor on a terminal.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@frozen
class Report:
    """A reader's report. `address` is that of the view, `received` in UTC, `contact` may be
    empty, and `id` follows from all but the moment.
    """

    id: str
    received: str
    figure: str
    title: str
    address: str
    release: str
    kind: str
    wrong: str
    contact: str


class Faulty(ValueError):  # noqa: N818 - it is no error of ours but an answer.
    """A report that cannot be taken; `faults` say what to do, by the name of the field."""

    def __init__(self, faults: Mapping[str, Text]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


class Full(RuntimeError):  # noqa: N818 - it is no error of ours but a state.
    """No more reports can be stored."""


_PICK = Text("Välj vad som inte stämmer.", "Choose what is not right.")
_SAY = Text(
    f"Skriv vad som inte stämmer, {_LEAST_WORDS}–{MOST_WORDS} tecken.",
    f"Write what is not right, {_LEAST_WORDS}–{MOST_WORDS} characters.",
)
_CONTACT = Text(
    f"Kontakten får vara en rad och högst {MOST_CONTACT} tecken.",
    f"The contact can be one line of at most {MOST_CONTACT} characters.",
)
_AGAIN = Text(
    "Rapporten saknar uppgift om vilken bild den gäller. Öppna formuläret på nytt från bilden.",
    "The report does not say which figure it concerns. Open the form again from the figure.",
)


def report_from(
    given: Mapping[str, str], *, is_page: Callable[[str], bool], now: datetime
) -> Report:
    """A report from the fields of a form.

    Raises:
        Faulty: a field cannot be used; all of them are named.
    """
    words = {field.name: _clean(given.get(field.name, "")) for field in fields(Report)}
    words["contact"] = words["contact"].replace("\n", " ")
    words["title"] = words["title"].replace("\n", " ")[:MOST_TITLE]
    faults = dict(_faults(words, is_page))
    if faults:
        raise Faulty(faults)
    content = {key: word for key, word in words.items() if key not in ("id", "received")}
    name = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
    return Report(**{**content, "id": name, "received": now.astimezone(UTC).isoformat()})


def _clean(words: str) -> str:
    return _CONTROL.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _faults(words: Mapping[str, str], is_page: Callable[[str], bool]) -> list[tuple[str, Text]]:
    address = words["address"]
    placed = (
        _FIGURE.fullmatch(words["figure"])
        and _RELEASE.fullmatch(words["release"])
        and len(address) <= MOST_ADDRESS
        and address.isprintable()
        and address.startswith("/")
        and not address.startswith("//")
        and is_page(urlsplit(address).path)
    )
    checks = (
        ("kind", words["kind"] in KINDS, _PICK),
        ("wrong", _LEAST_WORDS <= len(words["wrong"]) <= MOST_WORDS, _SAY),
        ("contact", len(words["contact"]) <= MOST_CONTACT, _CONTACT),
        ("figure", bool(placed), _AGAIN),
    )
    return [(name, todo) for name, fine, todo in checks if not fine]


def store(home: Path, report: Report) -> None:
    """Add a report to those under `home`; what is stored is never changed.

    The same report on the same day is stored once, so a request sent again changes nothing.

    Raises:
        Full: there are as many as are stored at most.
        OSError: the folder cannot be written to.
    """
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if len(files(home)) >= MOST_REPORTS:
        raise Full
    # A contact is for whoever answers the report, and for nobody else on the machine.
    create_file(folder / f"{report.received[:10]}-{report.id}.json", content_of(report), mode=0o600)


def content_of(report: Report) -> bytes:
    """The report as its file has it."""
    return json.dumps(asdict(report), ensure_ascii=False).encode()


def stored(home: Path) -> tuple[Report, ...]:
    """The reports under `home`, newest first; `unreadable` names the other files."""
    reports = [report for path in files(home) if (report := read(path))]
    return tuple(sorted(reports, key=lambda report: (report.received, report.id), reverse=True))


def unreadable(home: Path) -> tuple[str, ...]:
    """The files among the reports that are none."""
    return tuple(path.name for path in files(home) if read(path) is None)


def files(home: Path) -> list[Path]:
    """The files among the reports, the oldest first."""
    return sorted((home / FOLDER).glob("[!.]*")) if (home / FOLDER).is_dir() else []


def read(path: Path) -> Report | None:
    """The report in a file, or None where it is none."""
    try:
        report = Report(**json.loads(path.read_bytes()))
    except (OSError, TypeError, ValueError):
        return None
    return report if all(isinstance(word, str) for word in asdict(report).values()) else None
