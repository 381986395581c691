"""The compose files as their own linters read them, and as the compose specification has them."""

import json
from importlib.resources import files
from typing import Any

import jsonschema.validators
import pytest
import yaml
from yamllint import linter
from yamllint.config import YamlLintConfig

from dashboard.paths import ROOT

FILES = sorted((ROOT / "deploy").glob("compose*.yml"))
# A file for people: a comment may stand where it is read, and one mapping on one line.
RULES = """
extends: default
rules:
  document-start: disable
  line-length: {max: 100}
  braces: {max-spaces-inside: 1}
"""


class Loader(yaml.SafeLoader):
    """Reads the tag with which one compose file takes the place of another's list."""


Loader.add_constructor("!override", lambda loader, node: loader.construct_sequence(node, deep=True))


def schema() -> dict[str, Any]:
    """The schema of the compose specification, as check-jsonschema brings it."""
    place = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    found: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return found


def test_there_are_compose_files() -> None:
    assert [one.name for one in FILES] == ["compose.database.yml", "compose.yml"]


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.name)
def test_the_linter_has_nothing_to_say(path: Any) -> None:
    found = linter.run(path.read_text(encoding="utf-8"), YamlLintConfig(RULES))
    assert [str(one) for one in found] == []


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.name)
def test_the_specification_knows_every_word(path: Any) -> None:
    told = yaml.load(path.read_text(encoding="utf-8"), Loader)
    validator = jsonschema.validators.validator_for(schema())(schema())
    assert [one.message for one in validator.iter_errors(told)] == []
    # The schema can refuse at all.
    told["services"]["app"]["restarts"] = "always"
    assert list(validator.iter_errors(told))


def test_who_watches_an_instance_asks_in_a_way_that_https_answers() -> None:
    app = yaml.load((ROOT / "deploy" / "compose.yml").read_text(encoding="utf-8"), Loader)
    asked = " ".join(app["services"]["app"]["healthcheck"]["test"])
    assert "/readyz" in asked
    assert "'X-Forwarded-Proto': 'https'" in asked
