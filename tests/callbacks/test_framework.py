"""The contract with Dash: what is expected of it beyond its manual, and what fails otherwise."""

import json

import dash
import pytest

from callbacks import framework
from tests.callbacks.document import Document

SEEN = f"Dash {dash.__version__}"


@pytest.fixture(scope="module")
def pieces() -> framework.Framework:
    return framework.framework()


def test_dash_says_its_configuration_as_json(pieces: framework.Framework) -> None:
    config = Document(pieces.config).data("_dash-config")
    needed = {"requests_pathname_prefix", "url_base_pathname", "suppress_callback_exceptions"}
    assert needed <= config.keys(), f"{SEEN} no longer says {needed - config.keys()}"
    assert config["requests_pathname_prefix"] == "/"
    assert (config["python_version"], config["end_id"]) == ("", None)
    assert json.dumps(config).count("http") == 0, f"{SEEN} names an address elsewhere"


def test_dash_names_its_scripts_and_serves_them(pieces: framework.Framework) -> None:
    together = b"".join(pieces.scripts)
    for mark in (b"React", b"DashRenderer", b"dash_core_components"):
        assert mark in together, f"{SEEN} has no {mark.decode()}"
    assert len(together) < 2_000_000, f"{SEEN} loads much more than before"
    order = [together.index(mark) for mark in (b"react.production", b"DashRenderer")]
    assert order == sorted(order), f"{SEEN} loads its renderer before React"


@pytest.mark.parametrize("hook", ["request_pre", "callback_resolved"])
def test_the_renderer_tells_of_its_questions(pieces: framework.Framework, hook: str) -> None:
    assert hook.encode() in b"".join(pieces.scripts), f"{SEEN} has no hook {hook}"


def test_a_script_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framework, "_ADDRESS", _Nowhere())
    with pytest.raises(RuntimeError, match=r"/_dash-component-suites/dash/none\.js"):
        framework.framework()


class _Nowhere:
    def findall(self, text: str) -> list[str]:
        return ["/_dash-component-suites/dash/none.js"]
