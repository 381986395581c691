"""Agreements as a calendar (RFC 5545): the day of each, and that its result is read."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from dashboard.dialogue.agreement import STATES, Agreement
from dashboard.dialogue.outcome import expected_words, last_day
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of

_OCTETS = 75
_DUE = Text("{}: {}", "{}: {}")
_READ = Text("{}: läs av resultatet av ”{}”", "{}: read the result of “{}”")
_ABOUT = Text("Väntat: {}. Ägare: {}. Överenskommelse {}, {}.",
              "Expected: {}. Owner: {}. Agreement {}, {}.")  # fmt: skip


def calendar(agreements: Iterable[Agreement], lang: Lang) -> bytes:
    """The agreements as an .ics file: the same agreements make the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vardplatslaget//Dialogue//SV",
             "CALSCALE:GREGORIAN"]  # fmt: skip
    for one in agreements:
        lines += [*_task(one, lang), *_reading(one, lang)]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _task(agreement: Agreement, lang: Lang) -> list[str]:
    words = _DUE.in_(lang).format(name_of(agreement.region).in_(lang), agreement.measure)
    return _entry(agreement, "measure", agreement.due, words, lang)


def _reading(agreement: Agreement, lang: Lang) -> list[str]:
    if agreement.state == "stopped":
        return []
    words = _READ.in_(lang).format(name_of(agreement.region).in_(lang), agreement.measure)
    return _entry(agreement, "result", last_day(agreement.expected.until), words, lang)


def _entry(agreement: Agreement, part: str, day: str, words: str, lang: Lang) -> list[str]:
    """An event of a whole day, which every calendar shows; a task is not shown by all."""
    written = agreement.followed[-1].at if agreement.followed else agreement.at
    stamp = datetime.fromisoformat(written).strftime("%Y%m%dT%H%M%SZ")
    name = hashlib.sha256(f"{agreement.number} {agreement.at} {part}".encode()).hexdigest()[:16]
    after = date.fromisoformat(day) + timedelta(days=1)
    about = _ABOUT.in_(lang).format(
        expected_words(agreement.expected).in_(lang),
        agreement.owner,
        agreement.number,
        STATES[agreement.state].in_(lang),
    )
    link = [f"URL:{agreement.plan}"] if agreement.plan else []
    cancelled = ["STATUS:CANCELLED"] if agreement.state == "stopped" else []
    return [
        "BEGIN:VEVENT", f"UID:{name}@vardplatslaget", f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day.replace('-', '')}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}", f"SUMMARY;LANGUAGE={lang}:{_escaped(words)}",
        f"DESCRIPTION;LANGUAGE={lang}:{_escaped(about)}", *link, *cancelled,
        "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip


def _escaped(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A long line in pieces of at most 75 octets, no letter divided (RFC 5545, 3.1)."""
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    return "\r\n".join([*pieces, piece])
