"""The page of the forms about agreements: where one that cannot be taken is put right."""

from dashboard.access.identity import Identity
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.view.addresses import DIALOGUE
from dashboard.web.routes.agreements import PATH, Told
from layouts import html
from layouts.dialogue.agreement_forms import forms, stem_of
from layouts.document.document import Plain, plain_document
from layouts.html import Html

_TITLE = Text("Överenskommelser", "Agreements")
_OF = Text("Överenskommelser: {}", "Agreements: {}")
_FAULTS = Text("Inget är antecknat än. Rätta det här och skicka igen:",
               "Nothing has been written down yet. Put this right and send again:")  # fmt: skip
_CHOOSE = Text("Välj en region i Dialogunderlag", "Choose a region in Dialogue")
_BACK = Text("Till underlaget", "To the papers")


def layout(told: Told, who: Identity, lang: Lang, head: str) -> str:
    """The document; `told` is what was typed, and what is wrong with it."""
    title = _TITLE.in_(lang)
    if told.region:
        title = _OF.in_(lang).format(name_of(told.region).in_(lang))
    query = f"?region={told.region}" if told.region else ""
    link = (_BACK if told.region else _CHOOSE).in_(lang)
    inside = [
        html.H1(title),
        *_wrong(told, lang),
        html.P(html.A(link, className="file", href=f"{DIALOGUE.in_(lang)}{query}")),
        *(forms(told, who, lang) if told.region else _lost(told)),
    ]
    main = html.Div(inside, className="page-dialogue")
    return plain_document(Plain(PATH, title, main), lang, head, who)


def _wrong(told: Told, lang: Lang) -> list[Html]:
    found = []
    if told.refusal:
        found.append(html.P(told.refusal.in_(lang), className="notice problem", role="alert"))
    if told.faults:
        stem = stem_of(told)
        listed = [
            html.Li(html.A(words.in_(lang), href=f"#{stem}-{name}"))
            for name, words in told.faults.items()
        ]
        found.append(
            html.Div([html.P(_FAULTS.in_(lang)), html.Ul(listed)], className="notice problem",
                     role="alert")
        )  # fmt: skip
    return found


def _lost(told: Told) -> list[Html]:
    """What was typed of a region that there is no form for, so that it can be taken elsewhere."""
    return [html.P(told.typed[name]) for name in ("measure", "note") if told.typed.get(name)]
