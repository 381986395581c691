"""The page of imports: a form that needs no script, and what became of the file it sent."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard.access.identity import Identity
from dashboard.imports.readers import READERS
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.web.routes.drafts import OWN
from dashboard.web.routes.preparedness import PATH as PREPAREDNESS
from dashboard.web.routes.uploads import ANSWER, MEGABYTES, PATH, TEMPLATE, Answered
from layouts.document.document import Plain, plain_document

MOST_SHOWN = 200

_TITLE = Text("Importera månadsvärden", "Import monthly values")
_INTRO = Text(
    "Här lämnas region- och månadsvärden från en fil. Varje rad kontrolleras, och är en "
    "enda rad fel sparas ingenting. Det som sparas är inte publicerat: det ser den egna "
    "organisationen och Socialstyrelsen, tills det har släppts och publicerats.",
    "Figures by region and month are handed in here from a file. Every row is checked, and if a "
    "single one is wrong nothing is kept. What is kept is not published: one's own organisation "
    "and the National Board of Health and Welfare see it until it is released and published.",
)
_TEMPLATES = Text("Mall att fylla i: {} eller {}.", "Template to fill in: {} or {}.")
_FILE = Text("Fil, CSV eller XLSX, högst {} MB", "File, CSV or XLSX, at most {} MB")
_SOURCE = Text("Källa", "Source")
_PRELIMINARY = Text(
    "Behåll en månad som inte är slut, märkt som preliminär (medelvärden per dygn)",
    "Keep a month that has not ended, marked as preliminary (averages of a day)",
)
_VALID = Text(
    "Spara de rätta raderna även om andra är fel",
    "Keep the right rows even if others are wrong",
)
_TRY = Text("Kontrollera", "Check")
_KEEP = Text("Importera", "Import")
_MARK = Text("Hämta filen med felen markerade", "Get the file with its errors marked")

_ASKED = Text("Frågor att svara på", "Questions to answer")
_HOW = Text(
    "Ingenting sparas förrän alla är besvarade. Kryssa i, välj samma fil igen och importera.",
    "Nothing is kept until all are answered. Tick, choose the same file again, and import.",
)
_AT_ROW = Text("Rad {}", "Row {}")
_OWN = Text("Det som är lämnat och inte publicerat", "What is handed in and not published")
_PREPAREDNESS = Text("Regionens beredskap lämnas för sig",
                     "The region's preparedness is handed in by itself")  # fmt: skip
_REASON = Text("Varför", "Why")
_OPEN = (
    Text("1 fråga om {1}: ingenting är sparat", "1 question on {1}: nothing has been kept"),
    Text("{0} frågor om {1}: ingenting är sparat", "{0} questions on {1}: nothing has been kept"),
)
_REFUSED = Text("Filen togs inte emot", "The file was not taken")
_SEEN = Text("{} är redan importerad", "{} has been imported before")
_KEPT = Text("{} är importerad", "{} has been imported")
_KEPT_PART = Text("{} är importerad till en del", "{} has been imported in part")
_RIGHT = Text("{} är rätt och kan importeras", "{} is right and can be imported")
_WRONG = Text("{} i {}: ingenting är sparat", "{} in {}: nothing has been kept")
_FAULTS = (Text("1 fel", "1 error"), Text("{} fel", "{} errors"))
_COUNTS = Text(
    "Värden i filen: {}. Celler utan uppgift: {}.",
    "Figures in the file: {}. Cells without one: {}.",
)
_ACCEPTED = Text("Värden som är sparade: {}.", "Figures kept: {}.")
_NEXT = Text(
    "De är inte publicerade. Se dem på sidan, och släpp dem, från Inloggad.",
    "They are not published. Look at them on the page, and release them, from Signed in.",
)
_SAID_BY_COUNTRY = Text(
    "Rikets rad stämmer inte i {} ({}): filen säger {}, regionerna ger {}.",
    "The row of the country does not agree in {} ({}): the file says {}, the regions come to {}.",
)
_MORE = Text(
    "De första {} av {} fel visas. Hämta filen med felen markerade för fler.",
    "The first {} of {} errors are shown. Get the file with its errors marked for more.",
)
_TABLE = Text("Fel i filen", "Errors in the file")
_HEADS = (
    ("row", Text("Rad", "Row")), ("sheet", Text("Blad", "Sheet")),
    ("column", Text("Kolumn", "Column")), ("value", Text("Värde", "Value")),
    ("message", Text("Att göra", "What to do")),
)  # fmt: skip


def layout(lang: Lang, answered: Answered | None, who: Identity, head: str) -> str:
    """The whole document; `answered` is what became of the file just sent, if `who` sent one."""
    title = _heading(answered, lang) if answered else ""
    outcome = _outcome(answered, lang) if answered else ""
    main = f"""<h1>{_TITLE.in_(lang)}</h1>
{outcome}<p>{_INTRO.in_(lang)}</p>
<p>{_templates(lang)}</p>
<p><a href="{OWN.in_(lang)}">{_OWN.in_(lang)}</a></p>{_preparedness(who, lang)}
{_form(lang, who.key, _questions(answered, lang))}"""
    page = _TITLE.in_(lang)
    plain = Plain(PATH, f"{title} – {page}" if title else page, f'<div class="prose">{main}</div>')
    return plain_document(plain, lang, head, who)


def _preparedness(who: Identity, lang: Lang) -> str:
    """Where a region hands in what is no month."""
    if not who.may("preparedness", "write"):
        return ""
    return f'<p><a href="{PREPAREDNESS.in_(lang)}">{_PREPAREDNESS.in_(lang)}</a></p>'


def _templates(lang: Lang) -> str:
    links = (
        f'<a href="{TEMPLATE.in_(lang)}.{kind}">{kind.upper()}</a>' for kind in ("xlsx", "csv")
    )
    return _TEMPLATES.in_(lang).format(*links)


def _questions(answered: Answered | None, lang: Lang) -> str:
    """What is asked of the file just sent, each to be ticked before it is sent again."""
    asked = (answered.outcome or {}).get("questions", ()) if answered else ()
    if not asked:
        return ""
    each = "".join(_question(one, lang) for one in asked[:MOST_SHOWN])
    fields = (
        f'<p><label for="reason">{_REASON.in_(lang)}</label>'
        '<input type="text" id="reason" name="reason" maxlength="300"></p>'
    )
    return f'<h2 id="questions">{_ASKED.in_(lang)}</h2><p>{_HOW.in_(lang)}</p>{each}{fields}'


def _question(entry: Mapping[str, Any], lang: Lang) -> str:
    name = escape(f"{ANSWER}{entry['key']}")
    ways = "".join(
        f'<p class="check"><input type="radio" id="{name}-{i}" name="{name}" '
        f'value="{escape(way["answer"])}"><label for="{name}-{i}">{escape(way["meaning"])}</label>'
        "</p>"
        for i, way in enumerate(entry["readings"])
    )
    row = _AT_ROW.in_(lang).format(entry["row"]) if entry["row"] else ""
    where = ", ".join(part for part in (row, entry["column"]) if part)
    legend = escape(f"{where}: {entry['message']}" if where else entry["message"])
    return f"<fieldset><legend>{legend}</legend>{ways}</fieldset>"


def _form(lang: Lang, key: str, questions: str = "") -> str:
    sources = "".join(
        f'<option value="{key}">{escape(reader.name.in_(lang))}</option>'
        for key, reader in READERS.items()
    )
    buttons = "".join(
        f'<button type="submit" name="do" value="{do}">{words.in_(lang)}</button>'
        for do, words in (("try", _TRY), ("keep", _KEEP), ("mark", _MARK))
    )
    return f"""<form method="post" action="{PATH.in_(lang)}" enctype="multipart/form-data"
 class="import"><input type="hidden" name="key" value="{escape(key)}">
<p><label for="file">{_FILE.in_(lang).format(MEGABYTES)}</label>
<input type="file" id="file" name="file" accept=".csv,.xlsx" required></p>
<p><label for="source">{_SOURCE.in_(lang)}</label>
<select id="source" name="source">{sources}</select></p>
<p class="check"><input type="checkbox" id="valid" name="valid" value="yes">
<label for="valid">{_VALID.in_(lang)}</label></p>
<p class="check"><input type="checkbox" id="preliminary" name="preliminary" value="yes">
<label for="preliminary">{_PRELIMINARY.in_(lang)}</label></p>
{questions}
<p class="buttons">{buttons}</p>
</form>"""


def _heading(answered: Answered, lang: Lang) -> str:
    said = answered.outcome
    if said is None:
        return _REFUSED.in_(lang)
    name = str(said["file"])
    if said["errors"] and not said["kept"]:
        wrong = int(said["errors_in_all"])
        faults = _FAULTS[wrong != 1].in_(lang).format(formatting.number(wrong, 0, lang))
        return _WRONG.in_(lang).format(faults, name)
    if said.get("questions"):
        count = formatting.number(len(said["questions"]), 0, lang)
        return _OPEN[len(said["questions"]) != 1].in_(lang).format(count, name)
    if said["seen_before"]:
        return _SEEN.in_(lang).format(name)
    if said["kept"]:
        return (_KEPT_PART if said["errors"] else _KEPT).in_(lang).format(name)
    return _RIGHT.in_(lang).format(name)


def _outcome(answered: Answered, lang: Lang) -> str:
    said = answered.outcome
    words = [answered.refusal.in_(lang)] if answered.refusal else []
    if said is not None:
        counts = (formatting.number(said[key], 0, lang) for key in ("rows", "missing"))
        words.append(_COUNTS.in_(lang).format(*counts))
        if said["kept"]:
            kept = formatting.number(said["accepted"], 0, lang)
            words.append(f"{_ACCEPTED.in_(lang).format(kept)} {_NEXT.in_(lang)}")
        words += _off(said, lang)
        words += said.get("notices", ())
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in words)
    return f"""<section class="outcome" role="status" aria-labelledby="outcome">
<h2 id="outcome">{escape(_heading(answered, lang))}</h2>
{paragraphs}{_table(said["errors"], said["errors_in_all"], lang) if said else ""}</section>
"""


def _off(said: Mapping[str, Any], lang: Lang) -> list[str]:
    return [
        _SAID_BY_COUNTRY.in_(lang).format(
            formatting.period(one["month"], lang),
            one["measure"],
            formatting.number(one["stated"], 1, lang),
            formatting.number(one["computed"], 1, lang),
        )
        for one in said["country"]
        if one["agrees"] is False
    ][:10]


def _table(errors: Sequence[Mapping[str, Any]], in_all: int, lang: Lang) -> str:
    if not errors:
        return ""
    held = [(key, head) for key, head in _HEADS if any(error[key] for error in errors)]
    heads = "".join(f'<th scope="col">{head.in_(lang)}</th>' for _, head in held)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(e[key] or ''))}</td>" for key, _ in held) + "</tr>"
        for e in errors[:MOST_SHOWN]
    )
    more = f"<p>{_MORE.in_(lang).format(MOST_SHOWN, in_all)}</p>" if in_all > MOST_SHOWN else ""
    return f"""<div class="table-wrap" role="region" tabindex="0" aria-label="{_TABLE.in_(lang)}">
<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{more}"""
