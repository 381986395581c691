"""The areas of the agreement as rows."""

from dashboard.effects import agreement
from dashboard.language.said import Said
from dashboard.releases.dataset import Dataset
from dashboard.values.rows import Row
from dashboard.values.sheets import Sheet, Sheets
from dashboard.view.addresses import EFFECTS
from dashboard.view.view import View


def area_rows(dataset: Dataset, view: View) -> list[Row]:
    """The seven areas of the agreement: each indicator by year, or why there is none."""
    found: list[Row] = []
    for area in agreement.areas(dataset.reference):
        head: Row = {"region": view.region, "area": area.key}
        if not area.indicators:
            found.append({**head, "indicator": None, "period": None, "value": None,
                          "status": "missing", "source": area.source.id,
                          "reason": Said(area.reason)})  # fmt: skip
        for one in area.indicators:
            for year, value in agreement.yearly(dataset, view, one).items():
                status = "missing" if value is None else "published"
                found.append({**head, "indicator": one.key, "period": year, "value": value,
                              "status": status, "source": one.published[0].source,
                              "reason": None})  # fmt: skip
    return found


SHEETS: Sheets = {"eff-areas": Sheet(area_rows, EFFECTS)}
