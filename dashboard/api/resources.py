"""Every resource of the API, each declared once: the specification and the page follow."""

from dashboard.api import catalogue, observed, quality
from dashboard.api.declared import Field, Resource
from dashboard.checks.rules import DOTS
from dashboard.exports.headings import HEADINGS
from dashboard.exports.views import SHEETS
from dashboard.indicators.gap_names import GAPS
from dashboard.language.text import Text

VERSION = "1"
ROOT = f"/api/v{VERSION}"

_INDICATORS = Resource(
    "indicators",
    Text("Mått", "Indicators"),
    Text(
        "Alla mått med namn, enhet, definition, metod, förbehåll och källor.",
        "Every indicator with its name, unit, definition, method, caveats and sources.",
    ),
    (
        Field("indicator", "string", Text("Måttets nyckel", "Key of the indicator")),
        Field("name", "text", Text("Namn", "Name")),
        Field("unit", "text", Text("Enhet", "Unit")),
        Field("decimals", "integer", Text("Decimaler som visas", "Decimals shown")),
        Field("good", "string", Text("lower, higher eller neutral", "lower, higher or neutral")),
        Field("definition", "text", Text("Vad måttet är", "What it is")),
        Field("rationale", "text", Text("Varför det visas", "Why it is shown")),
        Field("method", "text", Text("Så räknas det", "How it is computed")),
        Field("numerator", "text", Text("Täljaren i ord", "The numerator in words")),
        Field("denominator", "text", Text("Nämnaren i ord", "The denominator in words"), True),
        Field("factor", "number", Text("Faktor framför kvoten", "Factor before the ratio")),
        Field("measured_at", "text", Text("När det mäts", "When it is measured")),
        Field("caveat", "text", Text("Att tänka på", "Keep in mind")),
        Field("estimated_cares", "list", Text("Vård med månader", "Care with months")),
        Field("published_cares", "list", Text("Vård med årsvärden", "Care with annual values")),
        Field("sources", "list", Text("Källor", "Sources")),
    ),
    catalogue.indicator_rows,
)
_REGIONS = Resource(
    "regions",
    Text("Regioner", "Regions"),
    Text("Riket och de 21 regionerna.", "Sweden and its 21 regions."),
    (
        Field("region", "string", Text("Kod; 00 är riket", "Code; 00 is Sweden")),
        Field("name", "text", Text("Namn", "Name")),
        Field("kind", "string", Text("country eller region", "country or region")),
        Field("population", "integer",
              Text("Folkmängd den 1 november 2023", "Population on 1 November 2023")),
        Field("healthcare_region", "string",
              Text("Sjukvårdsregion", "Healthcare region"), True),
        Field("university_hospital", "boolean",
              Text("Har universitetssjukhus", "Has a university hospital"), True),
        Field("status", "string", HEADINGS["status"]),
    ),
    catalogue.region_rows,
)  # fmt: skip
_VALUES = Resource(
    "values",
    Text("Värden", "Values"),
    Text(
        "Ett mått i en period eller över tid, för riket och regionerna: samma nycklar som i "
        "adressen till en sida, samma tal som vardplats values.",
        "An indicator in a period or over time, for Sweden and the regions: the keys of a page's "
        "address, the numbers of vardplats values.",
    ),
    (
        *(
            Field(name, "string", HEADINGS[name])
            for name in ("indicator", "region", "period", "care", "stream")
        ),
        Field("value", "number", HEADINGS["value"], True),
        Field("low", "number", Text("Nedre gräns för skattningen (80 %)",
                                    "Lower limit of the estimate (80 %)"), True),
        Field("high", "number", Text("Övre gräns för skattningen (80 %)",
                                     "Upper limit of the estimate (80 %)"), True),
        Field("numerator", "number", HEADINGS["numerator"], True),
        Field("denominator", "number", HEADINGS["denominator"], True),
        Field("unit", "string", HEADINGS["unit"]),
        Field("status", "string",
              Text("published, estimated, reported, example eller missing",
                   "published, estimated, reported, example or missing")),
        Field("coverage", "number", HEADINGS["coverage"], True),
        Field("source", "string", HEADINGS["source"], True),
        Field("release", "string", HEADINGS["release"]),
        Field("reason", "text", Text("Varför värdet saknas", "Why there is no value"), True),
        Field("caveats", "list",
              Text("Nycklar till förbehållen i svaret", "Keys of caveats in the answer")),
    ),
    observed.value_rows,
    of_view=True,
)  # fmt: skip
_FIGURES = Resource(
    "figures",
    Text("Bilder", "Figures"),
    Text(
        "Raderna bakom varje bild och tabell på webbplatsen, för en vy.",
        "The rows behind each figure and table of the site, for a view.",
    ),
    (),
    observed.figure_rows,
    of_view=True,
    names={name: sheet.path for name, sheet in SHEETS.items()},
)
_RELEASES = Resource(
    "releases",
    Text("Utgåvor", "Releases"),
    Text("De utgåvor av data som finns.", "The releases of data there are."),
    (
        Field("name", "string", Text("Namn, räknat ur innehållet", "Name, from the content")),
        Field("current", "boolean", Text("Visas nu", "Shown now")),
        Field("withdrawn", "boolean",
              Text("Tillbakadragen: ges inte ut", "Withdrawn: not given out")),
        Field("reason", "string",
              Text("Varför den är tillbakadragen", "Why it is withdrawn"), True),
        Field("created", "string", Text("Skapad (UTC)", "Created (UTC)")),
        Field("code_version", "string", Text("Programmets version", "Version of the code")),
        Field("published_values", "integer", Text("Publicerade värden", "Published values"), True),
        Field("estimated_rows", "integer",
              Text("Rader med skattade månader", "Rows of estimated months"), True),
        Field("sources", "object",
              Text("Antal uppgifter efter källa", "Number of figures by source")),
    ),
    catalogue.release_rows,
    follows=catalogue.release_list,
)  # fmt: skip
_QUALITY = Resource(
    "quality",
    Text("Kvalitet", "Quality"),
    Text(
        "Tillitsbetyg A–D för varje regions värde i vyn, med fyra punkter, regler som slagit till "
        "och öppna frågor. Alla regler, frågor och källor som skiljer sig finns som bilderna dq-.",
        "A trust grade A–D of each region's value in the view, with four dots, the rules that "
        "fired and open questions. All rules, questions and sources that differ are the figures "
        "dq-.",
    ),
    (
        *(Field(name, "string", HEADINGS[name])
          for name in ("indicator", "region", "period", "care")),
        Field("data", "string", Text("published, estimated, reported eller example",
                                     "published, estimated, reported or example")),
        Field("status", "string", HEADINGS["status"]),
        Field("grade", "string", Text("A, B, C eller D", "A, B, C or D"), True),
        Field("gated", "boolean",
              Text("Betyg C eller D: rangordnas inte", "Grade C or D: not ranked")),
        Field("reasons", "texts", Text("Varför", "Why")),
        *(Field(dot, "boolean", Text(name.sv.capitalize(), name.en.capitalize()), True)
          for dot, name in DOTS.items()),
        Field("rules", "list", Text("Regler som slagit till", "Rules that fired")),
        Field("caveats", "list",
              Text("Nycklar till öppna frågor i svaret", "Keys of open questions in the answer")),
        Field("release", "string", HEADINGS["release"]),
    ),
    quality.quality_rows,
    of_view=True,
)  # fmt: skip
_TARGETS = Resource(
    "targets",
    Text("Mål", "Targets"),
    Text("Riktvärden för beläggning.", "The targets for bed occupancy."),
    (
        Field("version", "string", Text("Uppsättning mål", "Set of targets")),
        Field("region", "string", Text("Region, tomt för alla", "Region, null for all"), True),
        Field("care", "string", HEADINGS["care"]),
        Field("stream", "string", HEADINGS["stream"]),
        Field("unit_size_class", "string", Text("Enhetens storlek", "Size of the unit"), True),
        Field("geography", "string", Text("Geografi", "Geography"), True),
        Field("target_pct", "number", HEADINGS["target_pct"]),
        Field("valid_from", "date", Text("Gäller från", "In force from")),
        Field("valid_to", "date", Text("Gäller till", "In force to"), True),
        Field("source", "string", HEADINGS["source"]),
        Field("note", "text", Text("Anmärkning", "Note")),
        Field("status", "string", HEADINGS["status"]),
    ),
    catalogue.target_rows,
)
_GUIDELINES = Resource(
    "guidelines",
    Text("Riktvärden för antalet platser", "Guidelines for the number of beds"),
    Text(
        "De tal för saknade vårdplatser som har publicerats, med behov och utgångsläge där de "
        "finns.",
        "The numbers of missing beds that have been published, with the need and the starting "
        "point where there are any.",
    ),
    (
        Field("guideline", "string", Text("Riktvärdets nyckel", "Key of the guideline")),
        Field("valid_from", "date", Text("Gäller från", "In force from")),
        Field("valid_to", "date", Text("Gäller till", "In force to"), True),
        Field("care", "string", HEADINGS["care"]),
        Field("need_total", "integer", Text("Platser som behövs", "Beds needed in all"), True),
        Field("baseline", "integer", Text("Platser vid starten", "Beds at the start"), True),
        Field("gap", "integer", GAPS["distance"].name, True),
        Field("margin", "integer",
              Text("Så mycket starten kan skilja", "How far the start may be off"), True),
        Field("source", "string", HEADINGS["source"]),
        Field("note", "text", Text("Anmärkning", "Note")),
        Field("status", "string", HEADINGS["status"]),
    ),
    catalogue.guideline_rows,
)  # fmt: skip
_EVENTS = Resource(
    "events",
    Text("Händelser", "Events"),
    Text(
        "Händelser kring vårdplatser sedan 2012, och om de påverkar rapporteringen.",
        "Events around hospital beds since 2012, and whether they affect reporting.",
    ),
    (
        Field("event", "string", Text("Händelsens nyckel", "Key of the event")),
        Field("date", "date", Text("Datum", "Date")),
        Field("end_date", "date", Text("Slutdatum", "Last date"), True),
        Field("precision", "string", Text("day eller month", "day or month")),
        Field("kind", "string", Text("Sort", "Kind")),
        Field("title", "text", Text("Rubrik", "Title")),
        Field("text", "text", Text("Text", "Text")),
        Field("source", "string", HEADINGS["source"]),
        Field("url", "string", Text("Källans adress", "Address of the source"), True),
        Field("affects_reporting", "boolean", Text("Påverkar rapporteringen", "Affects reporting")),
        Field("secondary", "boolean", Text("Känd i andra hand", "Known at second hand")),
        Field("weight", "integer", Text("Vikt, 1–5", "Weight, 1–5")),
    ),
    catalogue.event_rows,
)

RESOURCES: tuple[Resource, ...] = (
    _INDICATORS, _REGIONS, _VALUES, _FIGURES, _RELEASES, _QUALITY, _TARGETS, _GUIDELINES, _EVENTS,
)  # fmt: skip
BY_KEY: dict[str, Resource] = {resource.key: resource for resource in RESOURCES}
