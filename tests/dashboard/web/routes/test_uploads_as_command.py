"""What the page of imports says of a file is what the command says of it: faults and questions."""

import json
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.cli import main
from dashboard.language.text import LANGS
from dashboard.web.routes.uploads import PATH
from tests.dashboard.imports.found import HEAD, RATES, book
from tests.dashboard.web.routes.test_uploads import client, place, sent

__all__ = ["client", "place"]

Run = pytest.CaptureFixture[str]
# One of each kind that is written as text: what the command answers with, and a file.
FILES: dict[str, tuple[int, str]] = {
    "right": (0, f"{HEAD}\nSkåne;2025-10;2082"),
    "thousands": (2, f"{HEAD}\nSkåne;2025-10;2.082"),
    "country": (2, f"{HEAD}\nSkåne;2025-10;2082\nRiket;2025-10;3000"),
    "error": (2, f"{HEAD}\nSkåne;2025-10;#REFERENS!"),
    "hospital": (2, "Region;Sjukhus;Månad;Disponibla vårdplatser\nHalland;Varberg;2025-10;180"),
    "magnitude": (2, f"{HEAD}\nGotland;2025-10;3658"),
    "mark": (2, f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;<5"),
    "dash": (2, f"{HEAD};Överbelagda patienter\nSkåne;2025-10;2082;–"),
    "fraction": (2, f"{RATES}\nSkåne;2025-10;2082;0,965"),
    "running": (2, f"{HEAD}\nSkåne;2099-11;2082"),
    "month": (2, f"{HEAD}\nSkåne;9/1/2025;2082"),
    "year": (2, "Disponibla vårdplatser\nRegion;Jan;Helår\nSkåne;2082;2041"),
    "heading": (2, f"{HEAD};Manadd\nSkåne;2025-10;2082;1"),
    "subtotal": (2, f"{HEAD}\nSkåne;2025-10;2082\nDelsumma;2025-10;2082"),
    "doubled": (2, f"{HEAD}\nSkåne;2025-10;2082\nSkåne;2025-10;2090"),
    "full": (2, f"{HEAD};Inskrivna patienter\nHalland;2025-10;0;380"),
}


def _check(client: FlaskClient, path: Path, status: int, capsys: Run) -> None:
    for lang in LANGS:
        assert (
            main(["import", str(path), "--dry-run", "--format", "json", "--lang", lang]) == status
        )
        told = json.loads(capsys.readouterr().out)
        answer = sent(client, path.read_bytes(), "try", name=path.name, path=PATH.in_(lang))
        page = unescape(answer.text)
        assert answer.status_code == (422 if status else 200)
        said = [one["message"] for one in (*told["errors"], *told["questions"])]
        assert bool(said) == bool(status)
        assert [one for one in said if one not in page] == []
        assert all(one["meaning"] in page for q in told["questions"] for one in q["readings"])


@pytest.mark.parametrize("kind", FILES)
def test_the_page_says_what_the_command_says(
    client: FlaskClient, place: Path, tmp_path: Path, kind: str,
    monkeypatch: pytest.MonkeyPatch, capsys: Run,
) -> None:  # fmt: skip
    status, text = FILES[kind]
    monkeypatch.setenv("VARDPLATS_HOME", str(place))
    path = tmp_path / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    _check(client, path, status, capsys)


def test_a_workbook_is_answered_as_by_the_command(
    client: FlaskClient, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Run
) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(place))
    path = tmp_path / "merged.xlsx"
    rows = [HEAD.split(";"), ["Kronoberg", "2025-10", None], ["Kalmar", "2025-10", None]]
    book(path, rows, merged=(1, 2, 2, 2, 750))
    _check(client, path, 2, capsys)
