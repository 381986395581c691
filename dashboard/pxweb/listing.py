"""What there is to ask for: folders, tables and codelists."""

from typing import Any

from dashboard.api.problems import Fault, Refused
from dashboard.indicators.registry import INDICATORS, Indicator
from dashboard.language.text import LANGS, Lang, Text
from dashboard.pxweb import words
from dashboard.pxweb.codelists import CODELISTS, Codelist
from dashboard.pxweb.configuration import SUBJECT
from dashboard.pxweb.formats import USUAL_FORMAT
from dashboard.pxweb.links import Links
from dashboard.pxweb.tables import StatTable, tables_of
from dashboard.releases.dataset import Dataset

Json = dict[str, Any]
USUAL_PAGE, MOST_TABLES = 20, 1000
_SUBJECT = "vardplatser"
_UNITS = {"month": "Monthly", "year": "Annual"}
_NO_PAGE = Text("Sidan finns inte", "There is no such page")
_PAGES = Text("pageNumber={} finns inte.", "pageNumber={} does not exist.")
_LAST = Text("Sista sidan är {}.", "The last page is {}.")


def table_item(table: StatTable, dataset: Dataset, lang: Lang, links: Links) -> Json:
    """A table as lists have it."""
    address = f"tables/{table.id}"
    other: Lang = "en" if lang == "sv" else "sv"
    periods = list(table.variables[-1].values)
    return {
        "type": "Table",
        "id": table.id,
        "label": words.name_of(table).in_(lang),
        "description": words.description_of(table).in_(lang),
        "sortCode": table.id,
        "tags": [table.indicator.key, table.data],
        "updated": words.moment(dataset),
        "firstPeriod": periods[0],
        "lastPeriod": periods[-1],
        "category": "public",
        "variableNames": [one.name.in_(lang) for one in table.variables],
        "discontinued": False,
        "source": words.source_of(dataset, table, lang),
        "subjectCode": _SUBJECT,
        "timeUnit": _UNITS[table.grain],
        "paths": [[
            {"id": _SUBJECT, "label": SUBJECT.in_(lang), "sortCode": "1"},
            {"id": table.indicator.key, "label": table.indicator.name.in_(lang), "sortCode": "1"},
        ]],
        "links": [
            links.link("self", address, lang),
            links.link("alternate", address, other),
            links.link("metadata", f"{address}/metadata", lang),
            links.link("data", f"{address}/data", lang, outputFormat=USUAL_FORMAT),
        ],
    }  # fmt: skip


def table_list(
    dataset: Dataset, lang: Lang, links: Links, *, query: str, number: int, size: int,
    recent: bool = True,
) -> Json:  # fmt: skip
    """A page of the tables that have every word of `query`; none where they are not `recent`.

    Raises:
        Refused: there are fewer pages (404).
    """
    found = [one for one in tables_of(dataset).values() if recent and _has(one, query, lang)]
    pages = max(1, -(-len(found) // size))
    if number > pages:
        fault = Fault("query", "pageNumber", _PAGES.format(number), _LAST.format(pages))
        raise Refused(404, _NO_PAGE, (fault,))
    asked: dict[str, str | int] = {"query": query, "pageSize": size}
    around = {
        **({"next": number + 1} if number < pages else {}),
        **({"previous": number - 1} if number > 1 else {}),
        **({"last": pages} if pages > 1 else {}),
    }
    return {
        "language": lang,
        "tables": [
            table_item(one, dataset, lang, links)
            for one in found[(number - 1) * size : number * size]
        ],
        "page": {
            "pageNumber": number,
            "pageSize": size,
            "totalElements": len(found),
            "totalPages": pages,
            "links": [
                links.link(rel, "tables", lang, **asked, pageNumber=page)
                for rel, page in around.items()
            ],
        },
        "links": [links.link("self", "tables", lang, **asked, pageNumber=number)],
    }


def _has(table: StatTable, query: str, lang: Lang) -> bool:
    told = (
        table.id, table.indicator.key, table.data, words.name_of(table).in_(lang),
        words.description_of(table).in_(lang), table.indicator.unit.long.in_(lang),
        *(one.name.in_(lang) for one in table.variables),
        *(text.in_(lang) for one in table.variables for text in one.values.values()),
    )  # fmt: skip
    whole = " ".join(told).casefold()
    return all(word.strip("*\"'").casefold() in whole for word in query.split())


def folder(name: str, dataset: Dataset, lang: Lang, links: Links) -> Json | None:
    """The root (an empty name) with a folder for each indicator, or a folder with its tables."""
    tables = tables_of(dataset).values()
    if not name:
        contents = [
            _folder_item(one, lang, links)
            for one in INDICATORS
            if any(table.indicator is one for table in tables)
        ]
        return _folder("", SUBJECT, Text("", ""), contents, lang, links)
    held = [table for table in tables if table.indicator.key == name]
    if not held:
        return None
    listed = [table_item(one, dataset, lang, links) | {"objectType": "table"} for one in held]
    one = held[0].indicator
    return _folder(name, one.name, one.definition, listed, lang, links)


def _folder(
    name: str, label: Text, told: Text, contents: list[Json], lang: Lang, links: Links
) -> Json:
    address = f"navigation/{name}" if name else "navigation"
    return {
        "language": lang,
        "objectType": "folder",
        "id": name or None,
        "label": label.in_(lang),
        "description": told.in_(lang) or None,
        "folderContents": contents,
        "links": [links.link("self", address, lang)],
    }


def _folder_item(indicator: Indicator, lang: Lang, links: Links) -> Json:
    return {
        "type": "FolderInformation",
        "objectType": "folder-information",
        "id": indicator.key,
        "label": indicator.name.in_(lang),
        "description": indicator.definition.in_(lang),
        "links": [links.link("self", f"navigation/{indicator.key}", lang)],
    }


def codelist(codelist: Codelist, lang: Lang, links: Links) -> Json:
    """A codelist with its values; each stands for itself."""
    other: Lang = "en" if lang == "sv" else "sv"
    return {
        "id": codelist.id,
        "label": codelist.label.in_(lang),
        "language": lang,
        "languages": list(LANGS),
        "elimination": False,
        "type": "Valueset",
        "values": [
            {"code": code, "label": text.in_(lang), "valueMap": [code]}
            for code, text in codelist.values.items()
        ],
        "links": [
            links.link("self", f"codelists/{codelist.id}", lang),
            links.link("alternate", f"codelists/{codelist.id}", other),
        ],
    }


def codelist_named(name: str) -> Codelist | None:
    """The codelist of an identifier, whatever its case."""
    return {one.id.casefold(): one for one in CODELISTS.values()}.get(name.casefold())
