"""Questions to put to a region, each with its figures and why it is asked; none is a charge."""

import hashlib
from collections.abc import Iterable, Iterator

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.new_periods import Meeting
from dashboard.dialogue.outcome import expected_words, outcome_of, reason_words
from dashboard.dialogue.pack import Question
from dashboard.gaps import target_status
from dashboard.indicators.registry import BY_KEY, OCCUPANCY
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.quality import phrases
from dashboard.quality.finding import BY_KIND, Finding
from dashboard.quality.findings import concerning
from dashboard.quality.revisions import revisions, rewritten
from dashboard.reference.regions import ALL_CODES
from dashboard.values import values
from dashboard.view.view import View

_MOST_OWN, _MOST_COMMON = 6, 2

_OCCUPANCY = Text(
    "Hur hög var beläggningen i {}? Hos oss finns bara en skattning.",
    "What was the occupancy in {}? We only have an estimate.",
)
_ESTIMATE = Text("{} procent, skattat ({}–{}); målet är {}",
                 "{} per cent, estimated ({}–{}); the target is {}")  # fmt: skip
_WHY_ESTIMATE = Text(
    "Månader publiceras inte per region. Med rapporterade månader kan förändringar bedömas.",
    "Months are not published by region. With reported months changes can be judged.",
)
_ABOVE = Text(
    "Beläggningen i {} låg över målet. Vad krävs för att nå det, platser, kortare vårdtider eller "
    "färre utskrivningsklara?",
    "Occupancy in {} was above the target. What would it take to reach it: beds, shorter stays or "
    "fewer patients ready to leave?",
)
_REPORTED = Text("{} procent mot målet {} procent", "{} per cent against the target {} per cent")
_WHY_TARGET = Text(
    "Socialstyrelsens riktvärde: 85 procent akut och 95 procent planerat, blandat efter vården.",
    "Socialstyrelsen's guideline: 85 per cent acute and 95 per cent planned, mixed by the care.",
)
_NOT_MET = Text(
    "Det väntade resultatet av ”{}” har inte nåtts. Vad har hänt, och ska något göras annorlunda?",
    "The expected result of “{}” has not been reached. What has happened, and should anything be "
    "done differently?",
)
_UNDECIDED = Text(
    "Om ”{}” har gett det väntade resultatet kan inte avgöras. Kan regionen lämna siffran?",
    "Whether “{}” has led to the expected result cannot be decided. Can the region give the "
    "figure?",
)
_LATE = Text(
    "”{}” skulle vara klar {} och pågår ännu. Hur långt har den kommit?",
    "“{}” was to be done by {} and is still open. How far has it come?",
)
_MARKS = Text(
    "”{}” saknar {} av fyra kännetecken på målinriktat arbete. Vad återstår?",
    "“{}” lacks {} of the four marks of purposeful work. What remains?",
)
_WHY_AGREED = Text("Överenskommelse {}, {}.", "Agreement {}, {}.")
_EXPECTED = Text("Väntat: {}. Utfall: {}", "Expected: {}. Outcome: {}")


def questions(
    meeting: Meeting, agreements: Iterable[Agreement], day: str, lang: Lang
) -> tuple[Question, ...]:
    """The questions: on agreements, on the target, then what the detector and revisions raise."""
    found = [
        *(one for each in agreements for one in _on_agreement(meeting, each, day, lang)),
        *_on_target(meeting, lang),
        *_on_findings(meeting, lang),
    ]
    return tuple(found)


def _on_agreement(
    meeting: Meeting, agreement: Agreement, day: str, lang: Lang
) -> Iterator[Question]:
    why = _WHY_AGREED.in_(lang).format(agreement.number, formatting.date(agreement.at[:10], lang))
    if agreement.overdue(day):
        words = _LATE.in_(lang).format(agreement.measure, formatting.date(agreement.due, lang))
        yield _question("late", words, "", why)
    if agreement.state == "open" and len(agreement.marks) < 4:
        words = _MARKS.in_(lang).format(agreement.measure, 4 - len(agreement.marks))
        yield _question("marks", words, "", why)
    found = outcome_of(meeting.now, agreement, day)
    asked = {"not_met": _NOT_MET, "cannot_be_decided": _UNDECIDED}.get(found.verdict)
    if asked and agreement.state != "stopped":
        figures = _EXPECTED.in_(lang).format(
            expected_words(agreement.expected).in_(lang),
            reason_words(found, agreement.expected).in_(lang),
        )
        yield _question("outcome", asked.in_(lang).format(agreement.measure), figures, why)


def _on_target(meeting: Meeting, lang: Lang) -> Iterator[Question]:
    month = meeting.now.last_month
    view = View(OCCUPANCY.key, month, meeting.region)
    own = values.at(meeting.now, view)[ALL_CODES.index(meeting.region)]
    standing = target_status.standing(meeting.now, view, meeting.region, "all")
    if own.value is None or standing.distance is None:
        return
    when = formatting.period(month, lang)
    number, target = (formatting.number(v, 1, lang) for v in (own.value, standing.target))
    if own.status == "estimated":
        ends = (formatting.number(v, 1, lang) for v in (own.low, own.high))
        figures = _ESTIMATE.in_(lang).format(number, *ends, target)
        words, why = _OCCUPANCY.in_(lang).format(when), _WHY_ESTIMATE.in_(lang)
        yield _question("occupancy", words, figures, why)
    elif round(standing.distance, 1) > 0:
        figures = _REPORTED.in_(lang).format(number, target)
        yield _question("target", _ABOVE.in_(lang).format(when), figures, _WHY_TARGET.in_(lang))


def _on_findings(meeting: Meeting, lang: Lang) -> Iterator[Question]:
    found = [*concerning(meeting.now, meeting.region)]
    if meeting.then is not None and meeting.then.release != meeting.now.release:
        late = rewritten(revisions(meeting.then, meeting.now), meeting.now)
        found = [*(one for one in late if meeting.region in one.regions), *found]
    own = [one for one in found if len(one.regions) == 1]
    common = [one for one in found if len(one.regions) > 1]
    for one in (*own[:_MOST_OWN], *common[:_MOST_COMMON]):
        why = BY_KIND[one.kind]
        reason = f"{why.name.in_(lang)}. {why.looks_for.in_(lang)}"
        yield _question(one.kind, one.question.in_(lang), _figures(one, lang), reason)


def _figures(finding: Finding, lang: Lang) -> str:
    of = BY_KEY[finding.indicator]
    told = (
        f"{formatting.period(period, lang)}: {phrases.value(number, of).in_(lang)}"
        for period, number in finding.figures
    )
    return "; ".join(told)


def _question(kind: str, words: str, figures: str, why: str) -> Question:
    """Its key follows from its words, so that it is struck in every pack that has it."""
    name = hashlib.sha256(f"{kind} {words}".encode()).hexdigest()[:6]
    return Question(f"{kind}-{name}", words, figures, why)
