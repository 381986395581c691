"""The pictures of the pages, each a plain function of dataset, view and language."""

from dashboard.comparison.dots_picture import compared_picture
from dashboard.comparison.funnel_picture import funnel_picture
from dashboard.comparison.multiples_picture import multiples_picture
from dashboard.comparison.scatter_picture import beds_and_over_picture
from dashboard.effects.effects_picture import its_picture
from dashboard.effects.fit_picture import fit_picture
from dashboard.effects.policy_picture import policy_picture
from dashboard.funding.grant_picture import grant_picture
from dashboard.funding.simulation.chance_picture import chance_picture, unpaid_picture
from dashboard.funding.simulation.rules_picture import rules_picture
from dashboard.gaps.guideline_picture import way_picture
from dashboard.gaps.implied_gaps_picture import implied_gaps_picture
from dashboard.gaps.occupancy_picture import occupancy_picture
from dashboard.gaps.reconciliation_picture import reconciled_picture
from dashboard.gaps.region_distance_picture import own_reach_picture
from dashboard.gaps.shared_need_picture import shared_need_picture
from dashboard.gaps.target_history_picture import target_steps_picture
from dashboard.gaps.waterfall_picture import implied_steps_picture, official_steps_picture
from dashboard.peers.peers_picture import among_peers_picture
from dashboard.quality.change_picture import change_parts_picture
from dashboard.quality.reporting_picture import reporting_picture
from dashboard.situation.control_chart_picture import own_limits_picture
from dashboard.situation.map_picture import map_picture
from dashboard.situation.series_picture import series_picture
from dashboard.unit_targets.curve_picture import target_curve_picture
from dashboard.unit_targets.pooling_picture import pooling_effect, pooling_picture

__all__ = [
    "among_peers_picture",
    "beds_and_over_picture",
    "chance_picture",
    "change_parts_picture",
    "compared_picture",
    "fit_picture",
    "funnel_picture",
    "grant_picture",
    "implied_gaps_picture",
    "implied_steps_picture",
    "its_picture",
    "map_picture",
    "multiples_picture",
    "occupancy_picture",
    "official_steps_picture",
    "own_limits_picture",
    "own_reach_picture",
    "policy_picture",
    "pooling_effect",
    "pooling_picture",
    "reconciled_picture",
    "reporting_picture",
    "rules_picture",
    "series_picture",
    "shared_need_picture",
    "target_curve_picture",
    "target_steps_picture",
    "unpaid_picture",
    "way_picture",
]
