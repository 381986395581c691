"""Plan, target and outcome of a region by month, as a part of the papers."""

from dataclasses import replace

from dashboard.dialogue.pack import Section
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.situation.plan_outcome import MONTH, TITLE, plan_grid, plan_sentence
from dashboard.targets.plans import Plans
from dashboard.view.view import default_view


def plan_section(dataset: Dataset, plans: Plans, region: str, lang: Lang) -> Section:
    """The last planned months of a region beside what came of them."""
    view = replace(default_view(dataset), region=region)
    grid = plan_grid(dataset, plans, view, lang)
    return Section("plan", TITLE.in_(lang), plan_sentence(plans, region, lang), grid,
                   MONTH.in_(lang))  # fmt: skip
