"""A selection, or what there is to select, as JSON-stat 2.0 with the extensions of PxWebApi 2."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from dashboard.language.text import Lang
from dashboard.pxweb import words
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.codelists import codelists_of
from dashboard.pxweb.links import Links
from dashboard.pxweb.tables import StatTable
from dashboard.pxweb.variables import CONTENTS, Variable
from dashboard.releases.dataset import Dataset

Json = dict[str, Any]
_AT_ONCE = 4000


def dataset_of(cells: Cells, dataset: Dataset, lang: Lang, links: Links) -> bytes:
    """The selected cells with their metadata; `status` marks by its place what has no number."""
    head = _described(cells.table, cells.selection.variables, dataset, lang, links)
    # In parts, as the buffer of a long list is many times larger than what is written into it.
    starts = range(0, len(cells.values), _AT_ONCE)
    numbers = [orjson.dumps(cells.values[one : one + _AT_ONCE])[1:-1] for one in starts]
    parts = [orjson.dumps(head)[:-1], b',"value":[', b",".join(numbers), b"]"]
    if cells.marks:
        # Written mark by mark: a large table has tens of thousands.
        marks = ",".join(f'"{place}":"{mark}"' for place, mark in cells.marks.items())
        parts += [b',"status":{', marks.encode(), b"}"]
    return b"".join([*parts, b"}"])


def metadata_of(
    table: StatTable, variables: tuple[Variable, ...], dataset: Dataset, lang: Lang, links: Links
) -> Json:
    """All that is needed to select from a table: a dataset without its values."""
    described = _described(table, variables, dataset, lang, links)
    data = {"type": "application/json", "href": links.to(f"tables/{table.id}/data", lang)}
    return described | {"link": {"describes": [data]}, "value": []}


def _described(
    table: StatTable, variables: tuple[Variable, ...], dataset: Dataset, lang: Lang, links: Links
) -> Json:
    notes = words.notes_of(dataset, table)
    mandatory = {str(place): True for place, note in enumerate(notes) if note.mandatory}
    return {
        "version": "2.0",
        "class": "dataset",
        "href": links.to(f"tables/{table.id}", lang),
        "label": words.title_of(table, variables, lang),
        "source": words.source_of(dataset, table, lang),
        "updated": words.moment(dataset),
        "note": [note.text.in_(lang) for note in notes],
        "role": _roles(variables),
        "id": [one.code for one in variables],
        "size": [len(one.values) for one in variables],
        "dimension": {one.code: _dimension(table, one, lang, links) for one in variables},
        "extension": {
            "noteMandatory": mandatory,
            "px": _px(table, variables, lang),
            "firstPeriod": next(iter(table.variables[-1].values)),
            "lastPeriod": list(table.variables[-1].values)[-1],
            "discontinued": False,
            "release": dataset.release,
            "license": words.LICENCE,
        },
    }


def _roles(variables: Sequence[Variable]) -> Mapping[str, list[str]]:
    named: dict[str, list[str]] = {}
    for one in variables:
        if one.role:
            named.setdefault(one.role, []).append(one.code)
    return named


def _dimension(table: StatTable, variable: Variable, lang: Lang, links: Links) -> Json:
    category: Json = {
        "index": {code: place for place, code in enumerate(variable.values)},
        "label": {code: text.in_(lang) for code, text in variable.values.items()},
    }
    extension: Json = {"elimination": bool(variable.eliminated_by), "show": "value"}
    if variable.eliminated_by:
        extension["eliminationValueCode"] = variable.eliminated_by
    if variable.code == CONTENTS:
        units = {code: words.unit_of(table, code, lang) for code in variable.values}
        category["unit"] = {
            code: {"base": base, "decimals": n} for code, (base, n) in units.items()
        }
        extension["measuringType"] = dict.fromkeys(variable.values, "Average")
    lists = [
        {
            "id": one.id,
            "label": one.label.in_(lang),
            "type": "Valueset",
            "links": [links.link("metadata", f"codelists/{one.id}", lang)],
        }
        for one in codelists_of(variable.code)
    ]
    # Clients read it under the name of the specification, or the one before it.
    extension |= {"codelists": lists, "codeLists": lists}
    return {"label": variable.name.in_(lang), "category": category, "extension": extension}


def _px(table: StatTable, variables: Sequence[Variable], lang: Lang) -> Json:
    heading = [one.code for one in variables if one.role in ("metric", "time")]
    return {
        "tableid": table.id,
        "decimals": table.indicator.decimals,
        "official-statistics": False,
        "aggregallowed": False,
        "copyright": False,
        "language": lang,
        "contents": words.name_of(table).in_(lang),
        "description": words.description_of(table).in_(lang),
        "descriptiondefault": False,
        "heading": heading,
        "stub": [one.code for one in variables if one.code not in heading],
        "matrix": table.id,
        "subject-code": table.indicator.key,
        "subject-area": table.indicator.name.in_(lang),
    }
