"""What regions alike have done stands in the papers where the outcome is better since."""

import io
from dataclasses import replace

from pptx import Presentation

from dashboard.dialogue.agreement import Agreement
from dashboard.dialogue.agreement_log import Agreements
from dashboard.dialogue.pack_content import Kept, make_pack
from dashboard.dialogue.papers.files import files
from dashboard.dialogue.papers.pptx import pptx
from dashboard.dialogue.peer_measures import better, peer_section
from dashboard.peers.peers import peers_of
from dashboard.releases.dataset import Dataset
from dashboard.targets.plans import Plans
from dashboard.view.view import default_view
from layouts.dialogue.meeting import thoughts

DAY = "2099-12-01"


def _agreed(kept: Kept, dataset: Dataset) -> list[Agreement]:
    """The same measure in each region alike, as agreed in 2023, to lower and to raise."""
    (one, *_) = kept.agreed.known
    alike = peers_of(dataset, "22", default_view(dataset).peers)
    made = [
        replace(one, number=number, at="2023-03-01T08:00:00+00:00", region=region,
                expected=replace(one.expected, side=side))
        for number, (region, side) in enumerate(
            ((region, side) for region in alike for side in ("at_most", "at_least")), start=1
        )
    ]  # fmt: skip
    assert made
    return made


def test_a_measure_is_told_with_the_values_before_and_since_where_they_are_better(
    dataset: Dataset, kept: Kept
) -> None:
    agreed = _agreed(kept, dataset)
    turns = {(one.region, one.expected.side): better(dataset, one) for one in agreed}
    assert any(turns.values())
    for (region, side), turn in turns.items():
        # Fewer over is better, whichever side somebody wrote.
        assert turn == turns[region, "at_least" if side == "at_most" else "at_most"]
        if turn is not None:
            assert (turn.before_year, turn.after_year) == ("2022", dataset.year_labels[-1])
            assert turn.after < turn.before
    section = peer_section(dataset, agreed, "22", "sv")
    assert len(section.grid.rows) == sum(turn is not None for turn in turns.values())
    assert "samband, inte orsak" in section.sentence
    assert "correlation, not cause" in peer_section(dataset, agreed, "22", "en").sentence


def test_of_a_year_without_a_published_value_since_nothing_is_told(
    dataset: Dataset, kept: Kept
) -> None:
    late = [replace(one, at="2026-03-01T08:00:00+00:00") for one in _agreed(kept, dataset)]
    section = peer_section(dataset, late, "22", "sv")
    assert section.grid.rows == ()
    assert "Ingen region" in section.sentence


def test_it_stands_in_every_paper_and_never_with_what_a_region_may_not_see(
    dataset: Dataset, kept: Kept
) -> None:
    agreed = Agreements(tuple(_agreed(kept, dataset)))
    pack = make_pack(dataset, "22", "sv", day=DAY, kept=Kept(agreed, Plans(())))
    assert pack.kept[-1] is pack.alike
    page = next(content for name, content in files(pack).items() if name.endswith(".html"))
    assert pack.alike.title in page.decode()
    # Of what is never a cause that is said where it is shown, not only in the notes.
    deck = Presentation(io.BytesIO(pptx(pack)))
    shown = [one.text_frame.text for slide in deck.slides for one in slide.shapes
             if one.has_text_frame]  # fmt: skip
    assert pack.alike.sentence in shown
    assert any(pack.alike.sentence in str(one.inside[0]) for one in thoughts(pack))
    late = [replace(one, at="2026-03-01T08:00:00+00:00") for one in agreed.known]
    none = make_pack(dataset, "22", "sv", day=DAY, kept=Kept(Agreements(tuple(late)), Plans(())))
    assert none.kept[-1].sentence.startswith("Ingen region av samma slag")
    own = Agreements(agreed.of_region("22"))
    alone = make_pack(dataset, "22", "sv", day=DAY, kept=Kept(own, Plans(())))
    assert alone.kept == (alone.agreements, alone.plan)
