"""The door: what opens, what does not, and what is said then."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.releases.dataset import POINTER, current_release
from dashboard.settings import PREFIX, Settings, UnknownSetting
from layouts.document.pages import PAGES
from tests.callbacks.reader import Reader
from tests.servers import wait_until

AT_ONCE = 48


def settings(home: Path, **more: object) -> Settings:
    return Settings(home=home, cache="NullCache", prewarm=False, **more)  # type: ignore[arg-type]


def client(home: Path, **more: object) -> FlaskClient:
    return create_app(settings(home, **more)).server.test_client()


@pytest.fixture(scope="module")
def door(home: Path) -> FlaskClient:
    return client(home)


def test_the_app_can_be_made_twice_in_one_process(home: Path) -> None:
    apps = [create_app(settings(home)) for _ in range(2)]
    pages = [Reader(app, "/", "?region=14").held("heading", "children") for app in apps]
    assert pages == ["Läget i landet, december 2025"] * 2
    asked = [app.server.test_client().get("/_dash-dependencies").json for app in apps]
    assert asked[0]
    assert asked[0] == asked[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_opens_in_both_languages(door: FlaskClient, page: object) -> None:
    for lang in ("sv", "en"):
        answer = door.get(page.path.in_(lang))  # type: ignore[attr-defined]
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert f'<html lang="{lang}">' in text
        assert f"<title>{page.title.in_(lang)} – " in text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "lang", "words"),
    [
        ("/finns-inte", "sv", "Det finns ingen sida på den här adressen."),
        ("/en/nothing", "en", "There is no page at this address."),
        ("/index.php", "sv", "Det finns ingen sida på den här adressen."),
    ],
)
def test_an_address_without_a_page_is_a_real_404_in_its_language(
    door: FlaskClient, path: str, lang: str, words: str
) -> None:
    answer = door.get(path)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert f'<html lang="{lang}">' in text
    assert words in text
    assert "<script" not in text


def test_en_without_its_slash_leads_to_the_page_and_keeps_the_query(door: FlaskClient) -> None:
    answer = door.get("/en?region=14&period=2025")
    assert answer.status_code in (301, 302, 308)
    assert answer.headers["Location"] == "/en/?region=14&period=2025"
    assert door.get("/en").headers["Location"] == "/en/"


def test_every_answer_has_its_headers(door: FlaskClient) -> None:
    for path in ("/", "/en/", "/nothing", "/healthz", "/files/regions.csv"):
        headers = door.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy, path
        assert "unsafe-eval" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["X-Frame-Options"] == "DENY", path
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", ["/", "/en/targets", "/om", "/nothing"])
def test_no_script_stands_in_a_document(door: FlaskClient, path: str) -> None:
    text = door.get(path).get_data(as_text=True)
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
    assert {kind.partition('type="')[2].partition('"')[0] for kind in inline} <= {
        "application/json"
    }


def test_nothing_on_a_page_comes_from_another_host(door: FlaskClient) -> None:
    for path in ("/", "/en/", "/nothing"):
        text = door.get(path).get_data(as_text=True)
        for mark in ('src="http', 'href="http', 'src="//', 'href="//', "@import", "cdn."):
            assert mark not in text, (path, mark)


# --- without figures -----------------------------------------------------------------------


@pytest.fixture
def broken(home: Path, tmp_path: Path) -> Path:
    """A home whose release has lost its cube."""
    shutil.copytree(home / "releases", tmp_path / "releases")
    (tmp_path / "releases" / current_release(tmp_path) / "cube.npz").unlink()
    return tmp_path


@pytest.mark.parametrize("kind", ["no release", "torn release"])
def test_without_figures_every_page_says_so_plainly(
    tmp_path_factory: pytest.TempPathFactory, broken: Path, kind: str
) -> None:
    home = broken if kind == "torn release" else tmp_path_factory.mktemp("empty")
    door = client(home)
    for page in PAGES:
        answer = door.get(page.path.sv)
        assert answer.status_code == 503, page.key
        assert "Siffrorna kan inte visas just nu" in answer.get_data(as_text=True)
    assert "The figures cannot be shown now" in door.get("/en/").get_data(as_text=True)
    ready = door.get("/readyz")
    assert ready.status_code == 503
    assert ready.json is not None
    assert ready.json["status"] == "not ready"
    assert ("vardplats build" if kind == "no release" else "lacks cube.npz") in ready.json["reason"]
    assert door.get("/healthz").status_code == 200
    assert door.get("/files/regions.csv").status_code == 503
    assert door.get("/geo/x.json").status_code == 503
    assert door.get("/nothing").status_code == 404


def test_with_figures_it_is_ready(door: FlaskClient, home: Path) -> None:
    assert door.get("/healthz").json == {"status": "ok"}
    assert door.get("/readyz").json == {"status": "ready", "release": current_release(home)}


def test_figures_that_come_later_are_shown_without_a_restart(home: Path, tmp_path: Path) -> None:
    door = client(tmp_path)
    assert door.get("/").status_code == 503
    shutil.copytree(home / "releases", tmp_path / "releases")
    assert (tmp_path / "releases" / POINTER).exists()
    wait_until(lambda: door.get("/").status_code == 200, "the figures that came later")


# --- the start -----------------------------------------------------------------------------


def test_a_mistyped_setting_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "THREAD", "8")
    with pytest.raises(UnknownSetting, match="VARDPLATS_THREAD"):
        create_app()


def test_many_first_requests_at_once_are_all_answered(home: Path) -> None:
    """Dash sets itself up at the first request, and says that it has before it has."""
    server = create_app(settings(home)).server
    before = client(home)
    scripts = re.findall(
        r'(?:src|href)="(/[^"?]+\.(?:js|css))', before.get("/").get_data(as_text=True)
    )
    # Dash's own suites are found only once it has set itself up.
    suite = "/_dash-component-suites/dash/dcc/dash_core_components.js"
    paths = [suite, "/", "/en/", "/_dash-dependencies", *scripts]
    paths = [path for path in paths if before.get(path).status_code == 200]
    assert len(paths) >= 5
    together = Barrier(AT_ONCE)

    def first(number: int) -> tuple[str, int]:
        path = paths[number % len(paths)]
        own = server.test_client()
        together.wait()
        answer = own.get(path)
        answer.close()
        return path, answer.status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(first, range(AT_ONCE)))
    assert [one for one in found if one[1] != 200] == []


@pytest.mark.parametrize("path", ["/", "/min-region", "/jamfor"])
@pytest.mark.parametrize("period", ["1990", "1990-01", "2100", "2100-12"])
def test_the_outermost_periods_are_answered(home: Path, path: str, period: str) -> None:
    client = create_app(Settings(home=home, prewarm=False)).server.test_client()
    assert client.get(f"{path}?region=24&period={period}").status_code == 200
