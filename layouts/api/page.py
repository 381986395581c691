"""Öppet API: what other programs can ask for, each address with an example that answers."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dashboard.api import observed
from dashboard.api.declared import Field, Ground, Parameter, Query, Resource
from dashboard.api.flat import columns, plain
from dashboard.api.parameters import OF_EVERY_LIST, VIEW_PARAMETERS
from dashboard.api.resources import RESOURCES, ROOT
from dashboard.indicators.registry import INDICATORS
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.addresses import API, USE
from dashboard.view.view import default_view
from layouts import html
from layouts.api import texts
from layouts.html import Html
from layouts.page.page import Page
from layouts.parts import prose
from layouts.parts.prose import as_code

TITLE = Text("Öppet API och öppna data", "Open API and open data")
_RESOURCES = Text("Vad som finns", "What there is")
_ADDRESS, _SAID = Text("Adress", "Address"), Text("Vad den svarar", "What it answers")
_KEYS, _KEY = Text("Nycklar i frågan", "Keys of the question"), Text("Nyckel", "Key")
_VALUES = Text("Värden", "Values")
_FIELDS, _FIELD = Text("Fält i {}", "Fields of {}"), Text("Fält", "Field")
_COLUMN, _MEANING = Text("Kolumn i CSV", "Column in CSV"), Text("Betydelse", "Meaning")
_ANSWER = Text("Ett svar, förkortat", "An answer, cut short")
_EXAMPLES = Text("Prova", "Try")
# Indicators have a list of their own.
_FEW = 3
_NAMES = Text("Bilderna", "The figures")
_EXAMPLE_WORDS = (
    Text("Regionerna ett publicerat år", "The regions in a published year"),
    Text("En region över två år", "A region over two years"),
    Text("En region bredvid dem den jämförs med", "A region beside those it is compared with"),
    Text("Samma som CSV", "The same as CSV"),
)
_FILES = (
    ("/api/v1/openapi.json", Text("Specifikationen (OpenAPI 3.1)", "Specification (OpenAPI 3.1)")),
    ("/opendata/vardplatslaget.zip", Text("Hela utgåvan som en zip", "The whole release as a zip")),
    ("/opendata/datapackage.json", Text("Datapaketets beskrivning", "Description of the package")),
    ("/opendata/latest/values.parquet", Text("Alla värden som Parquet", "All values as Parquet")),
    ("/opendata/csv-metadata.json", Text("Kolumnerna enligt CSVW", "The columns as CSVW")),
    ("/opendata/catalogue.ttl", Text("Katalog, DCAT-AP-SE (Turtle)", "DCAT-AP-SE (Turtle)")),
    ("/opendata/catalogue.rdf", Text("Katalog, DCAT-AP-SE (RDF/XML)", "DCAT-AP-SE (RDF/XML)")),
)  # fmt: skip
_MORE_TABLES = Text("Hur de läses står på Använd siffrorna",
                    "Use the figures says how to read them")  # fmt: skip
_FEED = Text("Ändringar som flöde (Atom)", "Changes as a feed (Atom)")


def layout(dataset: Dataset, lang: Lang, query: Mapping[str, str]) -> Html:
    """The page; its examples are of the release shown."""
    return prose.article(
        TITLE.in_(lang),
        html.P(texts.LEAD.in_(lang), className="intro"),
        prose.section(
            "start", Text("Så frågar du", "How to ask").in_(lang),
            *prose.paragraphs(texts.START, lang),
            html.H3(_EXAMPLES.in_(lang)),
            _examples(dataset, lang),
            html.H3(_ANSWER.in_(lang)),
            _answer(dataset, lang),
        ),
        prose.section("resources", _RESOURCES.in_(lang), _resources(lang), closed=True),
        prose.section("keys", _KEYS.in_(lang), _keys(lang), closed=True),
        prose.section(
            "fields", Text("Fält i svaren", "Fields of the answers").in_(lang),
            *(_fields(one, lang) for one in RESOURCES), closed=True),
        prose.section(
            "tag", Text("Utgåva, ETag och version", "Release, ETag and version").in_(lang),
            *prose.paragraphs(texts.TAG, lang), closed=True),
        prose.section(
            "errors", Text("När en fråga inte kan besvaras",
            "When a question cannot be answered").in_(lang),
            *prose.paragraphs(texts.ERRORS, lang), closed=True),
        prose.section(
            "tables", Text("Statistiktabeller (PxWeb)", "Statistical tables (PxWeb)").in_(lang),
            html.P([texts.TABLES.in_(lang), " ", html.A(_MORE_TABLES.in_(lang),
                    href=f"{USE.in_(lang)}#tables"), "."])),
        prose.section(
            "open-data", Text("Öppna data", "Open data").in_(lang),
            *prose.paragraphs(texts.OPEN_DATA, lang),
            _files(lang), closed=True),
    )  # fmt: skip


def _examples(dataset: Dataset, lang: Lang) -> Html:
    year, month, key = dataset.last_year, dataset.last_month, INDICATORS[0].key
    queries = (
        f"values?indicator={key}&period={year}&data=published",
        f"values?indicator={key}&region=14&span=24",
        f"values?region=14&peers=similar&period={month}",
        f"values?region=14&peers=similar&period={month}&format=csv",
    )
    return html.Ul(
        [
            html.Li([f"{words.in_(lang)}: ", as_code(f"{ROOT}/{query}")])
            for words, query in zip(_EXAMPLE_WORDS, queries, strict=True)
        ],
        className="examples",
    )


def _answer(dataset: Dataset, lang: Lang) -> Html:
    """The first example as it is answered, but for its other regions."""
    view = default_view(dataset, indicator=INDICATORS[0].key, data="published")
    asked = Query(replace(view, period=dataset.last_year), ("14",), (dataset.last_year,))
    (row,) = observed.value_rows(Ground(dataset, Path()), asked).rows
    told = _SHORTENED.replace("{}", json.dumps(plain(row), ensure_ascii=False, indent=2), 1)
    return html.Pre(told, aria_label=_ANSWER.in_(lang), role="region", tabIndex=0)


_SHORTENED = """{"data": [{}, …],
 "caveats": [{"id": "T9", "severity": "info", "title": {…}, "text": {…}, "source": "…"}, …],
 "view": {…}, "page": {…}, "release": "…", "links": {"self": "…", "next": "…"}}"""


def _resources(lang: Lang) -> Html:
    heads = [_ADDRESS.in_(lang), _SAID.in_(lang)]
    lines = [[_at(one), one.description.in_(lang)] for one in RESOURCES]
    return prose.table(_RESOURCES.in_(lang), heads, lines)


def _at(resource: Resource) -> Html:
    if resource.names is None:
        return as_code(f"{ROOT}/{resource.key}")
    return html.Code(f"{ROOT}/{resource.key}/…")


def _keys(lang: Lang) -> Html:
    heads = [_KEY.in_(lang), _MEANING.in_(lang), _VALUES.in_(lang)]
    lines = [
        [html.Code(one.name), one.description.in_(lang), html.Code(_choices(one))]
        for one in (*VIEW_PARAMETERS, *OF_EVERY_LIST)
    ]
    return prose.table(_KEYS.in_(lang), heads, lines)


def _choices(parameter: Parameter) -> str:
    few = parameter.choices[:_FEW]
    return (
        ", ".join([*few, *(["…"] if len(parameter.choices) > _FEW else [])])
        or parameter.example
        or "…"
    )


def _fields(resource: Resource, lang: Lang) -> Html:
    name = _FIELDS.in_(lang).format(resource.key)
    if resource.names is not None:
        return prose.more(_NAMES.in_(lang), _figures(resource))
    heads = [_FIELD.in_(lang), _COLUMN.in_(lang), _MEANING.in_(lang)]
    lines = [_field(field, lang) for field in resource.fields]
    return prose.more(name, prose.table(name, heads, lines))


def _field(field: Field, lang: Lang) -> list[prose.Piece]:
    return [
        html.Code(field.name),
        html.Code(", ".join(columns(field))),
        field.description.in_(lang),
    ]


def _figures(resource: Resource) -> Html:
    return html.Ul(
        [html.Li(as_code(f"{ROOT}/{resource.key}/{name}")) for name in resource.names or ()]
    )


def _files(lang: Lang) -> Html:
    feed = Text("/andringslogg.atom", "/en/changelog.atom").in_(lang)
    pairs = [*((words.in_(lang), address) for address, words in _FILES), (_FEED.in_(lang), feed)]
    items = [html.Li([f"{words}: ", as_code(address)]) for words, address in pairs]
    return html.Ul(items, className="examples")


PAGE = Page(
    key="api",
    path=API,
    title=Text("API", "API"),
    place="footer",
    layout=layout,
)
