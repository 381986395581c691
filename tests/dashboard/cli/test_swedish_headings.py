"""Small tables with Swedish headings are read, and a fault names the heading as it is written."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.funding.rates import RatesError, parse_rates
from dashboard.reference.regions import CODES

Run = pytest.CaptureFixture[str]
LEVELS = ("Version;Län;Vårdområde;Vårdform;Enhetsstorlek;Geografi;Målnivå;Gäller från;Gäller till;"
          "Källa\n")  # fmt: skip


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VARDPLATS_HOME", str(tmp_path / "home"))


def _told(capsys: Run, *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Skåne;5;100\nHalland;#REFERENS!;100", "row 3, column Täljare: #REFERENS! is an error"),
        ("Skåne;5;100\nHalland;<5;100", "row 3, column Täljare: “<5” is a number withheld"),
        ("Skåne;5,9*;100\nHalland;4;100", "row 2, column Täljare: “5,9*” has a footnote"),
        ("Skåne;5;1.234\nHalland;4;100", "row 2, column Nämnare: “1.234” can be read as"),
    ],
)
def test_a_funnel_has_the_faults_of_an_import(
    tmp_path: Path, capsys: Run, rows: str, told: str
) -> None:
    path = tmp_path / "f.csv"
    path.write_text(f"Grupp;Täljare;Nämnare\n{rows}\n", encoding="utf-8")
    code, err = _told(capsys, "funnel", "--file", str(path))
    assert (code, told in err) == (2, True), err


def test_a_column_that_is_lacking_is_named_in_both_languages(tmp_path: Path, capsys: Run) -> None:
    path = tmp_path / "f.csv"
    path.write_text("Grupp;Nämnare\nSkåne;100\n", encoding="utf-8")
    assert "no column numerator (Täljare)" in _told(capsys, "funnel", "--file", str(path))[1]


def test_targets_may_have_swedish_headings_and_faults_name_them(
    tmp_path: Path, capsys: Run
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"{LEVELS}egen-1;Skåne;somatisk;akut;;;0,85;2026-01-01;;x\n"
        "egen-1;Narnia;somatisk;akut;;;85;2026-13-01;;x\n",
        encoding="utf-8",
    )
    code, err = _told(capsys, "targets", "load", str(path))
    assert code == 2
    for place in ("row 2, column Målnivå", "row 3, column Län", "row 3, column Gäller från"):
        assert place in err


def test_rates_may_have_swedish_headings_and_faults_name_them() -> None:
    head = ("Län;Månad;Överbeläggningar 2023;Överbeläggningar 2024;Utlokaliserade 2023;"
            "Utlokaliserade 2024")  # fmt: skip
    rows = [f"{code};{month};5;4;2;1" for code in CODES for month in range(2, 11)]
    assert parse_rates("\n".join([head, *rows]).encode())
    spoilt = "\n".join([head, rows[0].replace(";5;", ";5,9*;"), *rows[1:]])
    with pytest.raises(RatesError, match="Row 2, column Överbeläggningar 2023"):
        parse_rates(spoilt.encode())
