"""A saved query read: from a body, or from the identifier that packs it."""

from collections.abc import Mapping
from typing import Any

from dashboard.api.problems import Fault, Refused
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.pxweb.formats import USUAL_FORMAT
from dashboard.pxweb.saved_queries import query_of
from dashboard.pxweb.selection import Wanted
from dashboard.web.routes.pxweb_body import bad_body, wanted_of

_KEPT = ("selection", "language", "tableId", "outputFormat", "outputFormatParams")
_NONE = Text("Den sparade frågan finns inte", "There is no such saved query")
_UNKNOWN = Text("{} är ingen sparad fråga.", "{} is no saved query.")
_SAVE = Text("Spara den med POST till savedqueries.", "Save it by a POST to savedqueries.")
_MISSING = Text("{} saknas eller har fel form.", "{} is missing or has the wrong form.")
_FORM = Text("En sparad fråga har tableId, language och selection.",
             "A saved query has tableId, language and selection.")  # fmt: skip


@frozen
class Saved:
    """A saved query; `written` is what is kept of it, in the words of the specification."""

    table: str
    lang: Lang
    wanted: Wanted
    format: str
    params: tuple[str, ...]
    written: Mapping[str, Any]


def saved(name: str) -> Saved:
    """The saved query of an identifier.

    Raises:
        Refused: there is none (404), or it cannot be used (400).
    """
    query = query_of(name)
    if query is None:
        fault = Fault("path", name[:60], _UNKNOWN.format(name[:60]), _SAVE)
        raise Refused(404, _NONE, (fault,))
    return read_saved(query)


def read_saved(query: Mapping[str, Any]) -> Saved:
    """The saved query of a body.

    Raises:
        Refused: a part is missing, or has another form.
    """
    kept = {key: query[key] for key in _KEPT if query.get(key) is not None}
    table, lang = kept.get("tableId"), kept.get("language", "sv")
    form, params = kept.get("outputFormat", USUAL_FORMAT), kept.get("outputFormatParams", [])
    selection = kept.get("selection")
    for key, there in (
        ("tableId", isinstance(table, str)),
        ("language", isinstance(lang, str) and lang.lower() in LANGS),
        ("selection", isinstance(selection, dict)),
        ("outputFormat", isinstance(form, str)),
        ("outputFormatParams", isinstance(params, list) and all(map(_is_word, params))),
    ):
        if not there:
            raise bad_body(key, _MISSING.format(key), _FORM)
    spoken: Lang = "en" if str(lang).lower() == "en" else "sv"
    wanted = wanted_of(selection or {})
    return Saved(str(table), spoken, wanted, str(form).lower(), tuple(params), kept)


def _is_word(value: object) -> bool:
    return isinstance(value, str)
