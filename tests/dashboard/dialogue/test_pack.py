"""What stands in a pack: no verdict by estimates, questions with figures, the same in all files."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from dashboard.dialogue.agreement_log import agree, agreements_of
from dashboard.dialogue.key_figures import number
from dashboard.dialogue.pack import Pack
from dashboard.dialogue.pack_content import NOTHING_KEPT, Kept, make_pack
from dashboard.dialogue.papers.files import write_files
from dashboard.dialogue.papers.words import made_of
from dashboard.reference.regions import CODES
from dashboard.releases.dataset import Dataset
from dashboard.values.may_be_said import CANNOT_BE_DECIDED
from tests.dashboard.dialogue.conftest import AGREED, DAY
from tests.each import each

_VERDICTS = re.compile(r"förbättring|försämring|över den egna nivån|under den egna nivån|kronor")


@pytest.fixture(scope="session")
def packs(dataset: Dataset) -> list[Pack]:
    return [make_pack(dataset, code, "sv", day=DAY) for code in CODES]


def test_an_estimate_has_its_range_and_no_verdict(packs: list[Pack]) -> None:
    estimates = [one for pack in packs for one in pack.figures if one.status == "skattat"]
    assert len(estimates) >= 4 * len(CODES)
    for one in each(estimates):
        assert one.low is not None
        assert one.high is not None
        assert one.low <= (one.value or 0) <= one.high
        assert one.verdict == CANNOT_BE_DECIDED.sv


def test_nothing_is_told_of_a_region_by_estimates(packs: list[Pack]) -> None:
    for pack in each(packs):
        asked = " ".join(one.words for one in pack.questions)
        titles = " ".join(one.title for one in pack.plates)
        assert not _VERDICTS.search(" ".join((*pack.sentences, asked, titles)).lower())


def test_each_question_is_a_question_with_why_it_is_asked(packs: list[Pack]) -> None:
    asked = [one for pack in packs for one in pack.questions]
    for one in each(asked):
        assert "?" in one.words
        assert one.figures
        assert one.why
    for pack in each(packs):
        keys = [one.key for one in pack.questions]
        assert len(keys) == len(set(keys)) > 0


def test_questions_are_struck_and_added(pack: Pack) -> None:
    first = pack.questions[0]
    found = pack.asking(struck=(first.key,), added=("Hur går det?",))
    assert first not in found.questions
    assert found.questions[:-1] == pack.questions[1:]
    assert found.questions[-1].words == "Hur går det?"


def test_an_agreement_that_is_late_or_not_met_is_asked_about(pack: Pack) -> None:
    kinds = [one.key.partition("-")[0] for one in pack.questions]
    assert {"late", "marks", "outcome", "occupancy", "jump"} <= set(kinds)
    [cells, undecided] = pack.agreements.grid.rows
    assert cells[2] == "Inte uppnått: 9,7 per 100 platser, 2025, publicerat"
    assert undecided[2].startswith("Kan inte avgöras: Oktober 2025 är inte rapporterad")


def test_what_is_written_after_the_day_does_not_stand_in_the_pack(
    dataset: Dataset, kept: Kept
) -> None:
    early = make_pack(dataset, "22", "sv", day="2026-01-01", kept=kept)
    assert early == make_pack(dataset, "22", "sv", day="2026-01-01")


def test_a_changed_plan_is_shown_as_changed(pack: Pack) -> None:
    [row] = pack.plan.grid.rows
    assert row[:2] == ("oktober 2025", "380")
    assert row[5] == "skattat"
    assert row[6].startswith("ÄNDRAD I EFTERHAND")
    assert "först 400 platser och 90,0 %" in row[6]


class _Tables(HTMLParser):
    """The words of each row of all tables."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.heads: list[tuple[str, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
            self.inside = True
        if tag == "th":
            self.heads.append((tag, dict(attrs).get("scope") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("th", "td")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def test_the_page_has_the_figures_of_the_pack_in_tables_with_headers(
    papers: Mapping[str, bytes], pack: Pack
) -> None:
    page = papers[".html"].decode()
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    found = _Tables()
    found.feed(page)
    rows = {tuple(row) for row in found.rows}
    for section in (pack.key_figures, pack.agreements, pack.plan):
        assert set(section.grid.rows) <= rows
    for plate in each(pack.plates):
        assert set(plate.grid.rows) <= rows
    assert {scope for _, scope in found.heads} == {"col", "row"}
    assert "<i>" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in page


def test_the_table_in_words_has_the_numbers_of_the_figures(pack: Pack) -> None:
    numbers = [number(one, one.value, "sv") for one in pack.figures]
    assert [row[2] for row in pack.key_figures.grid.rows] == numbers


def test_both_languages_have_the_same_figures(dataset: Dataset, pack: Pack, kept: Kept) -> None:
    english = make_pack(dataset, "22", "en", day=DAY, kept=kept)
    assert [one.value for one in english.figures] == [one.value for one in pack.figures]
    assert [one.plot.series[-1].values for one in english.plates] == [
        one.plot.series[-1].values for one in pack.plates
    ]
    words = " ".join((*english.sentences, *(one.title for one in english.changes)))
    assert not re.search("[åäö]", words.replace("Västernorrland", ""))


def test_without_a_release_to_compare_with_it_is_said(pack: Pack) -> None:
    assert [one.sentence for one in pack.changes[:3]] == [
        "Ingen utgåva från före mötet finns att jämföra med."
    ] * 3


def test_reported_months_bear_verdicts_and_no_range(dataset: Dataset) -> None:
    reported = replace(dataset, imported=np.ones(dataset.cube.shape, dtype=np.bool_), ranges=None)
    pack = make_pack(reported, "22", "sv", day=DAY)
    months = [one for one in pack.figures if one.period == "dec 2025"]
    assert len(months) == 4
    for one in each(months):
        assert one.status == "rapporterat av regionen"
        assert (one.low, one.high) == (None, None)
        assert one.verdict != CANNOT_BE_DECIDED.sv
    assert "target" in {one.key.partition("-")[0] for one in pack.questions}
    assert {one.role for one in pack.plates[2].plot.series} >= {"selected", "mean", "limit"}


def test_what_has_happened_since_is_new_revised_and_other_words(
    dataset: Dataset, kept: Kept
) -> None:
    earlier = {key: table.copy() for key, table in dataset.years.items()}
    row, key = CODES.index("22") + 1, ("overcrowding_per_100", "somatic")
    year, before = dataset.year_labels.index("2025"), dataset.year_labels.index("2024")
    assert earlier[key][row, before] == 7.1
    earlier[key][row, year], earlier[key][row, before] = np.nan, 6.1
    then = replace(dataset, years=earlier, release="fedcba9876543210")
    found = make_pack(dataset, "22", "sv", day=DAY, then=then, since="2026-03-12", kept=kept)
    new, revised, words, due = found.changes
    assert new.grid.rows == (("Överbeläggningar", "2025", "9,7", "publicerat"),)
    assert revised.grid.rows == (("Överbeläggningar", "2024", "6,1", "7,1"),)
    assert words.sentence == "Inget."
    assert len(due.grid.rows) == 2
    assert "rewritten" in {one.key.partition("-")[0] for one in found.questions}
    assert "Jämfört med utgåva fedcba, som visades 12 mars 2026." in made_of(found)


def test_a_pack_is_the_same_when_later_agreements_have_come(
    dataset: Dataset, tmp_path: Path
) -> None:
    agree(tmp_path, AGREED)
    first = agreements_of(tmp_path)
    day = first.known[0].at[:10]
    one = make_pack(dataset, "22", "sv", day=day, kept=Kept(first, NOTHING_KEPT.plans))
    later = replace(first.known[0], number=2, at="2098-01-01T00:00:00+00:00")
    more = Kept(replace(first, known=(*first.known, later)), NOTHING_KEPT.plans)
    assert make_pack(dataset, "22", "sv", day=day, kept=more) == one


def test_files_come_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "folder"
    assert [one.name for one in write_files(folder, [{"a": b"1"}, {"b": b"2"}])] == ["a", "b"]

    def failing() -> object:
        yield {"a": b"other"}
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_files(folder, failing())  # type: ignore[arg-type]
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {"a": b"1", "b": b"2"}
    assert [one.name for one in folder.parent.iterdir()] == ["folder"]
    write_files(folder, [{"a": b"3"}])
    assert (folder / "a").read_bytes() == b"3"
    assert (folder / "b").read_bytes() == b"2"
