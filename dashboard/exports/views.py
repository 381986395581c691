"""The files of all pages by name: what each room declares beside its rows."""

from types import MappingProxyType

from dashboard.comparison import rows as comparison
from dashboard.effects import area_rows as areas
from dashboard.effects import rows as effects
from dashboard.funding import rows as funding
from dashboard.quality import rows as quality
from dashboard.scenario import capacity_rows as capacity
from dashboard.scenario import rows as scenario
from dashboard.situation import national_rows as national
from dashboard.situation import region_rows as region
from dashboard.unit_targets import gap_rows as gaps
from dashboard.unit_targets import rows as targets
from dashboard.unit_targets import step_rows as steps
from dashboard.values.sheets import Sheets

SHEETS: Sheets = MappingProxyType(
    {
        **national.SHEETS,
        **comparison.OVERVIEW_SHEETS,
        **region.SHEETS,
        **comparison.SHEETS,
        **effects.SHEETS,
        **funding.SHEETS,
        **areas.SHEETS,
        **targets.SHEETS,
        **gaps.SHEETS,
        **steps.SHEETS,
        **scenario.SHEETS,
        **capacity.SHEETS,
        **quality.SHEETS,
    }
)
