"""`vardplats import`: files into accepted imports, with a table of whatever is wrong in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from dashboard.cli import given, printing
from dashboard.cli.import_places import imported, place_for
from dashboard.cli.letters import letter
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.frozen import frozen
from dashboard.imports.answers import Answer, answers_in
from dashboard.imports.drafts import AUTHORITY
from dashboard.imports.importing import ImportOptions, Outcome
from dashboard.imports.levels import Known, levels_of, rough_levels
from dashboard.imports.readers import READERS, Reader
from dashboard.language.text import Lang, Text
from dashboard.settings import Settings
from dashboard.spreadsheets.faults import Unreadable

_HEADINGS = ("File", "Sheet", "Row", "Column", "Value", "Rule", "What to do")
_MOST_LINES = 60
_OPEN = Text(
    "{}: öppna frågor: {}. Ingenting är sparat. Svara med --answer FIL: en rad per fråga med key "
    "och answer.",
    "{}: open questions: {}. Nothing has been kept. Answer with --answer FILE: a row for each "
    "question with key and answer.",
)
_WRONG = Text(
    "{}: {} fel, och ingenting är sparat. Rätta filen och lämna den på nytt.",
    "{}: errors: {}. Nothing has been kept. Correct the file and send it anew.",
)
_ALSO = Text("{} fel ska också rättas.", "Errors to be corrected as well: {}.")
_BY_ANSWER = Text(
    "{}: efter svaret är ingenting sparat.", "{}: by the answer nothing has been kept."
)


@frozen
class Wanted:
    """The options of the command."""

    source: str
    dry_run: bool
    accept_valid: bool
    annotated: Path | None
    lang: Lang
    fmt: Format
    answer: Path | None = None
    letter: bool = False
    preliminary: bool = False
    draft_of: str = ""
    by: str = ""


def import_files(files: Sequence[Path], wanted: Wanted) -> int:
    """Import each file in turn and print what became of it; gives the exit code.

    It is 2 if anything is wrong or a question is open, the reason on stderr.

    Raises:
        Refused: the source is unknown, a file cannot be opened or nothing can be written.
    """
    settings = given.settings()
    home, known, answers = settings.home, _known(settings), _answers(wanted.answer)
    place = place_for(home, wanted.draft_of)
    region = "" if wanted.draft_of == AUTHORITY else wanted.draft_of
    asked = ImportOptions(
        _reader(wanted.source), wanted.dry_run, wanted.accept_valid, known, answers,
        wanted.preliminary, region, wanted.by,
    )  # fmt: skip
    with _progress(files) as advance:
        outcomes = [imported(path, (home, place), asked, advance) for path in files]
    if wanted.annotated is not None:
        _annotate(files, outcomes, asked.reader, wanted)
    _print(outcomes, wanted)
    for one in outcomes:
        if why := _why_not(one, wanted.lang):
            printing.print_aside(why)
    return 2 if any(_is_open(one) for one in outcomes) else 0


def _is_open(outcome: Outcome) -> bool:
    """Whether anything of a file is wrong, asked, or not to be kept by its maker's own answer."""
    refused = bool(outcome.answered) and not outcome.accepted and not outcome.kept
    return bool(outcome.wrong or outcome.questions or refused)


def _known(settings: Settings) -> Known:
    """What figures are held against: the release that is shown, else the population."""
    try:
        return levels_of(given.dataset(settings))
    except Refused:
        return rough_levels()


def _answers(path: Path | None) -> Mapping[str, Answer]:
    if path is None:
        return {}
    try:
        return answers_in(path)
    except Unreadable as error:
        raise Refused(f"{path}: {error}") from error
    except OSError as error:
        raise Refused(f"{path}: {error.strerror or error}.") from error


def _why_not(outcome: Outcome, lang: Lang) -> str:
    """A sentence on what must be done before a file is kept, empty where nothing must."""
    if outcome.questions:
        asked = _OPEN.in_(lang).format(outcome.file, len(outcome.questions))
        return f"{asked} {_ALSO.in_(lang).format(outcome.wrong)}" if outcome.wrong else asked
    if outcome.wrong and not outcome.kept:
        return _WRONG.in_(lang).format(outcome.file, outcome.wrong)
    if _is_open(outcome) and not outcome.wrong:
        return _BY_ANSWER.in_(lang).format(outcome.file)
    return ""


def _reader(key: str) -> Reader:
    if key not in READERS:
        raise Refused(f"There is no source {key[:40]!r}. There is {', '.join(READERS)}.")
    return READERS[key]


def _annotate(
    files: Sequence[Path], outcomes: Sequence[Outcome], reader: Reader, wanted: Wanted
) -> None:
    from dashboard.imports.annotated import annotated

    assert wanted.annotated is not None
    try:
        wanted.annotated.mkdir(parents=True, exist_ok=True)
        for path, one in zip(files, outcomes, strict=True):
            if one.faults or one.questions:
                target = wanted.annotated / f"{path.stem}-fel.xlsx"
                annotated(path, one.faults, target, wanted.lang, one.questions)
    except OSError as error:
        raise Refused(f"{wanted.annotated}: {error.strerror or error}.") from error


@contextmanager
def _progress(files: Sequence[Path]) -> Iterator[Callable[[int], None]]:
    """A bar on stderr over the bytes of all files."""
    from rich.console import Console
    from rich.progress import Progress

    size = sum(path.stat().st_size for path in files if path.is_file())
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=size)
        yield lambda read: bar.advance(task, read)


def _print(outcomes: Sequence[Outcome], wanted: Wanted) -> None:
    if wanted.fmt == "json":
        found = [one.as_json(wanted.lang) for one in outcomes]
        printing.print_json(found[0] if len(found) == 1 else found)
    elif wanted.fmt == "csv":
        printing.print_csv([_summary(one) for one in outcomes])
    elif wanted.letter:
        for one in outcomes:
            printing.print_line(letter(one, wanted.lang))
    else:
        printing.print_rows([_summary(one) for one in outcomes], "table", title="Imports")
        _print_faults(outcomes, wanted.lang)
        _print_questions(outcomes, wanted.lang)


def _summary(outcome: Outcome) -> dict[str, str | int]:
    return {
        "file": outcome.file, "rows": outcome.rows, "accepted": outcome.accepted,
        "errors": outcome.wrong,
        "questions": len(outcome.questions), "missing": outcome.missing,
        "outcome": _became(outcome), "hash": outcome.hash[:16],
    }  # fmt: skip


def _became(outcome: Outcome) -> str:
    if outcome.questions:
        return "asks"
    if outcome.seen and outcome.kept and not outcome.answered:
        return "imported before"
    if outcome.kept:
        return "imported in part" if outcome.wrong else "imported"
    if outcome.wrong and not outcome.accepted:
        return "refused"
    return "only tried" if outcome.accepted else "refused"


def _print_faults(outcomes: Sequence[Outcome], lang: Lang) -> None:
    lines = [
        (one.file, fault.sheet, str(fault.row or ""), fault.column, fault.value, fault.rule,
         fault.message.in_(lang))
        for one in outcomes for fault in one.faults
    ]  # fmt: skip
    if lines:
        more = sum(one.wrong for one in outcomes) - min(len(lines), _MOST_LINES)
        caption = f"and {more} more; --format json has up to 1000 a file" if more else ""
        printing.print_table(_HEADINGS, lines[:_MOST_LINES], title="Errors", caption=caption)
    for notice in (n for one in outcomes for n in one.notices):
        printing.print_line(notice.in_(lang))
    off = [check for one in outcomes for check in one.checks if check.agrees is False]
    for check in off[:10]:
        print(
            f"The country in {check.month} ({check.care}, {check.stream}): the file says "
            f"{check.measure} {check.stated:g}, its regions come to {check.computed:g}."
        )


def _print_questions(outcomes: Sequence[Outcome], lang: Lang) -> None:
    lines = [
        (one.file, str(asked.row or ""), asked.column, asked.value, asked.message.in_(lang),
         "; ".join(f"{reading.key} = {reading.words.in_(lang)}" for reading in asked.readings),
         asked.key)
        for one in outcomes for asked in one.questions
    ]  # fmt: skip
    if lines:
        more = len(lines) - min(len(lines), _MOST_LINES)
        caption = f"and {more} more; --format json has them all" if more else ""
        heads = ("File", "Row", "Column", "Value", "Question", "Answers", "Key")
        printing.print_table(heads, lines[:_MOST_LINES], title="Questions", caption=caption)


def write_template(target: Path, lang: Lang) -> None:
    """Write a template; the ending of `target` says of which kind.

    Raises:
        Refused: the ending is another, or the file cannot be written.
    """
    from dashboard.imports.templates import csv_template, xlsx_template

    makers = {".csv": csv_template, ".xlsx": xlsx_template}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise Refused(f"{target} ends in neither .csv nor .xlsx. Name it for example mall.xlsx.")
    try:
        target.write_bytes(make(lang))
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror or error}.") from error
    print(target)
