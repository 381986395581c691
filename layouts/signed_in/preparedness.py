"""The page where a region hands in its own preparedness, releases it and takes it back."""

from dashboard.access.identity import Identity
from dashboard.imports.preparedness import MOST, Loaded
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.scenario.dial_words import WORDS
from dashboard.view.addresses import SCENARIO
from dashboard.web.protection.who import KEY
from dashboard.web.routes.drafts import OWN
from dashboard.web.routes.preparedness import PATH, RELEASE, TAKE_BACK, Told
from layouts import html
from layouts.dialogue.agreement_fields import Fields
from layouts.document.document import Plain, plain_document
from layouts.html import Html

TITLE = Text("Regionens beredskap", "The region's preparedness")
_OF = Text("{}: beredskap", "{}: preparedness")
_INTRO = Text(
    "Det som lämnas här är inte publicerat. Regionen och Socialstyrelsen ser det, departementet "
    "när regionen har släppt det, och ingen annan. Det fyller stegen under Beredskap på sidan "
    "Scenario. Tomt fält är inte känt.",
    "What is handed in here is not published. The region and the National Board of Health and "
    "Welfare see it, the ministry once the region has released it, and nobody else. It fills the "
    "rungs of Preparedness on the page Scenario. A field left empty is not known.",
)
_NARROWER = Text(
    "Den som driver webbplatsen kan ha begränsat det till regionen, eller till regionen och "
    "Socialstyrelsen.",
    "Whoever runs the site may have narrowed that to the region, or to the region and the National "
    "Board of Health and Welfare.",
)
_UNITS = {
    "closed": Text("Vårdplatser, från 0 till {}", "Beds, from 0 to {}"),
    "convert": Text("Vårdplatser, från 0 till {}", "Beds, from 0 to {}"),
    "employed": Text("Heltider i slutenvården, från 0 till {}",
                     "Full-time posts in inpatient care, from 0 to {}"),
}  # fmt: skip
_HELD = Text("Lämnat", "Handed in")
_NONE = Text("Inget är lämnat.", "Nothing is handed in.")
_BY = Text("Av {} {}. {}.", "By {} {}. {}.")
_STATES = (Text("Inte släppt", "Not released"),
           Text("Släppt till departementet", "Released to the ministry"))  # fmt: skip
_NEW = Text("Lämna siffror", "Hand in figures")
_REPLACES = Text(
    "Det som lämnas tar platsen av det som var, och är inte släppt förrän du släpper det.",
    "What is handed in takes the place of what was, and is not released until you release it.",
)
_KEEP, _RELEASE = Text("Spara", "Keep"), Text("Släpp till departementet", "Release to the ministry")
_TAKE_BACK = Text("Ta tillbaka", "Take back")
_LOOK = Text("Se stegen på sidan Scenario", "Look at the rungs on the page Scenario")
_BACK = Text("Till Inloggad", "To Signed in")
_WAY = Text("Lämna, släpp eller ta tillbaka beredskap",
            "Hand in, release or take back preparedness")  # fmt: skip
_STEM = "preparedness"


def link(who: Identity, lang: Lang) -> str:
    """The way here for who may hand in, with its heading; nothing for others."""
    if not who.may("preparedness", "write"):
        return ""
    way = html.P(html.A(_WAY.in_(lang), href=PATH.in_(lang)))
    return html.H2(TITLE.in_(lang)) + way


def layout(told: Told, who: Identity, lang: Lang, head: str) -> str:
    """The document; `told` is what holds, what was typed and what became of it."""
    title = TITLE.in_(lang)
    if who.region:
        title = _OF.in_(lang).format(name_of(who.region).in_(lang))
    inside = [html.H1(title), *_became(told, lang), html.P(_INTRO.in_(lang)),
              html.P(_NARROWER.in_(lang), className="caption")]  # fmt: skip
    if who.may("preparedness", "write", who.region or "-"):
        inside += [html.H2(_HELD.in_(lang)), *_held(told.held, who, lang),
                   html.H2(_NEW.in_(lang)), _form(told, who, lang)]  # fmt: skip
    inside.append(html.P(html.A(_BACK.in_(lang), href=OWN.in_(lang))))
    main = html.Div(inside, className="prose")
    return plain_document(Plain(PATH, title, main), lang, head, who)


def _became(told: Told, lang: Lang) -> list[Html]:
    if told.done:
        return [html.P(told.done.in_(lang), className="notice", role="status")]
    if not told.refusal:
        return []
    faults = [html.Li(html.A(WORDS[key].name.in_(lang), href=f"#{_STEM}-{key}"))
              for key in told.faults]  # fmt: skip
    listed = [html.Ul(faults)] if faults else []
    said = html.P(told.refusal.in_(lang))
    return [html.Div([said, *listed], className="notice problem", role="alert")]


def _held(held: Loaded | None, who: Identity, lang: Lang) -> list[Html]:
    if held is None:
        return [html.P(_NONE.in_(lang))]
    facts = "".join(
        html.Dt(WORDS[key].name.in_(lang)) + html.Dd(_said(key, float(value), lang))
        for key, value in held.figures.items()
    )
    state = _STATES[held.released].in_(lang)
    by = _BY.in_(lang).format(held.by, held.at[:16].replace("T", " "), state)
    look = html.A(_LOOK.in_(lang), href=f"{SCENARIO.in_(lang)}?region={held.region}")
    found = [html.element("dl", {"className": "facts"}, facts),
             html.P(by, className="caption"), html.P(look)]  # fmt: skip
    if not held.released and who.may("preparedness", "publish", held.region):
        found.append(_button(RELEASE, _RELEASE, who, lang))
    return [*found, _button(TAKE_BACK, _TAKE_BACK, who, lang)]


def _said(key: str, value: float, lang: Lang) -> str:
    told = formatting.number(value, 0 if value.is_integer() else 1, lang)
    return WORDS[key].value.in_(lang).format(told)


def _button(place: Text, words: Text, who: Identity, lang: Lang) -> Html:
    button = html.P(html.Button(words.in_(lang), type="submit"), className="buttons")
    return html.element("form", {"method": "post", "action": place.in_(lang)}, _key(who) + button)


def _form(told: Told, who: Identity, lang: Lang) -> Html:
    typed = _typed(told.held, lang) if told.typed is None else told.typed
    of = Fields(_STEM, typed, told.faults, lang)
    fields = [
        of.line(key, WORDS[key].name, optional=True, hint=_hint(key, most))
        for key, most in MOST.items()
    ]
    button = html.Button(_KEEP.in_(lang), type="submit", value="keep")
    inside = [_key(who), *fields, html.P(_REPLACES.in_(lang), className="caption"),
              html.P(button, className="buttons")]  # fmt: skip
    # Every fault is said at once and in words of ours, so no browser stops at the first.
    about = {"method": "post", "action": PATH.in_(lang), "className": "import agreement-form",
             "novalidate": True}  # fmt: skip
    return html.element("form", about, "".join(inside))


def _hint(key: str, most: float) -> Text:
    return _UNITS[key].format(
        Text(formatting.number(most, 0, "sv"), formatting.number(most, 0, "en"))
    )


def _typed(held: Loaded | None, lang: Lang) -> dict[str, str]:
    """What is handed in, to be changed."""
    mark = "," if lang == "sv" else "."
    figures = held.figures if held else {}
    return {key: f"{value:.10g}".replace(".", mark) for key, value in figures.items()}


def _key(who: Identity) -> Html:
    return html.Input(type="hidden", name=KEY, value=who.key)
