"""The questions of those who govern, lead and follow up, each answered in at most two presses."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from dashboard.language.text import LANGS, Lang, Text
from dashboard.view import addresses
from tests.browser.activations import MOST

NATIONAL, REGION, COMPARE = addresses.OVERVIEW, addresses.REGION, addresses.COMPARE
TARGETS, EFFECTS, QUALITY = addresses.TARGETS, addresses.EFFECTS, addresses.QUALITY
DIALOGUE = addresses.DIALOGUE
KALMAR = "?region=08"


@dataclass(frozen=True)
class Question:
    """Where it is answered: a page (one press, but for the first), what is pressed there, words.

    `chosen` is the query that choosing a region leads to, another press; Min region opens at the
    region by itself. `press` is a heading that opens what stands under it.
    """

    page: Text
    place: str
    words: Text
    chosen: str = ""
    press: str = ""

    def presses(self) -> int:
        """How many presses there are from the first page."""
        own = self.chosen and self.page is not REGION
        return (self.page is not NATIONAL) + bool(own) + bool(self.press)


_DECIDED = Text("kan inte avgöras", "cannot be decided")
QUESTIONS: dict[str, Question] = {
    "M1": Question(NATIONAL, "#lead", Text("I december 2024 var det", "In December 2024 it was")),
    "M2": Question(NATIONAL, "#lead .quiet", _DECIDED),
    "M3": Question(NATIONAL, "#attention-title", Text("2025: Ingen region", "2025: No region")),
    "M4": Question(TARGETS, "#tgt-share-title",
                   Text("Avståndet till riktvärdet per region",
                        "The distance to the guideline by region")),
    "M5": Question(NATIONAL, "#occupancy-title", Text("Akut vård: skattad beläggning",
                                                      "Acute care: estimated occupancy")),
    "M6": Question(EFFECTS, "#eff-lead",
                   Text("Om satsningen har haft effekt kan inte avgöras",
                        "Whether the effort has had an effect cannot be decided")),
    "M7": Question(EFFECTS, "#eff-rules-measure", Text("2024", "2024"), press="#eff-rules-title"),
    "M8": Question(NATIONAL, "#label",
                   Text("Dra inga slutsatser om 2025", "Draw no conclusions about 2025")),
    "M9": Question(COMPARE, "#cmp-scatter-title", Text("Fler vårdplatser", "More beds")),
    "M12": Question(NATIONAL, "#trust", Text("nästa årsvärden väntas omkring",
                                             "the next annual values are expected about")),
    "R1": Question(REGION, "#mine-among-title", Text("Kalmar mot", "Kalmar"), KALMAR),
    "R2": Question(COMPARE, "#cmp-who .own", Text("Eller välj egna regioner",
                                             "Or choose regions of your own"),
                   press="#cmp-who-title"),
    "R3": Question(REGION, "#mine-over-title", _DECIDED, KALMAR),
    "R4": Question(REGION, "#mine-reach-title",
                   Text("avståndet till riktvärdet är", "the distance to the guideline is"),
                   KALMAR),
    "R5": Question(TARGETS, "#tgt-curve-title",
                   Text("24 platser: målet är 85,0", "24 beds: the target is 85.0")),
    "R6": Question(REGION, "#mine-targets-title", Text("Akut vård", "Acute care"), KALMAR),
    "R7": Question(COMPARE, "#cmp-better-title", Text("Kalmar", "Kalmar"), KALMAR),
    "R8": Question(EFFECTS, "#eff-lead", Text("Vad Kalmar hade fått kan inte avgöras",
                                              "What Kalmar would have got cannot be decided"),
                   KALMAR),
    "R9": Question(TARGETS, "#tgt-beds-effect", Text("20 fler platser ger", "20 more beds gives"),
                   press="#tgt-single-title"),
    "R11": Question(QUALITY, "#dq-questions-title", Text("Kalmar", "Kalmar"), KALMAR),
    "R12": Question(REGION, "#mine-plan-title", Text("Plan, mål och utfall",
                                                     "Plan, target and outcome"), KALMAR),
    "M11": Question(DIALOGUE, ".papers", Text("En sida i sammanfattning (PDF)",
                                              "One page in brief (PDF)"), KALMAR),
    "D1": Question(DIALOGUE, ".papers", Text("Bilder (PPTX)", "Slides (PPTX)"), KALMAR),
    "D2": Question(DIALOGUE, "#dlg-new", Text("Nya perioder", "New periods"), KALMAR),
    "D5": Question(DIALOGUE, "#dlg-plan", Text("Plan, mål och utfall",
                                               "Plan, target and outcome"), KALMAR),
    "D8": Question(DIALOGUE, "#dlg-agreements", Text("Överenskommelser", "Agreements"), KALMAR),
    "D3": Question(QUALITY, "#dq-questions-title", Text("frågor om de två senaste åren",
                                                        "questions about the last two years")),
    "D4": Question(QUALITY, "#dq-split-title", _DECIDED),
    "D6": Question(TARGETS, ".part-wards", Text("Målen för era avdelningar",
                                                "The targets of your wards")),
    "D7": Question(COMPARE, "#cmp-better-title", Text("Kalmar", "Kalmar"), KALMAR),
    "D9": Question(QUALITY, "#dq-since-title", Text("definitionen gäller sedan 1 november 2012",
                                                    "the definition applies since")),
    "D10": Question(NATIONAL, ".export .menu", Text("Alla regioner som CSV",
                                                    "All regions as CSV"),
                    press=".export summary"),
    "D11": Question(NATIONAL, "#attention-title", Text("2025: Ingen region", "2025: No region")),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_answered_in_at_most_two_presses(
    new_page: Callable[..., Page], lang: Lang
) -> None:
    page = new_page(closed=True)
    here = ""
    for name, one in QUESTIONS.items():
        assert one.presses() <= MOST, name
        address = f"{one.page.in_(lang)}{one.chosen}"
        if address != here:
            page.goto(address, wait_until="domcontentloaded")
        here = address
        if one.press:
            page.locator(one.press).click()
        place = page.locator(one.place).first
        expect(place).to_be_visible()
        expect(place).to_contain_text(one.words.in_(lang))
