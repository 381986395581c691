"""What a meeting is about, in a form that needs no script: region, days, questions."""

from collections.abc import Sequence

from dashboard.dialogue.pack import Question
from dashboard.dialogue.papers_query import ADDED, MOST_WORDS, STRUCK, PapersQuery
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import REGIONS
from dashboard.view import addresses
from layouts import html
from layouts.html import Html

_REGION = Text("Region", "Region")
_DAY = Text("Mötets dag", "Day of the meeting")
_SINCE = Text("Förra mötet", "Last meeting")
_SHOW = Text("Visa underlaget", "Show the papers")
_STRIKE = Text("Stryk frågan", "Strike the question")
_OWN = Text("Lägg till en egen fråga", "Add a question of your own")
_FIGURES, _WHY = Text("Siffror: {}", "Figures: {}"), Text("Varför: {}", "Why: {}")
_CHANGE = Text("Ändra frågorna", "Change the questions")
_NONE = Text("Inga frågor har uppstått.", "No questions have been raised.")
FORM = "dlg-form"


def form(asked: PapersQuery, since: str, lang: Lang, release: str) -> Html:
    """Region and days; what is struck and added goes along, and the release where one is named."""
    fields = [
        html.P([_label("dlg-region", _REGION, lang), _regions(asked, lang)]),
        html.P([_label("dlg-meeting", _DAY, lang), _day("meeting", asked.day)]),
        html.P([_label("dlg-since", _SINCE, lang), _day("since", asked.since or since)]),
        html.P(html.Button(_SHOW.in_(lang), type="submit"), className="buttons"),
    ]
    kept = [html.Input(type="hidden", name="release", value=release)] if release else []
    return html.element(
        "form",
        {
            "id": FORM,
            "method": "get",
            "action": addresses.DIALOGUE.in_(lang),
            "className": "import dialogue-form",
        },
        "".join([*fields, *kept]),
    )


def _label(id_: str, words: Text, lang: Lang) -> Html:
    return html.Label(words.in_(lang), htmlFor=id_)


def _day(name: str, day: str) -> Html:
    return html.Input(type="date", id=f"dlg-{name}", name=name, value=day)


def _regions(asked: PapersQuery, lang: Lang) -> Html:
    options = [
        html.Option(one.name.in_(lang), value=one.code, selected=one.code == asked.region)
        for one in REGIONS
    ]
    return html.Select(options, id="dlg-region", name="region")


def questions(every: Sequence[Question], asked: PapersQuery, lang: Lang) -> Html:
    """Every question with its figures and why it is asked; each can be struck, and one added."""
    items = [_item(one, one.key in asked.struck, lang) for one in every]
    listed = html.Ol(items, className="questions") if items else html.P(_NONE.in_(lang))
    own = [
        html.Label(_OWN.in_(lang), htmlFor="dlg-ask"),
        html.Input(
            type="text", id="dlg-ask", name=ADDED, value=asked.added, maxLength=MOST_WORDS,
            form=FORM,
        ),
    ]  # fmt: skip
    button = html.Button(_CHANGE.in_(lang), type="submit", form=FORM)
    return html.Div([listed, html.P(own), html.P(button, className="buttons")], className="import")


def _item(question: Question, struck: bool, lang: Lang) -> Html:
    id_ = f"dlg-{question.key}"
    box = html.Input(
        type="checkbox",
        id=id_,
        name=f"{STRUCK}{question.key}",
        value="1",
        checked=struck,
        form=FORM,
    )
    label = html.Label(_STRIKE.in_(lang), htmlFor=id_)
    told = [
        html.P(words.in_(lang).format(part), className="caption")
        for words, part in ((_FIGURES, question.figures), (_WHY, question.why))
        if part
    ]
    return html.Li(
        [
            html.P(question.words, className="struck" if struck else "asked"),
            *told,
            html.P([box, label], className="check"),
        ]
    )
