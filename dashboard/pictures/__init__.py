"""The pictures of the pages, each a plain function of store, view and language."""

from dashboard.pictures.among_peers import among_peers_picture
from dashboard.pictures.beds_and_over import beds_and_over_picture
from dashboard.pictures.chance import chance_picture, unpaid_picture
from dashboard.pictures.change_parts import change_parts_picture
from dashboard.pictures.compared import compared_picture
from dashboard.pictures.fit import fit_picture
from dashboard.pictures.funnel import funnel_picture
from dashboard.pictures.gap_steps import implied_steps_picture, official_steps_picture
from dashboard.pictures.grant import grant_picture
from dashboard.pictures.implied_gaps import implied_gaps_picture
from dashboard.pictures.its import its_picture
from dashboard.pictures.multiples import multiples_picture
from dashboard.pictures.occupancy import occupancy_picture
from dashboard.pictures.own_limits import own_limits_picture
from dashboard.pictures.own_reach import own_reach_picture
from dashboard.pictures.policy import policy_picture
from dashboard.pictures.pooling import pooling_effect, pooling_picture
from dashboard.pictures.reconciled import reconciled_picture
from dashboard.pictures.regions import map_picture
from dashboard.pictures.reporting import reporting_picture
from dashboard.pictures.rules import rules_picture
from dashboard.pictures.series import series_picture
from dashboard.pictures.shared_need import shared_need_picture
from dashboard.pictures.target_curve import target_curve_picture
from dashboard.pictures.target_steps import target_steps_picture
from dashboard.pictures.way import way_picture

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
