"""Kept answers are the computed ones, and what most ask first is there before they ask."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from dash import Dash

from app import create_app
from callbacks import cached_content, interactions
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.view.view import default_view
from dashboard.web.cache.answer_cache import AnswerCache
from dashboard.web.cache.warm_up import PREWARM
from dashboard.web.protection.guard import PATH
from layouts.overview import page
from tests.each import each
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


def test_kept_answers_are_the_computed_ones(app: Dash, home: Path, dataset: Dataset) -> None:
    keeping = app_with(home, "SimpleCache")
    bodies = []
    for chosen in ({}, {"period": "2024-10"}, {"region": "12"}, {"data": "published"}):
        bodies += [touch(dataset, lang=lang, **chosen) for lang in LANGS]
    computed = answers(app, bodies)
    assert answers(keeping, bodies) == computed
    assert answers(keeping, bodies) == computed


def test_contents_come_back_from_the_cache_as_they_went(dataset: Dataset) -> None:
    answer_cache = AnswerCache(_Shelf())
    content = cached_content.remembering(answer_cache, page.INTERACTIVE)
    for view in each(list(cached_content._usual_views(dataset))[::4]):
        computed = orjson.loads(orjson.dumps(page.INTERACTIVE.shown(view, dataset, "sv")))
        assert content(view, dataset, "sv") == content(view, dataset, "sv") == computed


class _Shelf(dict[str, Any]):
    def set(self, key: str, value: Any) -> None:
        self[key] = value


def test_an_answer_given_before_is_not_computed_again(
    home: Path, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, body = app_with(home, "SimpleCache"), touch(dataset, region="12")
    before = answers(app, [body])
    monkeypatch.setattr(interactions, "answer", lambda *asked: pytest.fail("computed"))
    assert answers(app, [body]) == before


def test_every_value_of_a_touch_is_part_of_the_question(dataset: Dataset) -> None:
    names = ("region", "indicator", "care", "stream", "period", "data", "span")
    bodies = [touch(dataset), *(touch(dataset, **{name: "x"}) for name in names)]
    bodies += [touch(dataset, lang="en"), touch(dataset, query="region=14")]
    asked = [interactions.TouchQuery.model_validate(body["inputs"][0]["value"]) for body in bodies]
    assert len({question.model_dump_json() for question in asked}) == len(bodies)


@pytest.fixture(scope="module")
def warmed(home: Path) -> Dash:
    app = app_with(home, "SimpleCache")
    app.server.extensions[PREWARM].once()
    return app


def test_what_most_ask_first_is_there(
    warmed: Dash, app: Dash, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    touches = [
        touch(dataset, lang=lang, indicator=view.indicator, data=view.data,
              care=view.care, period=view.period)
        for view in cached_content._usual_views(dataset)
        for lang in LANGS
    ]  # fmt: skip

    def computed(*asked: object) -> None:
        pytest.fail("a content was computed")

    monkeypatch.setattr(page, "_key_figures", computed)
    assert len(answers(warmed, touches)) > 40
    for path in ("/", "/en/"):
        for reads in ("gzip, deflate, br, zstd", "gzip"):
            found = warmed.server.test_client().get(path, headers={"Accept-Encoding": reads})
            assert found.status_code == 200


def test_it_stays_within_what_may_be_kept(warmed: Dash, dataset: Dataset) -> None:
    steps = list(cached_content.first_asked(lambda path: None, lambda *asked: {}, dataset))
    assert len(steps) < Settings().cache_answers / 4


def test_each_indicator_and_kind_of_data_is_among_them(dataset: Dataset) -> None:
    views = list(cached_content._usual_views(dataset))
    assert {(view.indicator, view.data) for view in views} == {
        (one.indicator, one.data) for one in views if one.of.cares(one.data)
    }
    assert default_view(dataset) in views


def test_prewarming_can_be_left_out(home: Path) -> None:
    assert PREWARM not in create_app(Settings(home=home, prewarm=False)).server.extensions
    assert PREWARM not in app_with(home, "NullCache").server.extensions
