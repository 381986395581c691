"""What is handed in and not published, on the page of who is signed in, and what may be done."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.access.identity import Identity
from dashboard.imports.drafts import Draft
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.view.addresses import REGION
from dashboard.web.routes.drafts import PUBLISH, RELEASE, TAKE_BACK, is_own
from dashboard.web.routes.uploads import PATH as HAND_IN

_HEAD = Text("Lämnat och inte publicerat", "Handed in and not published")
_NONE = Text(
    "Inget är lämnat som inte är publicerat.", "Nothing is handed in that is not published."
)
_HAND_IN = Text("Lämna en fil", "Hand in a file")
_HEADS = (
    Text("Regioner", "Regions"), Text("Månader", "Months"), Text("Läge", "State"),
    Text("Gör", "Do"), Text("Fil", "File"), Text("Av", "By"),
)  # fmt: skip
_STATES = {
    "handed_in": Text("lämnad", "handed in"),
    "released": Text("släppt av regionen", "released by the region"),
}
_LOOK = Text("Se på sidan", "Look at the page")
_RELEASE = Text("Släpp", "Release")
_TAKE_BACK = Text("Ta tillbaka", "Take back")
_PUBLISH = Text("Publicera allt som är släppt", "Publish all that is released")
_REASON = Text("Varför, i utgåvans logg", "Why, in the record of the release")
_WAIT = Text("Det tar någon minut.", "It takes a minute or so.")
_TABLE = Text("Lämnade filer", "Files handed in")


def section(drafts: Sequence[Draft], who: Identity, lang: Lang, told: Text | None) -> str:
    """The drafts that one may see; `told` is what became of the last thing that was done."""
    said = f'<p class="notice" role="status">{escape(told.in_(lang))}</p>' if told else ""
    link = (
        f'<p><a href="{HAND_IN.in_(lang)}">{_HAND_IN.in_(lang)}</a></p>'
        if who.may("unpublished", "write")
        else ""
    )
    table = _table(drafts, who, lang) if drafts else f"<p>{_NONE.in_(lang)}</p>"
    return f"<h2>{_HEAD.in_(lang)}</h2>{said}{table}{link}{_publish(drafts, who, lang)}"


def _table(drafts: Sequence[Draft], who: Identity, lang: Lang) -> str:
    heads = "".join(f'<th scope="col">{head.in_(lang)}</th>' for head in _HEADS)
    rows = "".join(_row(one, who, lang) for one in drafts)
    return (
        f'<div class="table-wrap" role="region" tabindex="0" aria-label="{_TABLE.in_(lang)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(draft: Draft, who: Identity, lang: Lang) -> str:
    months = formatting.period(draft.months[0], lang)
    if len(draft.months) > 1:
        months = f"{months}–{formatting.period(draft.months[-1], lang)}"
    regions = ", ".join(name_of(code).in_(lang) for code in draft.regions)
    by = f"{draft.by} {draft.at[:16].replace('T', ' ')}"
    query = {"region": draft.regions[0], "period": draft.months[-1], "data": "reported"}
    look = f'<a href="{REGION.in_(lang)}?{urlencode(query)}">{_LOOK.in_(lang)}</a>'
    # What can be done stands before what a phone has to scroll to.
    forms = _release(draft, who, lang) + _take_back(draft, who, lang)
    return (
        f"<tr>{_told(regions, months, _STATES[draft.state].in_(lang))}"
        f"<td>{look}{forms}</td>{_told(str(draft.delivery.about['file']), by)}</tr>"
    )


def _told(*cells: str) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in cells)


def _release(draft: Draft, who: Identity, lang: Lang) -> str:
    own = who.tier == "region" and who.may("unpublished", "publish", draft.owner)
    if not own or draft.state != "handed_in":
        return ""
    return _form(RELEASE, _RELEASE, draft, who, lang)


def _take_back(draft: Draft, who: Identity, lang: Lang) -> str:
    """What is not published can be taken back by whoever handed it in, released or not."""
    if not is_own(draft, who) or not who.may("unpublished", "write", who.region):
        return ""
    return _form(TAKE_BACK, _TAKE_BACK, draft, who, lang)


def _form(place: Text, words: Text, draft: Draft, who: Identity, lang: Lang) -> str:
    return (
        f'<form method="post" action="{place.in_(lang)}">{_key(who)}'
        f'<input type="hidden" name="draft" value="{draft.hash}">'
        f'<button type="submit">{words.in_(lang)}</button></form>'
    )


def _publish(drafts: Sequence[Draft], who: Identity, lang: Lang) -> str:
    ready = [one for one in drafts if one.state == "released" or one.owner == "authority"]
    if not ready or who.tier != "authority" or not who.may("unpublished", "publish"):
        return ""
    return (
        f'<form method="post" action="{PUBLISH.in_(lang)}" class="import">{_key(who)}'
        f'<p><label for="reason">{_REASON.in_(lang)}</label>'
        '<input type="text" id="reason" name="reason" maxlength="300" required></p>'
        f'<p class="buttons"><button type="submit" value="keep">{_PUBLISH.in_(lang)}</button></p>'
        f'<p class="caption">{_WAIT.in_(lang)}</p></form>'
    )


def _key(who: Identity) -> str:
    return f'<input type="hidden" name="key" value="{escape(who.key)}">'
