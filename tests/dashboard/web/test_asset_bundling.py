"""One plotly.js, one style sheet, and nothing that Dash needs is left out."""

import json
import re
from pathlib import Path

import pytest

from dashboard.paths import ASSETS, ROOT
from dashboard.web import asset_bundling
from dashboard.web.asset_bundling import (
    SCRIPTS,
    gathered,
    plotly,
    plotly_version,
)
from layouts.document.head import head, scripts
from tests.each import each


@pytest.fixture
def bundles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for bundles, empty."""
    monkeypatch.setattr(asset_bundling, "BUNDLES", tmp_path)
    return tmp_path


def test_without_a_bundle_the_packaged_plotly_is_taken(bundles: Path) -> None:
    assert plotly().name == "plotly.min.js"
    assert plotly_version(plotly()) == plotly_version(plotly())
    assert re.fullmatch(r"\d+\.\d+\.\d+", plotly_version(plotly()))


def test_a_bundle_of_the_packaged_version_is_taken_and_no_other(bundles: Path) -> None:
    version = plotly_version(plotly())
    (bundles / "plotly-0.0.1.js").write_text("old")
    assert plotly().name == "plotly.min.js"
    bundle = bundles / f"plotly-{version}.js"
    bundle.write_text("var Plotly = {}")
    assert plotly() == bundle
    script = gathered().drawing
    assert script.content.endswith(b"var Plotly = {}")
    assert len(script.content) < 2000, "the packaged one is not there as well"


def test_the_bundle_is_of_the_version_that_python_has(bundles: Path) -> None:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    held = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert asked["plotly.js"] == plotly_version(plotly())
    assert held["node_modules/plotly.js"]["version"] == plotly_version(plotly())


def test_every_npm_package_is_pinned_by_a_hash_and_none_by_an_address() -> None:
    held = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    packages = {name: one for name, one in held.items() if name}
    assert len(packages) > 100
    assert [name for name, one in packages.items() if not one.get("integrity")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_the_empty_base_map_is_there_before_plotly_is() -> None:
    content = gathered().drawing.content
    assert content.index(b"PlotlyGeoAssets = ") < 600


def test_our_style_is_one_short_file_where_there_is_node() -> None:
    content = gathered().style.content
    assert b"/* " not in content.partition(b"\n:root")[2]
    assert len(content) < sum(path.stat().st_size for path in ASSETS.glob("*.css")) + 20_000


def test_each_style_of_ours_is_joined_once_and_in_order(bundles: Path) -> None:
    statics = gathered()
    ours = [path.read_bytes() for path in sorted(ASSETS.glob("*.css"))]
    places = [statics.style.content.index(one) for one in ours]
    assert places == sorted(places)
    assert len(places) > 5
    assert statics.style.content.startswith(b"@charset")
    assert b"--bs-body-color" in statics.style.content[:9000]


def test_without_a_bundle_our_modules_are_served_as_they_are(bundles: Path) -> None:
    statics = gathered()
    served = {one.address.rsplit("/", 1)[1]: one for one in (statics.site, *statics.modules)}
    assert next(iter(served)) == "main.js"
    assert {name: one.content for name, one in served.items()} == {
        path.name: path.read_bytes() for path in SCRIPTS.glob("*.js")
    }
    folders = {one.address.rsplit("/", 1)[0] for one in served.values()}
    assert len(folders) == 1, "a module finds another one beside it"
    assert f'<script type="module" src="{statics.site.address}">' in scripts(statics)
    assert head(statics).count('rel="modulepreload"') == len(statics.modules)


def test_a_bundle_of_other_modules_is_not_taken(bundles: Path) -> None:
    tag = gathered().site.address.split("/")[2]
    (bundles / "site-0123456789abcdef.js").write_text("old()")
    assert gathered().modules
    (bundles / f"site-{tag}.js").write_text("now()")
    assert gathered().modules == ()
    assert gathered().site.content == b"now()"
    assert 'type="module"' not in scripts(gathered())


def test_no_script_refers_to_a_map_that_is_not_served() -> None:
    for one in each(gathered().all):
        assert re.search(rb"^\S{2,4} sourceMappingURL=", one.content, re.M) is None, one.address


def test_an_address_names_the_content(bundles: Path) -> None:
    before = gathered()
    (bundles / f"plotly-{plotly_version(plotly())}.js").write_text("var Plotly = {}")
    after = gathered()
    assert before.drawing.address != after.drawing.address
    assert (before.site, before.style) == (after.site, after.style)
    assert before.version != after.version == gathered().version
