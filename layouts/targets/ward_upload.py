"""The list of wards: a file is chosen, a script asks for its targets and draws them here."""

from dash import html

from dashboard.language.text import Lang, Text

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


def wards_section(lang: Lang) -> html.Section:
    """The section without a list; `assets/47_wards.js` fills it."""
    carried = {
        "data-wards": lang,
        "data-faults": _FAULTS.in_(lang),
        "data-failed": _FAILED.in_(lang),
        "data-title": _TITLE.in_(lang),
        "aria-labelledby": "tgt-wards-title",
    }
    heard = {"role": "status", "aria-live": "polite"}
    return html.Section(
        [
            html.H2(_TITLE.in_(lang), id="tgt-wards-title"),
            html.P(_MEASURE.in_(lang), className="measure"),
            html.Div(
                [
                    html.Button(_PICK.in_(lang), type="button", id="tgt-wards-pick",
                                className="tool"),
                    *(
                        html.A(_TEMPLATE.in_(lang).format(kind.upper()), className="file",
                               href=f"/wards/template.{kind}?lang={lang}", download="")
                        for kind in ("xlsx", "csv")
                    ),
                    html.Button(_SAVE.in_(lang), type="button", id="tgt-wards-save",
                                className="linklike with-list"),
                    html.Button(_FORGET.in_(lang), type="button", id="tgt-wards-forget",
                                className="linklike with-list"),
                ],
                className="wards-tools",
            ),
            html.Div(id="tgt-wards-said", **heard),
            html.Div(id="tgt-wards-result"),
        ],
        id="tgt-wards",
        className="part part-wards",
        **carried,
    )  # fmt: skip
