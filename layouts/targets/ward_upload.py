"""The list of wards: a file is chosen, a script asks for its targets and draws them here."""

from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html

_TITLE = Text("Målen för era avdelningar", "The targets of your wards")
_MEASURE = Text(
    "En fil med avdelning, vårdplatser, vårdform och sjukhus (CSV eller XLSX, högst 2 000 rader). "
    "Listan stannar i den här webbläsarfliken: servern räknar på den och glömmer den.",
    "A file with ward, beds, stream and hospital (CSV or XLSX, at most 2,000 rows). The list stays "
    "in this browser tab: the server computes with it and forgets it.",
)
_PICK = Text("Välj avdelningslista …", "Choose a list of wards …")
_TEMPLATE = Text("Mall ({})", "Template ({})")
_FORGET = Text("Glöm listan", "Forget the list")
_SAVE = Text("Målen som CSV (Excel)", "The targets as CSV (Excel)")
_FAULTS = Text("Rader med fel", "Rows with faults")
_FAILED = Text("Listan kunde inte skickas. Försök igen.", "The list could not be sent. Try again.")


def wards_section(lang: Lang) -> Html:
    """The section without a list; `assets/47_wards.js` fills it."""
    return html.Section(
        [
            html.H2(_TITLE.in_(lang), id="tgt-wards-title"),
            html.P(_MEASURE.in_(lang), className="measure"),
            html.Div(
                [
                    html.Button(
                        _PICK.in_(lang), className="tool", id="tgt-wards-pick", type="button"
                    ),
                    *(
                        html.A(
                            _TEMPLATE.in_(lang).format(kind.upper()),
                            className="file",
                            download="",
                            href=f"/wards/template.{kind}?lang={lang}",
                        )
                        for kind in ("xlsx", "csv")
                    ),
                    html.Button(
                        _SAVE.in_(lang),
                        className="linklike with-list",
                        id="tgt-wards-save",
                        type="button",
                    ),
                    html.Button(
                        _FORGET.in_(lang),
                        className="linklike with-list",
                        id="tgt-wards-forget",
                        type="button",
                    ),
                ],
                className="wards-tools",
            ),
            html.Div(aria_live="polite", id="tgt-wards-said", role="status"),
            html.Div(id="tgt-wards-result"),
        ],
        aria_labelledby="tgt-wards-title",
        className="part part-wards",
        data_failed=_FAILED.in_(lang),
        data_faults=_FAULTS.in_(lang),
        data_title=_TITLE.in_(lang),
        data_wards=lang,
        id="tgt-wards",
    )
