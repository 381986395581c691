"""No file, nor the figure of the same name in the API, says of estimates what they cannot bear."""

import pytest

from dashboard.exports.views import SHEETS
from dashboard.reference.regions import CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.view.view import parse
from tests.each import each

# What sets regions in an order or judges a month (docs/methods.md 9.7), by column.
JUDGED = (
    "rank", "mean_rank", "rank_low", "rank_high", "top_5", "signal", "verdict", "needs_attention",
    "improvement", "deterioration", "outside", "worse", "worsening", "by_denominator", "upl",
    "lpl", "mean",
)  # fmt: skip
UNDECIDED = {None, "", "no", "cannot_be_decided"}


def rows(dataset: Dataset, name: str, region: str) -> list[dict[str, object]]:
    sheet = SHEETS[name]
    view = sheet.of(parse({"region": region, "data": "estimated"}, dataset).view)
    return [dict(row) for row in sheet.rows(dataset, view)]


@pytest.mark.parametrize("region", [SWEDEN, "14"])
@pytest.mark.parametrize("name", SHEETS)
def test_no_row_of_estimates_has_a_rank_a_signal_or_a_verdict(
    name: str, region: str, dataset: Dataset
) -> None:
    said = [
        (row.get("region"), column, row[column])
        for row in each(rows(dataset, name, region))
        if row.get("status") == "estimated"
        for column in JUDGED
        if column in row and row[column] not in UNDECIDED
    ]
    assert said == []


@pytest.mark.parametrize("name", ["map", "regions", "dq-split", "dq-trust"])
def test_regions_of_estimates_are_in_no_order_but_their_own(name: str, dataset: Dataset) -> None:
    """The first table of each is by code, or by what is published: never by the estimate."""
    found = [row for row in rows(dataset, name, SWEDEN) if row["region"] in CODES]
    values = [row["value"] for row in found if row["indicator"] == "overcrowding"]
    assert len(values) >= len(CODES)
    assert values != sorted(values)  # type: ignore[type-var]
    assert values != sorted(values, reverse=True)  # type: ignore[type-var]
