"""The form that says something is not right: one for the whole page, opened from any figure."""

from html import escape

from dashboard.feedback.reports import KINDS, MOST_CONTACT, MOST_WORDS
from dashboard.language.text import Lang, Text
from dashboard.web.routes.feedback import PATH, TRAP

_TITLE = Text("Stämmer inte?", "Not right?")
_LEAD = Text(
    "Rapporten läses av den som ansvarar för uppgifterna. Med den följer bilden, vyn och utgåvan:",
    "The report is read by whoever is responsible for the data. The figure, the view and the "
    "release go with it:",
)
_RELEASE = Text("Utgåva", "Release")
_KIND = Text("Vad stämmer inte?", "What is not right?")
_WRONG = Text("Vad är fel, och hur borde det vara?", "What is wrong, and how should it be?")
_WRONG_HINT = Text("Skriv inga uppgifter om patienter.", "Write nothing about patients.")
_CONTACT = Text("Hur vi når dig (frivilligt)", "How to reach you (optional)")
_CONTACT_HINT = Text(
    "E-post eller telefon. Sparas tillsammans med rapporten och används bara för att svara.",
    "E-mail or telephone. Kept with the report, and used only to answer it.",
)
_SEND, _CANCEL, _CLOSE = Text("Skicka", "Send"), Text("Avbryt", "Cancel"), Text("Stäng", "Close")
_TRAP = Text("Lämna tomt", "Leave empty")
_FAILED = Text(
    "Rapporten kunde inte skickas. Kontrollera anslutningen och försök igen.",
    "The report could not be sent. Check the connection and try again.",
)


def report_form(lang: Lang, release: str) -> str:
    """The dialog as HTML; a script fills in figure and view, and sends the form."""
    options = "".join(
        f'<option value="{key}">{escape(words.in_(lang))}</option>' for key, words in KINDS.items()
    )
    return f"""<dialog id="report" aria-labelledby="report-title"
 data-failed="{escape(_FAILED.in_(lang))}">
<form action="{PATH}" method="post" novalidate>
<h2 id="report-title">{_TITLE.in_(lang)}</h2>
<p>{_LEAD.in_(lang)}</p>
<p class="about"><strong></strong><br><code></code><br>{_RELEASE.in_(lang)} <span></span></p>
<div class="told" role="alert"></div>
{_hidden(lang, release)}
<label for="report-kind">{_KIND.in_(lang)}</label>
<select id="report-kind" name="kind" required>{options}</select>
<label for="report-wrong">{_WRONG.in_(lang)}</label>
<textarea id="report-wrong" name="wrong" rows="4" required maxlength="{MOST_WORDS}"
 aria-describedby="report-wrong-hint"></textarea>
<p class="hint" id="report-wrong-hint">{_WRONG_HINT.in_(lang)}</p>
<label for="report-contact">{_CONTACT.in_(lang)}</label>
<input id="report-contact" name="contact" maxlength="{MOST_CONTACT}" autocomplete="email"
 aria-describedby="report-contact-hint">
<p class="hint" id="report-contact-hint">{_CONTACT_HINT.in_(lang)}</p>
<p class="trap" hidden><label>{_TRAP.in_(lang)}
<input name="{TRAP}" tabindex="-1" autocomplete="off"></label></p>
<p class="buttons"><button class="send">{_SEND.in_(lang)}</button>
<button type="button" class="linklike" data-close>{_CANCEL.in_(lang)}</button></p>
</form>
<div class="thanks" role="status" tabindex="-1"></div>
<p class="buttons after" hidden>
<button type="button" class="send" data-close>{_CLOSE.in_(lang)}</button></p>
</dialog>"""


def _hidden(lang: Lang, release: str) -> str:
    given = {"figure": "", "title": "", "address": "", "release": release, "lang": lang}
    return "".join(
        f'<input type="hidden" name="{name}" value="{value}">' for name, value in given.items()
    )
