"""The bundles hold what is drawn and what our modules are now, all of it and nothing else."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import BaseTraceType

from dashboard.paths import ROOT
from dashboard.releases.dataset import Dataset
from dashboard.view.view import default_view
from dashboard.web.asset_bundling import bootstrap, gathered, plotly, styled
from layouts.overview import page

TRACES = set(json.loads((ROOT / "bundle" / "traces.json").read_text("utf-8")))
KNOWN = {
    name.lower()
    for name, one in ((name, getattr(go, name)) for name in dir(go))
    if isinstance(one, type) and issubclass(one, BaseTraceType)
}


def types_in_code() -> Iterator[str]:
    """Every `"type": "…"` that is a trace type of plotly, wherever a figure could be made."""
    for room in ("dashboard", "layouts", "callbacks"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Dict):
                    yield from _types(node)


def _types(node: ast.Dict) -> Iterator[str]:
    for key, value in zip(node.keys, node.values, strict=True):
        stated = isinstance(key, ast.Constant) and key.value == "type"
        if stated and isinstance(value, ast.Constant) and value.value in KNOWN:
            yield value.value


def test_each_trace_type_in_the_code_is_in_the_bundle_and_no_other() -> None:
    assert set(types_in_code()) == TRACES, "write it in bundle/traces.json, then: make setup"


@pytest.mark.parametrize("data", ["estimated", "published"])
def test_each_figure_of_a_page_is_of_those_types(dataset: Dataset, data: str) -> None:
    content = page.content(default_view(dataset, data=data), dataset, "sv")
    figures = [one for name, one in content.items() if name.endswith("-figure")]
    assert figures
    assert {trace["type"] for one in figures for trace in one["data"]} <= TRACES


def test_where_there_is_node_the_bundle_is_built_and_whole() -> None:
    """`make test` brings node, so only a `make setup` without it may lack the bundle."""
    script = plotly()
    assert script.name == f"plotly-{script.stem.removeprefix('plotly-')}.js", "run: make setup"
    text = script.read_text("utf-8")
    held = {name for name in KNOWN if f'moduleType:"trace",name:"{name}"' in text}
    assert held == TRACES
    assert "new Function(" not in text
    assert "MIT" in text[:200]


def test_where_there_is_node_our_modules_are_one_script() -> None:
    statics = gathered()
    assert statics.modules == (), "run: make setup"
    assert b"import " not in statics.site.content
    assert statics.site.content.count(b"\n") < 20, "it is minified"


def test_where_there_is_node_the_style_is_the_part_of_bootstrap_that_is_used() -> None:
    whole, part = (Path(path).read_text("utf-8") for path in (styled().whole, styled().part))
    assert str(bootstrap()) == styled().part, "run: make setup"
    assert len(part) < len(whole) / 8


def test_the_part_keeps_the_rules_of_bare_elements() -> None:
    part = Path(styled().part).read_text("utf-8")
    for rule in ("body{", "hr{", "a:hover{", "table{", "label{", ":root"):
        assert rule in part, rule
