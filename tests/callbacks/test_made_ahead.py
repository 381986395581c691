"""What is made ahead is what would be computed, and is given only in place of a kept answer."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from dash import Dash

from app import create_app
from callbacks import interactions
from callbacks.cached_content import first_asked, whole
from callbacks.made_ahead import touches
from callbacks.opening import keep, with_kept
from dashboard.language.text import LANGS
from dashboard.releases.dataset import Dataset
from dashboard.settings import Settings
from dashboard.web.cache.answer_cache import name_of
from dashboard.web.protection.guard import PATH
from dashboard.web.release_provider import GIVEN
from layouts.document.pages import PAGES
from layouts.overview import page
from tests.each import each

READS = ("gzip, deflate, br, zstd", "gzip, deflate")
DOCUMENTS = [page.path.in_(lang) for page in PAGES if page.interactive for lang in LANGS]


@pytest.fixture(scope="module")
def settings(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    own = tmp_path_factory.mktemp("ahead") / "home"
    shutil.copytree(home, own)
    made = Settings(home=own, cache="SimpleCache", prewarm=False)
    keep(made)
    return made


@pytest.fixture(scope="module")
def there(settings: Settings, dataset: Dataset) -> Dataset:
    """The release with what is made ahead of it."""
    found = with_kept(settings, dataset)
    assert found.opening
    return found


@pytest.fixture(scope="module")
def kept(settings: Settings) -> Dash:
    return create_app(settings)


@pytest.fixture(scope="module")
def computing(settings: Settings) -> Dash:
    return create_app(settings.model_copy(update={"cache": "NullCache"}))


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The touches that are computed: those that the test asks for."""
    found: list[object] = []
    answer = interactions.answer

    def counted(*asked: Any) -> Any:
        found.append(asked)
        return answer(*asked)

    monkeypatch.setattr(interactions, "answer", counted)
    return found


def told(app: Dash, question: Mapping[str, Any], given: Dataset | None = None) -> Any:
    body, over = orjson.dumps(question), {GIVEN: given} if given else {}
    client = app.server.test_client()
    answer = client.post(PATH, data=body, mimetype="application/json", environ_overrides=over)
    assert answer.status_code == 200, answer.data
    return answer.json


def test_a_touch_is_answered_as_if_it_were_computed(
    kept: Dash, computing: Dash, there: Dataset, computed: list[object]
) -> None:
    for question in each(list(touches(there))[::7]):
        found = told(kept, question)
        assert computed == []
        assert found == told(computing, question)
        assert len(computed) == 1, "without a cache it is computed"
        computed.clear()


def test_each_control_is_touched_and_touched_back(there: Dataset) -> None:
    asked = [one["inputs"][0]["value"] for one in touches(there)]
    for lang in LANGS:
        own = [one for one in asked if one["held"]["lang"] == lang]
        usual, away = [one for one in own if not one["held"]["query"]], own[1::2]
        assert len(usual) > len(page.INTERACTIVE.controls)
        assert len(away) == len(own) / 2
        assert all(one["held"]["query"] for one in away)
    assert len({orjson.dumps(one) for one in asked}) == len(asked)


def test_a_page_opens_as_if_it_were_written(
    kept: Dash, computing: Dash, there: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [(path, {"Accept-Encoding": reads}) for path in DOCUMENTS for reads in READS]
    clients = computing.server.test_client(), kept.server.test_client()
    written = [clients[0].get(path, headers=reads) for path, reads in asked]
    monkeypatch.setattr("callbacks.documents.document", lambda *_, **__: pytest.fail("written"))
    for (path, reads), one in each(list(zip(asked, written, strict=True))):
        found = clients[1].get(path, headers=reads)
        assert (found.status_code, found.headers.get("ETag")) == (200, one.headers.get("ETag"))


def test_another_release_targets_or_rights_are_computed(
    kept: Dash, there: Dataset, computed: list[object]
) -> None:
    question = next(touches(there))
    changed = [
        replace(there, release="another"),
        replace(there, withdrawn="wrong"),
        replace(there, tier="region-14"),
        replace(there, targets={**there.targets, "v9": there.needs}),
    ]
    for number, one in enumerate(each(changed), 1):
        told(kept, question, one)
        assert len(computed) == number
    told(kept, question, there)
    assert len(computed) == len(changed)


def test_where_all_is_made_nothing_is_left_for_a_worker_to_do(there: Dataset) -> None:
    def steps(dataset: Dataset) -> int:
        return len(list(first_asked(lambda *_: None, lambda *_: {}, dataset)))

    assert steps(there) == 0
    for one in each([replace(there, release="new"), replace(there, opening={})]):
        assert steps(one) > 50
    assert whole(there) in there.opening


def test_contents_that_other_touches_start_from_are_there(there: Dataset) -> None:
    views = [page.INTERACTIVE.opened({"indicator": "outplacement"}, there).view]
    for view in each(views):
        state = (there.cache_version, there.withdrawn)
        assert name_of((page.INTERACTIVE.key, *state, "sv", view)) in there.opening
