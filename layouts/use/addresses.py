"""The addresses at which a view's figures are fetched, below whatever the site is called."""

from urllib.parse import urlencode

from dashboard.frozen import frozen
from dashboard.language.text import Lang
from dashboard.open_data.release_files import values_name
from dashboard.pxweb.links import ROOT as TABLES
from dashboard.pxweb.tables import StatTable, tables_of
from dashboard.reference.periods import grain_of
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View


@frozen
class Addresses:
    """Paths of a view.

    `csv` and `excel` hold every region over the span; `json` the same; `table` is the
    statistical table with the view's values, `parquet` the file of the indicator's values in its
    own care where the view is among them.
    """

    csv: str
    excel: str
    json: str
    table: StatTable | None
    cells: str
    parquet: str


def addresses(dataset: Dataset, view: View, lang: Lang) -> Addresses:
    """The addresses of a view in the release that it is shown in."""
    query = urlencode(_named(view))
    table = tables_of(dataset).get(f"{view.indicator}_{view.data}_{grain_of(view.period)}")
    release = dataset.release
    return Addresses(
        csv=f"/files/chosen.csv?{query}&flavour=machine",
        excel=f"/files/chosen.csv?{query}&flavour=excel&lang={lang}",
        json=f"/api/v1/values?{query}&region={view.region}",
        table=table,
        cells=_cells(table, view, lang) if table else "",
        parquet=f"/opendata/{release}/{values_name(view.indicator)}" if _is_own(view) else "",
    )


def _named(view: View) -> dict[str, str]:
    """The keys that tell the values apart; a release only where one was asked for."""
    by_year = view.data == "published"
    named = {
        "indicator": view.indicator,
        "care": view.care,
        "stream": view.stream,
        "data": view.data,
        "span": "" if by_year else str(view.span),
        "period": view.period if by_year or grain_of(view.period) == "year" else "",
        "release": view.release,
    }
    return {key: one for key, one in named.items() if one}


def _is_own(view: View) -> bool:
    """Whether the view's values stand in the table of all values."""
    own = view.care == view.of.default_care and view.stream == "all"
    monthly = grain_of(view.period) == ("year" if view.data == "published" else "month")
    return own and monthly and view.data in ("published", "estimated")


def _cells(table: StatTable, view: View, lang: Lang) -> str:
    last = f"top({view.span})" if table.grain == "month" else "*"
    codes = {"Region": view.region, "Care": view.care, "Stream": view.stream,
             "ContentsCode": "*", "Tid": last}  # fmt: skip
    asked = "&".join(f"valuecodes[{name}]={one}" for name, one in codes.items())
    return f"{TABLES}/tables/{table.id}/data?{asked}&outputFormat=csv&lang={lang}"
