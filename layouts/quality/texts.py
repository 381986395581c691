"""The titles and words of Data och kvalitet: what was found, and what each part rests on."""

from collections.abc import Mapping, Sequence

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.open_data.feed import ADDRESS as FEED
from dashboard.quality.definitions import definitions_since, occupancy_both_ways
from dashboard.quality.finding import Finding
from dashboard.quality.grades import GATED, grades
from dashboard.quality.revisions import Revised, rewritten
from dashboard.quality.rule_hit import RuleHit
from dashboard.quality.source_conflicts import Disagreement
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.addresses import API, CHANGELOG, METHOD, SOURCES
from dashboard.view.view import View

MEASURES: Mapping[str, Text] = {
    "dq-questions": Text(
        "Det som siffrorna visar, som en fråga till den som rapporterar. Ingen fråga är en "
        "anklagelse: svaret kan vara att vården har ändrats.",
        "What the figures show, as a question to whoever reports. No question is an accusation: "
        "the answer may be that care has changed.",
    ),
    "dq-trust": Text(
        "Betyg och fyra prickar för varje region: fullständig, i tid, giltig, samstämmig. Betyg C "
        "och D streckas på kartan och rangordnas inte.",
        "A grade and four dots for each region: complete, timely, valid, consistent. Grades C and "
        "D are hatched on the map and not ranked.",
    ),
    "dq-rules": Text(
        "Kalenderns perioder. Fel räknas inte in i summor men står kvar; varningar räknas in.",
        "The periods of the calendar. Errors are kept but not counted in sums; warnings are.",
    ),
    "dq-since": Text(
        "Vilken definition som gäller sedan när, det valda måttet först.",
        "Which definition applies since when, the chosen indicator first.",
    ),
    "dq-sources": Text(
        "Publicerade uppgifter om samma sak, sida vid sida. Ingen av dem är ändrad.",
        "Published figures of the same thing, side by side. None of them is changed.",
    ),
    "dq-ways": Text(
        "Samma patienter och platser ger olika siffror efter hur de räknas. Regionernas "
        "beläggning är skattad; ingen är publicerad.",
        "The same patients and beds give different figures by how they are counted. The "
        "occupancy of the regions is estimated; none is published.",
    ),
    "dq-revised": Text(
        "Siffror som är andra i den här utgåvan än i den förra, som de visas.",
        "Figures that are others in this release than in the last, as they are shown.",
    ),
}
NO_RULE = Text("Ingen regel har slagit till.", "No rule has fired.")
NO_QUESTION = Text("Inga frågor om de två senaste åren.", "No questions about the last two years.")
NO_CONTRADICTION = Text(
    "Inga publicerade uppgifter om regionen motsäger varandra.",
    "No published figures about the region contradict each other.",
)
NO_EARLIER = Text(
    "Det finns ingen tidigare utgåva att jämföra med. När nästa publiceras står skillnaderna här.",
    "There is no earlier release to compare with. When the next is published the differences "
    "stand here.",
)
NO_REVISION = Text(
    "Ingen siffra skiljer sig från förra utgåvan.", "No figure differs from the last release."
)
OLDER = Text("Äldre frågor ({})", "Older questions ({})")
OPEN = Text("Allt kan hämtas", "Everything can be fetched")
OPEN_WORDS = (
    Text("Varje diagram och tabell har sin fil. Hela utgåvan och samma siffror för program finns "
         "här.",
         "Every chart and table has its file. The whole release, and the same figures for "
         "programs, are here."),
)  # fmt: skip
LINKS: tuple[tuple[Text, Text], ...] = (
    (Text("Öppet API", "Open API"), API),
    (Text("Hela utgåvan som zip (Frictionless Data Package)",
          "The whole release as a zip (Frictionless Data Package)"),
     Text("/opendata/vardplatslaget.zip", "/opendata/vardplatslaget.zip")),
    (Text("Nya utgåvor, som flöde (Atom)", "New releases, as a feed (Atom)"),
     FEED),
    (Text("Utgåvor och ändringar", "Releases and changes"),
     CHANGELOG),
    (Text("Hur allt räknas", "How everything is computed"), METHOD),
    (Text("Alla källor", "All sources"), SOURCES),
    (Text("Kända fel i de publicerade uppgifterna", "Known errors in the published figures"),
     Text("{}#known-traps", "{}#known-traps").format(SOURCES)),
)  # fmt: skip

_GRADED = Text("{} av {} regioner har betyg A eller B", "{} of {} regions have grade A or B")
_OWN_GRADE = Text("{} har betyg {}", "{} has grade {}")
_NO_VALUE = Text("{} har inget värde att betygsätta", "{} has no value to grade")
_NOBODY = Text("Ingen region har ett värde att betygsätta", "No region has a value to grade")
_FIRED = Text("{} regelträffar: {} fel, {} varningar, {} upplysningar",
              "Rules fired {} times: {} errors, {} warnings, {} for information")  # fmt: skip
_OWN_FIRED = Text("{}: {} regelträffar, varav {} fel", "{}: rules fired {} times, {} as errors")
_NONE_FIRED = Text("{}: ingen regel har slagit till", "{}: no rule has fired")
_ASK = (
    Text("Inga frågor om de två senaste åren", "No questions about the last two years"),
    Text("En fråga om de två senaste åren", "One question about the last two years"),
    Text("{} frågor om de två senaste åren", "{} questions about the last two years"),
)
_CONTRADICT = Text("{} par av publicerade uppgifter motsäger varandra",
                   "{} pairs of published figures contradict each other")  # fmt: skip
_OWN_CONTRADICT = Text("{}: publicerade uppgifter som motsäger varandra, {}",
                       "{}: published figures that contradict each other, {}")  # fmt: skip
_WAYS = Text("Beläggningen är {} eller {} procent, efter hur den räknas",
             "Occupancy is {} or {} per cent, by how it is counted")  # fmt: skip
_NO_WAYS = Text("Två sätt att räkna", "Two ways of counting")
_SINCE = Text("{}: definitionen gäller sedan {}", "{}: the definition applies since {}")
_NO_SINCE = Text("{}: inget byte av definition är känt",
                 "{}: no change of definition is known")  # fmt: skip
_REVISED = Text("{} siffror är ändrade, {} av dem äldre än ett år",
                "{} figures have changed, {} of them older than a year")  # fmt: skip
_NOT_REVISED = Text("Inga siffror är ändrade", "No figures have changed")
_FIRST_RELEASE = Text("Ingen tidigare utgåva", "No earlier release")


def grades_title(dataset: Dataset, view: View, lang: Lang) -> str:
    """How many regions can be ranked, or the region's own grade."""
    found = grades(dataset, view)
    if view.region != SWEDEN:
        own, name = found[view.region].grade, name_of(view.region).in_(lang)
        return _OWN_GRADE.in_(lang).format(name, own) if own else _NO_VALUE.in_(lang).format(name)
    known = [one.grade for one in found.values() if one.grade]
    good = sum(grade not in GATED for grade in known)
    return _GRADED.in_(lang).format(good, len(known)) if known else _NOBODY.in_(lang)


def rules_title(rule_hits: Sequence[RuleHit], view: View, lang: Lang) -> str:
    """How many rules fired, and how grave they are."""
    counts = [sum(one.rule.severity == grave for one in rule_hits)
              for grave in ("error", "warning", "info")]  # fmt: skip
    if view.region == SWEDEN:
        return _FIRED.in_(lang).format(len(rule_hits), *counts)
    name = name_of(view.region).in_(lang)
    if not rule_hits:
        return _NONE_FIRED.in_(lang).format(name)
    return _OWN_FIRED.in_(lang).format(name, len(rule_hits), counts[0])


def questions_title(new: Sequence[Finding], view: View, lang: Lang) -> str:
    """How many questions there are about the last two years."""
    said = _ASK[min(len(new), 2)].in_(lang).format(len(new))
    return said if view.region == SWEDEN else f"{name_of(view.region).in_(lang)}: {said}"


def sources_title(disagreements: Sequence[Disagreement], view: View, lang: Lang) -> str:
    """How many published figures contradict each other."""
    if view.region == SWEDEN:
        return _CONTRADICT.in_(lang).format(len(disagreements))
    return _OWN_CONTRADICT.in_(lang).format(name_of(view.region).in_(lang), len(disagreements))


def ways_title(dataset: Dataset, view: View, lang: Lang) -> str:
    """The two occupancies, where there are any."""
    pair = occupancy_both_ways(dataset, view)
    if None in pair:
        return _NO_WAYS.in_(lang)
    where, when = labels.place(view, lang), formatting.period(view.period, lang)
    numbers = (formatting.number(one, 1, lang) for one in pair)
    return f"{_WAYS.in_(lang).format(*numbers)} ({where}, {when})"


def since_title(reference: Reference, view: View, lang: Lang) -> str:
    """Since when the chosen indicator's definition applies."""
    own = [one for one in definitions_since(reference) if view.of in one.indicators]
    name = view.of.name.in_(lang)
    if not own:
        return _NO_SINCE.in_(lang).format(name)
    # What begins after the period is not yet its definition.
    known = [one for one in own if one.valid_from[:7] <= f"{view.period}-12"[:7]] or own
    return _SINCE.in_(lang).format(name, formatting.date(known[-1].valid_from, lang))


def revised_title(
    old: Dataset | None, revisions: tuple[Revised, ...], dataset: Dataset, lang: Lang
) -> str:
    """How many figures changed since the last release, and how many of them late."""
    if old is None:
        return _FIRST_RELEASE.in_(lang)
    if not revisions:
        return _NOT_REVISED.in_(lang)
    return _REVISED.in_(lang).format(len(revisions), len(rewritten(revisions, dataset)))
