"""The forms about agreements of a region: a new one, and what has happened with each open one."""

from collections.abc import Mapping

from dashboard.access.identity import Identity
from dashboard.dialogue.agreement import KINDS, MARKS, SIDES, STATES, Agreement
from dashboard.dialogue.outcome import expected_words
from dashboard.indicators.registry import BY_KEY, CARE_NAMES, STREAM_NAMES
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.web.protection.gate import identity
from dashboard.web.protection.who import KEY
from dashboard.web.routes.agreements import PATH, Told
from layouts import html
from layouts.dialogue.agreement_fields import Fields
from layouts.html import Html

NEW = "agreement"
_NEW = Text("Anteckna en överenskommelse", "Write an agreement down")
_FOLLOW = Text("Följ upp: {}", "Follow up: {}")
_OF = Text("{}. Ägare {}, klart senast {}.", "{}. Owner {}, due {}.")
_SAVE = Text("Anteckna", "Write down")
_MEASURE = Text("Insats", "Measure")
_KIND = Text("Sorts insats", "Kind of measure")
_INDICATOR = Text("Resultatet läses av i", "The result is read by")
_CARE, _STREAM = Text("Vård", "Care"), Text("Vårdform", "Stream")
_OWN = Text("måttets vanliga", "the usual of the indicator")
_SIDE = Text("Ska värdet vara högst eller minst", "Is the value at most or at least")
_GOOD = Text("åt det håll som är bra för måttet", "in the direction that is good for the indicator")
_VALUE, _UNTIL = Text("Väntat värde", "Expected value"), Text("Väntas till", "Expected until")
_VALUE_HINT = Text("I måttets enhet, som 3,0", "In the unit of the indicator, as 3.0")
_UNTIL_HINT = Text("Månad eller år, som 2026-12 eller 2026", "Month or year, as 2026-12 or 2026")
_OWNER, _DUE = Text("Ägare", "Owner"), Text("Klart senast", "Due")
_PLAN = Text("Länk till produktionsplanen", "Link to the production plan")
_MARKS = Text("Kännetecken på ett målmedvetet arbete", "Marks of purposeful work")
_NOTE = Text("Vad som har hänt", "What has happened")
_STATE = Text("Läge", "State")
_OFF = Text(
    "Överenskommelser antecknas med kommandot vardplats agreements: på den här webbplatsen kan "
    "ingen logga in, och utan inloggning är formuläret avstängt.",
    "Agreements are written down with the command vardplats agreements: nobody can sign in on this "
    "site, and without a sign-in the form is off.",
)
_FOR_EVER = Text(
    "Det som antecknas står kvar med ditt namn och tid, och kan inte ändras. Det som var fel "
    "rättas i en uppföljning.",
    "What is written down stays with your name and the time, and cannot be changed. What was "
    "wrong is put right in a follow-up.",
)


def forms(told: Told, who: Identity, lang: Lang) -> list[Html]:
    """The forms, those with faults or something typed in them open, each behind its summary."""
    return [
        _new(told, who, lang),
        *(_follow(name, one, told, who, lang)
          for name, one in told.known.items() if one.state == "open"),
    ]  # fmt: skip


def writing(known: Mapping[str, Agreement], region: str, login: str, lang: Lang) -> list[Html]:
    """The forms in the papers of a region, for who may write of it; without a login why not."""
    if login == "off":
        return [html.P(_OFF.in_(lang), className="caption")]
    who = identity()
    if not who.may("agreements", "write", region):
        return []
    own = {name: one for name, one in known.items() if one.region == region}
    return forms(Told(region, own), who, lang)


def stem_of(told: Told) -> str:
    """How the ids begin of the form that something was typed in."""
    return f"follow-{told.agreement}" if told.agreement else NEW


def _new(told: Told, who: Identity, lang: Lang) -> Html:
    typed, faults = ({}, {}) if told.agreement else (told.typed, told.faults)
    of = Fields(NEW, {"kind": "other", **typed}, faults, lang)
    indicators = [(key, one.name) for key, one in BY_KEY.items()
                  if not (one.derived or one.national_only)]  # fmt: skip
    fields = [
        of.words("measure", _MEASURE),
        of.choice("kind", _KIND, [*KINDS.items()]),
        of.choice("indicator", _INDICATOR, indicators),
        of.choice("care", _CARE, [("", _OWN), *CARE_NAMES.items()], optional=True),
        of.choice("stream", _STREAM, [("", _OWN), *STREAM_NAMES.items()], optional=True),
        of.choice("side", _SIDE, [("", _GOOD), *SIDES.items()], optional=True),
        of.line("value", _VALUE, hint=_VALUE_HINT),
        of.line("until", _UNTIL, hint=_UNTIL_HINT),
        of.line("owner", _OWNER),
        of.line("due", _DUE, kind="date"),
        of.line("plan", _PLAN, optional=True, most=500),
        of.marks("marks", _MARKS, [*MARKS.items()]),
    ]
    hidden = {"region": told.region}
    return _behind(_NEW.in_(lang), _form(fields, hidden, who, lang), is_open=bool(faults))


def _follow(name: str, one: Agreement, told: Told, who: Identity, lang: Lang) -> Html:
    is_this = name == told.agreement
    typed = told.typed if is_this else {}
    of = Fields(f"follow-{name}", typed, told.faults if is_this else {}, lang)
    due = formatting.date(one.due, lang)
    about = _OF.in_(lang).format(expected_words(one.expected).in_(lang), one.owner, due)
    fields = [
        html.P(formatting.capitalised(about), className="caption"),
        of.words("note", _NOTE),
        of.choice("state", _STATE, [*STATES.items()]),
    ]
    hidden = {"region": told.region, "agreement": name}
    title = _FOLLOW.in_(lang).format(one.measure)
    return _behind(title, _form(fields, hidden, who, lang), is_open=is_this)


def _form(fields: list[Html], hidden: Mapping[str, str], who: Identity, lang: Lang) -> Html:
    kept = [html.Input(type="hidden", name=name, value=value)
            for name, value in {KEY: who.key, **hidden}.items()]  # fmt: skip
    button = html.Button(_SAVE.in_(lang), type="submit", value="keep")
    inside = [*kept, *fields, html.P(_FOR_EVER.in_(lang), className="caption"),
              html.P(button, className="buttons")]  # fmt: skip
    # Every fault is said at once and in words of ours, so no browser stops at the first.
    told = {"method": "post", "action": PATH.in_(lang), "className": "import agreement-form",
            "novalidate": True}  # fmt: skip
    return html.element("form", told, "".join(inside))


def _behind(title: str, inside: Html, *, is_open: bool) -> Html:
    return html.Details([html.Summary(title), inside], open=is_open, className="agreement")
