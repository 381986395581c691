"""The tables of the package that a release was made of: sources, notes, and codes of others."""

from dashboard.exports.headings import HEADINGS
from dashboard.language.text import Text
from dashboard.open_data.table import Table, facts, field

_CARE, _SOURCE = HEADINGS["care"], HEADINGS["source"]
SOURCES = Table(
    "sources",
    Text("Källor", "Sources"),
    Text("Källorna bakom uppgifterna.", "The sources behind the figures."),
    (
        field("source_id", Text("Källans nyckel", "Key of the source")),
        field("title", Text("Titel", "Title")),
        field("publisher", Text("Utgivare", "Publisher")),
        field("url", Text("Adresser", "Addresses"), missing=True),
        field("published", Text("Publicerad", "Published"), missing=True),
        field("note", Text("Anmärkning", "Note"), missing=True),
    ),
    facts("sources"),
    ("source_id",),
)
NOTES = Table(
    "notes",
    Text("Kända fel i uppgifterna", "Known errors in the data"),
    Text("Anmärkningar till publicerade serier.", "Notes on published series."),
    (
        field("id", Text("Nyckel", "Key")),
        *(
            field(name, description, missing=True)
            for name, description in (
                ("series", Text("Serie; tomt är alla", "Series; empty is all")),
                ("care", Text("Vård; tomt är all", "Care; empty is all")),
                ("region", Text("Region; tomt är alla", "Region; empty is all")),
                ("first_period", Text("Första perioden", "First period")),
                ("last_period", Text("Sista perioden", "Last period")),
            )
        ),
        field("severity", Text("info, warning eller error", "info, warning or error")),
        field("effect", Text("none, drop eller break", "none, drop or break")),
        *(field(f"{part}_{lang}", words) for part, words in (("title", Text("Rubrik", "Title")),
          ("text", Text("Text", "Text"))) for lang in ("sv", "en")),
        field("source", _SOURCE, missing=True),
    ),
    facts("notes"),
    ("id",),
)  # fmt: skip

MAPPINGS = Table(
    "mappings",
    Text("Koder hos andra", "Codes of others"),
    Text(
        "Vad våra mått, mätetal och regioner heter hos Kolada, Eurostat (hlth_rs_bds) och US SAFR.",
        "What our indicators, measures and regions are called by Kolada, Eurostat (hlth_rs_bds) "
        "and US SAFR.",
    ),
    (
        field("kind", Text("indicator, measure eller region", "indicator, measure or region")),
        field("own", Text("Vår kod", "Our code")),
        field("care", _CARE, missing=True),
        field("scheme", Text("Vems koder", "Whose codes")),
        field("code", Text("Kod där", "Code there")),
        field("unit", Text("Enhet där", "Unit there"), missing=True),
        field("factor", Text("Vårt värde gånger detta är deras", "Ours times this is theirs"),
               "number", missing=True),
        field("relation", Text("exact, close, broad (deras är vidare) eller related, enligt SKOS",
                                "exact, close, broad (theirs is wider) or related, as in SKOS")),
        field("name", Text("Namn där", "Name there")),
        field("note_sv", Text("Anmärkning", "Note"), missing=True),
        field("note_en", Text("Anmärkning", "Note"), missing=True),
        field("source_id", _SOURCE),
    ),
    facts("code_mappings"),
    ("kind", "own", "scheme", "code"),
    (("source_id", "sources"),),
)  # fmt: skip
