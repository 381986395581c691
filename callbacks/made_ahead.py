"""Answers that most visitors ask for first, made with a release and kept in the file beside it."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from dash import Dash
from flask import Flask

from callbacks.bootstrap import stores
from callbacks.cached_content import first_asked, whole
from callbacks.documents import Writer
from callbacks.framework import OPTIONS
from callbacks.registered import register_documents, register_touches
from dashboard.language.text import LANGS, Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View, apply_change, default_view
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.warm_up import visiting
from dashboard.web.protection.guard import PATH
from dashboard.web.release_provider import GIVEN
from layouts.document.pages import PAGES
from layouts.page.client_state import ASKED, CHANGE
from layouts.page.interactive_page import InteractivePage, state
from layouts.parts import filters

_CHOSEN = ("indicator", "region")
_LAST_PERIODS = 2


class _Shelf(dict[str, bytes]):
    """A cache that keeps everything."""

    def set(self, key: str, value: bytes) -> None:
        self[key] = value


def answers(writer: Writer, dataset: Dataset) -> Mapping[str, bytes]:
    """By name: the pages that answer touches as they open, and each touch of the first one and the
    way back, in both languages; with them the contents that other touches start from.
    """
    shelf, server = _Shelf(), Flask(__name__)
    kept = AnswerCache(shelf)
    register_documents(server, writer, kept)
    app = Dash(__name__, server=server, **OPTIONS)
    app.layout = stores()
    content = register_touches(app, writer.provider.dataset, kept)
    for step in first_asked(visiting(server, GIVEN), content, dataset):
        step()
    client, given = server.test_client(), {GIVEN: dataset}
    for question in touches(dataset):
        # Flask's own JSON would put what is asked into another order than a browser does.
        asked = orjson.dumps(question)
        client.post(PATH, data=asked, mimetype="application/json", environ_overrides=given).close()
    head = len(whole(dataset)) + 1
    return {name: one[head:] for name, one in shelf.items()} | {whole(dataset): b""}


def touches(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """What the script of the front page asks when one control is touched, and touched back.

    All choices are touched, and of the periods the two last.
    """
    page, usual = PAGES[0].interactive, default_view(dataset)
    assert page is not None
    for lang in LANGS:
        for name, chosen in _choices(dataset, usual, lang):
            there = apply_change(usual, _controls(page, usual) | {name: chosen}, dataset)
            if there != usual:
                yield _asked(page, dataset, lang, usual, {name: chosen})
                yield _asked(page, dataset, lang, there, {name: str(getattr(usual, name))})


def _choices(dataset: Dataset, view: View, lang: Lang) -> Iterator[tuple[str, str]]:
    for name, words in filters.RADIOS.items():
        yield from ((name, one) for one in words)
    for name in _CHOSEN:
        yield from ((name, one["value"]) for one in filters.options_of(name, dataset, view, lang))
    periods = [one["value"] for one in filters.options_of("period", dataset, view, lang)]
    yield from (("period", one) for one in periods[:_LAST_PERIODS])


def _controls(page: InteractivePage, view: View) -> dict[str, str]:
    shown = filters.values_of(view)
    return {name: shown[name] for name in page.controls}


def _asked(
    page: InteractivePage, dataset: Dataset, lang: Lang, held: View, touched: dict[str, str]
) -> dict[str, Any]:
    """As `assets/scripts/form_state.js` asks: the order counts, as it does in what is kept."""
    said = state(held, dataset, lang)
    change, asked = page.id(CHANGE), page.id(ASKED)
    value = {
        "values": _controls(page, held) | touched,
        "fields": {},
        "held": {name: said[name] for name in ("query", "release", "lang")},
        "address": None,
    }
    return {
        "output": f"{change}.data",
        "outputs": {"id": change, "property": "data"},
        "inputs": [{"id": asked, "property": "data", "value": value}],
        "state": [],
        "changedPropIds": [f"{asked}.data"],
    }
