"""`vardplats pack`: the papers of a meeting with a region, or of all, as files in a folder."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.access.identity import Identity, of_scope
from dashboard.cli import given, printing
from dashboard.cli.dialogue.agreements import today
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.dialogue.agreement_form import is_day
from dashboard.dialogue.agreement_log import agreements_of
from dashboard.dialogue.logs import agreements_log, plans_log
from dashboard.dialogue.meetings import last_meeting, shown_on
from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import NOTHING_KEPT, Kept, make_pack
from dashboard.dialogue.plan_log import plans_of
from dashboard.dialogue.seen import agreements_seen
from dashboard.frozen import frozen
from dashboard.imports.accepted import DamagedImport
from dashboard.imports.drafts import drafts_seen
from dashboard.language.text import Lang
from dashboard.reference.regions import CODES, name_of
from dashboard.releases import audit_log
from dashboard.releases.database.choice import archive_of
from dashboard.releases.dataset import Dataset
from dashboard.releases.repository import ReleaseError, ReleaseRepository
from dashboard.settings import Settings
from dashboard.targets.plans import HIDDEN

_MOST_ASKED, _MOST_WORDS = 10, 600


@frozen
class PackOptions:
    """What the command was given: regions, days, questions struck and added."""

    regions: tuple[str, ...]
    since: str
    day: str
    lang: Lang
    struck: tuple[str, ...]
    added: tuple[str, ...]


def print_pack(
    region: str, since: str, meeting: str, to: Path, lang: Lang, release: str | None, fmt: Format,
    *, strike: str, ask: list[str], agreements: bool = True,
    plans: bool = True, seen_by: str = "", drafts: bool = False,
) -> None:  # fmt: skip
    """Make the files of each region and print their names, sizes and hashes.

    Raises:
        Refused: a region, day or folder cannot be, or there is no release; nothing is written.
    """
    from dashboard.dialogue.papers.files import files, write_files

    asked = _asked(region, since, meeting, lang, strike, ask)
    of = given.settings()
    archive = archive_of(of)
    dataset = given.dataset(of, release)
    _refuse_withdrawn(archive, dataset.release)
    kept = _kept(of) if agreements else replace(_kept(of), agreed=NOTHING_KEPT.agreed)
    kept = kept if plans else replace(kept, plans=HIDDEN)
    if seen_by or drafts:
        who = _who(seen_by)
        kept = replace(kept, agreed=agreements_seen(of, who, kept.agreed))
        dataset = _with_drafts(of, who, dataset) if drafts else dataset
    made: list[dict[str, bytes]] = []

    def told() -> Iterator[dict[str, bytes]]:
        for place, pack in enumerate(_packs(asked, dataset, archive, kept), start=1):
            made.append(files(pack))
            if len(asked.regions) > 1:
                printing.print_aside(f"{place} of {len(asked.regions)}: {pack.name}")
            yield made[-1]

    try:
        written = write_files(to, told())
    except OSError as error:
        raise Refused(
            f"{to} cannot be written: {error.strerror or error}. Nothing was written. "
            "Give a folder of your own with --to."
        ) from error
    contents = {name: content for each in made for name, content in each.items()}
    printing.print_rows([_row(path, contents[path.name], dataset) for path in written], fmt)


def _asked(
    region: str, since: str, meeting: str, lang: Lang, strike: str, ask: list[str]
) -> PackOptions:
    codes = CODES if region == "all" else tuple(region.split(","))
    for code in codes:
        if code not in CODES:
            there = ", ".join(f"{one} {name_of(one).en}" for one in CODES)
            raise Refused(f"There is no region {code[:40]!r}. There is {there}, or all.")
    day = meeting or today()
    for name, words in (("--since", since), ("--meeting", day)):
        if words and not is_day(words):
            raise Refused(f"{name} {words[:40]!r} is no date like 2026-03-12.")
    if since and since >= day:
        raise Refused(f"--since {since} is not before the meeting on {day}.")
    if len(ask) > _MOST_ASKED or any(not one.strip() or len(one) > _MOST_WORDS for one in ask):
        raise Refused(f"--ask: at most {_MOST_ASKED} questions of 1 to {_MOST_WORDS} characters.")
    struck = tuple(one.strip() for one in strike.split(",") if one.strip())
    return PackOptions(tuple(codes), since, day, lang, struck, tuple(ask))


def _packs(
    asked: PackOptions, dataset: Dataset, archive: ReleaseRepository, kept: Kept
) -> Iterator[Pack]:
    known: dict[str, Dataset | None] = {"": None}
    for code in asked.regions:
        since = asked.since or last_meeting(kept.agreed, code, asked.day)
        if since not in known:
            known[since] = _shown_on(archive, since)
        pack = make_pack(
            dataset, code, asked.lang, day=asked.day, since=since, then=known[since], kept=kept
        )
        yield pack.asking(struck=asked.struck, added=asked.added)


def _shown_on(archive: ReleaseRepository, day: str) -> Dataset | None:
    try:
        return shown_on(archive, day)
    except ReleaseError as error:
        raise Refused(f"{error}.") from error


def _refuse_withdrawn(archive: ReleaseRepository, name: str) -> None:
    reason = audit_log.withdrawn(archive.audit()).get(name)
    if reason is not None:
        raise Refused(f"Release {name} has been withdrawn: {reason}. Name another with --release.")


def _kept(of: Settings) -> Kept:
    try:
        kept = Kept(agreements_of(agreements_log(of)), plans_of(plans_log(of)))
    except OSError as error:
        raise Refused(
            f"What was agreed and planned cannot be read: {error.strerror or error}."
        ) from error
    if fault := kept.agreed.fault or kept.plans.fault:
        raise Refused(f"What was agreed and planned is not as it was written. {fault}")
    return kept


def _who(scope: str) -> Identity:
    try:
        return of_scope(scope)
    except ValueError as error:
        raise Refused(
            f"--seen-by is region-14 or as another region, authority or ministry, "
            f"not {scope[:40]!r}."
        ) from error


def _with_drafts(of: Settings, who: Identity, dataset: Dataset) -> Dataset:
    """The release with what is not published and this one may see."""
    from dashboard.ingest.unpublished import with_drafts

    try:
        return with_drafts(dataset, drafts_seen(of.home, who), who.scope)
    except (DamagedImport, OSError) as error:
        raise Refused(f"What is not published cannot be read: {error}.") from error


def _row(path: Path, content: bytes, dataset: Dataset) -> dict[str, Any]:
    return {
        "file": str(path), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(),
        "region": path.name.split("_")[1], "release": dataset.release,
    }  # fmt: skip
