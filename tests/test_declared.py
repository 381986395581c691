"""What is declared once is found everywhere: every indicator, page, setting, view key, table."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import numpy as np
import plotly.graph_objects as go
import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.cli import main
from dashboard.indicators import handbook
from dashboard.indicators.registry import INDICATORS, Care, Data, Indicator, Stream
from dashboard.ingest.embedded import reference
from dashboard.language.formatting import period
from dashboard.language.text import LANGS, Lang
from dashboard.paths import DATA, ROOT
from dashboard.reference.events import Events
from dashboard.reference.regions import ALL_CODES, CODES
from dashboard.releases.dataset import Dataset
from dashboard.settings import PREFIX, Settings
from dashboard.situation.map_picture import map_picture
from dashboard.situation.series_picture import series_picture
from dashboard.values import labels, values
from dashboard.values.rows import rows
from dashboard.view.payment_rule import EXAMPLES as RULE_EXAMPLES
from dashboard.view.peer_choice import EXAMPLES
from dashboard.view.query_values import SPANS
from dashboard.view.view import View, default_view
from layouts.document.pages import PAGES, page_at
from layouts.method import page as method
from layouts.overview import page as overview
from layouts.page.page import Page
from layouts.parts import picture_values
from tests.each import each
from tests.layouts.reading import read
from tests.layouts.tree import Tree

ADDRESSES = (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
TABLES = sorted(DATA.glob("*.csv"))
# A page may be another one before a region is chosen.
ASKED: tuple[dict[str, str], ...] = ({}, {"region": "14"})
Run = pytest.CaptureFixture[str]

every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
every_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def client(home: Path) -> FlaskClient:
    return create_app(Settings(home=home)).server.test_client()


@pytest.fixture(scope="module")
def methods(dataset: Dataset) -> dict[Lang, Any]:
    """The page Metod, laid out once in each language."""
    return {lang: method.layout(dataset, lang, {}) for lang in LANGS}


def views(indicator: Indicator, dataset: Dataset) -> list[View]:
    """The view an indicator opens with in each kind of data that it has."""
    return [
        default_view(dataset, indicator=indicator.key, data=data)
        for data in get_args(Data)
        if indicator.cares(data)
    ]


@every_language
@every_indicator
def test_the_definition_panel_says_all(indicator: Indicator, lang: Lang) -> None:
    (panel,) = picture_values.definition(indicator, lang, reference())
    said = read(panel).said
    entries = handbook.describe(indicator, lang, reference().sources)
    assert [words for kind, words in said if kind == "dt"] == [head for head, _ in entries]
    assert [words for kind, words in said if kind == "dd"] == [text for _, text in entries]


@every_language
@every_indicator
def test_metod_has_an_anchor(methods: dict[Lang, Any], indicator: Indicator, lang: Lang) -> None:
    headings = Tree.of_type(methods[lang], "H3")
    (own,) = [one for one in headings if getattr(one, "id", "") == indicator.key]
    assert Tree.words(own) == indicator.name.in_(lang)
    assert f"#{indicator.key}" in Tree.hrefs(methods[lang])


@every_language
@every_indicator
def test_the_command_line_describes_it(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: Run, indicator: Indicator, lang: Lang
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    assert main(["describe", indicator.key, "--lang", lang]) == 0
    assert indicator.name.in_(lang) in capsys.readouterr().out
    assert main(["describe", indicator.key, "--lang", lang, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["heading"], one["text"]) for one in told] == handbook.describe(
        indicator, lang, reference().sources
    )


@every_indicator
def test_the_command_line_gives_its_values(
    monkeypatch: pytest.MonkeyPatch, capsys: Run, home: Path, dataset: Dataset, indicator: Indicator
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(home))
    for view in each(views(indicator, dataset)):
        asked = ["--indicator", view.indicator, "--period", view.period, "--data", view.data]
        assert main(["values", *asked, "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)
        shown = dataset.showing(view.data)
        assert found == rows(shown, view, ALL_CODES)
        assert {row["unit"] for row in found} == {indicator.unit.long.en}
        # The embedded release has no month that a region has reported.
        assert np.isfinite(values.series(shown, view)).any() == (view.data != "reported")


@every_indicator
def test_a_value_or_a_reason_is_always_there(dataset: Dataset, indicator: Indicator) -> None:
    for view in each(views(indicator, dataset)):
        for one in each(values.at(dataset, view)):
            assert (one.value is None) == (one.reason is not None)


@every_language
@every_indicator
def test_it_is_a_file_in_words(
    client: FlaskClient, dataset: Dataset, indicator: Indicator, lang: Lang
) -> None:
    for view in each(views(indicator, dataset)):
        answer = client.get(f"/files/map.csv?lang={lang}&{view.link()}")
        assert answer.status_code == 200
        text = answer.data.decode("utf-8-sig")
        heads, *lines = csv.reader(io.StringIO(text), delimiter=";" if lang == "sv" else ",")
        assert len(lines) == len(ALL_CODES)
        named = heads.index({"sv": "Mått", "en": "Indicator"}[lang])
        assert {line[named] for line in lines} == {indicator.name.in_(lang)}


@every_language
@every_indicator
def test_it_can_be_chosen_and_fills_the_page(
    dataset: Dataset, indicator: Indicator, lang: Lang
) -> None:
    for view in each(views(indicator, dataset)):
        page = overview.layout(dataset, lang, {"indicator": indicator.key, "data": view.data})
        (select,) = [one for one in Tree.components(page) if getattr(one, "id", "") == "indicator"]
        assert select.value == indicator.key
        assert {"value": indicator.key, "label": indicator.name.in_(lang)} in select.options
        said = Tree.words(page)
        assert indicator.name.in_(lang) in said
        assert period(view.period, lang) in said
        assert labels.status(dataset, view, lang) in said


@every_language
@every_indicator
def test_it_is_a_map_and_a_series(dataset: Dataset, indicator: Indicator, lang: Lang) -> None:
    for view in each(views(indicator, dataset)):
        shown = map_picture(dataset, view, lang)
        series = series_picture(dataset, view, indicator, lang)
        assert tuple(shown.figure["data"][0]["locations"]) == CODES
        assert indicator.name.in_(lang) in shown.measure
        for picture in (shown, series):
            drawn = {key: picture.figure[key] for key in ("data", "layout")}
            drawn["layout"] = {k: v for k, v in drawn["layout"].items() if k != "meta"}
            assert go.Figure(drawn).data
            assert picture.title
            assert picture.sentence
            assert labels.short(dataset.release) in picture.source


def test_every_page_has_an_address_of_its_own_in_both_languages() -> None:
    paths = [page.path.in_(lang) for page in PAGES for lang in LANGS]
    assert len(set(paths)) == len(paths) == 2 * len(PAGES)
    for page in PAGES:
        assert page.path.sv.startswith("/")
        assert not page.path.sv.startswith("/en/")
        assert page.path.en.startswith("/en/")
        assert [page_at(page.path.in_(lang)) for lang in LANGS] == [(page, lang) for lang in LANGS]
    assert len({page.key for page in PAGES}) == len(PAGES)


@every_language
@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.key)
def test_every_page_answers_and_has_one_heading(
    client: FlaskClient, dataset: Dataset, page: Page, lang: Lang
) -> None:
    answer = client.get(page.path.in_(lang))
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert f"<title>{page.title.in_(lang)} – " in answer.text
    for asked in ASKED:
        laid = page.layout(dataset, lang, asked)
        assert len(Tree.of_type(laid, "H1")) == 1
        assert len(set(Tree.ids(laid))) == len(Tree.ids(laid))


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.key)
def test_every_page_stands_among_the_addresses(page: Page) -> None:
    cells = (page.title.sv, page.title.en, f"`{page.path.sv}`", f"`{page.path.en}`")
    assert f"| {' | '.join(cells)} |" in ADDRESSES


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_told(capsys: Run, name: str) -> None:
    variable = PREFIX + name.upper()
    assert f"`{variable}`" in OPERATING
    assert main(["settings", "--format", "csv"]) == 0
    assert variable in [line.split(",")[0] for line in capsys.readouterr().out.splitlines()]


# Flask-Caching warns whoever switches it off.
@pytest.mark.filterwarnings("ignore:Flask-Caching")
@pytest.mark.parametrize("cache", get_args(Settings.model_fields["cache"].annotation))
def test_every_cache_that_can_be_set_serves_the_site(home: Path, cache: Any) -> None:
    client = create_app(Settings(home=home, cache=cache)).server.test_client()
    assert client.get("/").status_code == 200


def test_every_key_of_a_view_stands_among_the_addresses_with_its_words() -> None:
    section = ADDRESSES.split("| Key | Values | Default |")[1].split("\n\n")[0]
    lines = dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", section, re.M))
    assert list(lines) == list(View.__dataclass_fields__)
    words = {
        "care": get_args(Care),
        "stream": get_args(Stream),
        "data": get_args(Data),
        "peers": EXAMPLES,
        "rule": RULE_EXAMPLES,
        "against": ("2024",),
        "events": get_args(Events),
        "span": tuple(map(str, SPANS)),
    }
    for key, allowed in words.items():
        assert [word for word in allowed if f"`{word}`" not in lines[key]] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_table_is_in_the_data_dictionary_and_names_only_known_sources(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        used = {row["source_id"] for row in csv.DictReader(file) if "source_id" in row}
    assert f"| `{table.name}` |" in DICTIONARY
    assert used <= reference().sources.keys()
