"""What there is one of is told in the singular, in every phrase that is filled in."""

import pytest

from dashboard.gaps import occupancy_picture
from dashboard.gaps.target_status import Standing
from dashboard.language.counting import agreed
from dashboard.language.text import LANGS, Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("1 platser", "1 plats"),
        ("+1 platser i medeltal", "+1 plats i medeltal"),
        ("1 regions lack 1 beds", "1 region lacks 1 bed"),
        ("1 andra regioner", "1 annan region"),
        ("21 platser", "21 platser"),
        ("2\N{NO-BREAK SPACE}001 platser", "2\N{NO-BREAK SPACE}001 platser"),
        ("0,1 platser", "0,1 platser"),
        ("0–1 platser", "0–1 platser"),
        ("1 platserna", "1 platserna"),
        ("1 av 21 regioner", "1 av 21 regioner"),
    ],
)
def test_one_is_told_in_the_singular_and_nothing_else_is(many: str, one: str) -> None:
    assert agreed(many) == one


def test_a_phrase_agrees_however_it_is_filled() -> None:
    both = Text("{} platser", "{} beds")
    assert both.format(1) == Text("1 plats", "1 bed")
    assert both.in_("sv").format("1") == "1 plats"
    assert both.in_("en").format(12) == "12 beds"
    assert Text("platser", "beds").in_("sv") == "platser"


@pytest.mark.parametrize("lang", LANGS)
def test_a_gap_of_one_bed_is_one_bed(dataset: Dataset, lang: Lang) -> None:
    view = View("occupancy", dataset.last_month, region="08")
    stand = Standing("acute", 85.2, 85.0, 1.2, in_force=True)
    one = occupancy_picture._bullet(dataset, stand, None, view, lang)
    assert one.below.split(" (")[0].endswith("1 plats" if lang == "sv" else "1 bed")
