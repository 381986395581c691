"""Kept answers are the computed ones, and what most ask first is there before they ask."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from dash import Dash

from app import create_app
from callbacks import kept
from dashboard.language.text import LANGS
from dashboard.releases.store import Store
from dashboard.settings import Settings
from dashboard.view.view import default_view
from dashboard.web.guard import PATH
from dashboard.web.memo import Memo
from dashboard.web.prewarm import PREWARM
from layouts.overview import page as overview
from tests.touches import touch


def app_with(home: Path, cache: Any) -> Dash:
    return create_app(Settings(home=home, cache=cache))


def answers(app: Dash, bodies: list[dict[str, Any]]) -> list[Any]:
    """The answers to some bodies; each must be a 200."""
    found = []
    for body in bodies:
        answer = app.server.test_client().post(PATH, json=body)
        assert answer.status_code == 200, answer.data
        found.append(answer.json)
    return found


def test_kept_answers_are_the_computed_ones(app: Dash, home: Path, store: Store) -> None:
    keeping = app_with(home, "SimpleCache")
    bodies = []
    for chosen in ({}, {"period": "2024-10"}, {"region": "12"}, {"data": "published"}):
        bodies += [touch(store, lang=lang, **chosen) for lang in LANGS]
    computed = answers(app, bodies)
    assert answers(keeping, bodies) == computed
    assert answers(keeping, bodies) == computed


def test_contents_come_back_from_the_cache_as_they_went(store: Store) -> None:
    memo = Memo(_Shelf())
    content = kept.remembering(memo, overview.TOUCHABLE)
    for view in list(kept._usual_views(store))[::4]:
        computed = orjson.loads(orjson.dumps(overview.TOUCHABLE.shown(view, store, "sv")))
        assert content(view, store, "sv") == content(view, store, "sv") == computed


class _Shelf(dict[str, Any]):
    def set(self, key: str, value: Any) -> None:
        self[key] = value


def test_every_value_of_a_touch_is_part_of_the_question(store: Store) -> None:
    names = ("region", "indicator", "care", "stream", "period", "data", "span")
    bodies = [touch(store), *(touch(store, **{name: "x"}) for name in names)]
    bodies += [touch(store, lang="en"), touch(store, query="region=14")]
    assert len({kept.question(body) for body in bodies}) == len(bodies)


@pytest.fixture(scope="module")
def warmed(home: Path) -> Dash:
    app = app_with(home, "SimpleCache")
    app.server.extensions[PREWARM].once()
    return app


def test_what_most_ask_first_is_there(
    warmed: Dash, app: Dash, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    touches = [
        touch(store, lang=lang, indicator=view.indicator, data=view.data,
              care=view.care, period=view.period)
        for view in kept._usual_views(store)
        for lang in LANGS
    ]  # fmt: skip

    def computed(*asked: object) -> None:
        pytest.fail("a content was computed")

    monkeypatch.setattr(overview, "_pictures", computed)
    assert len(answers(warmed, touches)) > 40
    for path in ("/", "/en/"):
        for reads in ("gzip, deflate, br, zstd", "gzip"):
            found = warmed.server.test_client().get(path, headers={"Accept-Encoding": reads})
            assert found.status_code == 200


def test_it_stays_within_what_may_be_kept(warmed: Dash, store: Store) -> None:
    steps = list(kept.first_asked(lambda path: None, lambda *asked: {}, store))
    assert len(steps) < Settings().cache_answers / 4


def test_each_indicator_and_kind_of_data_is_among_them(store: Store) -> None:
    views = list(kept._usual_views(store))
    assert {(view.indicator, view.data) for view in views} == {
        (one.indicator, one.data) for one in views if one.of.cares(one.data)
    }
    assert default_view(store) in views


def test_prewarming_can_be_left_out(home: Path) -> None:
    assert PREWARM not in create_app(Settings(home=home, prewarm=False)).server.extensions
    assert PREWARM not in app_with(home, "NullCache").server.extensions
