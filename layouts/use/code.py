"""The code that fetches a view's figures in each tool, ready to be pasted."""

from collections.abc import Iterator

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.pxweb.links import ROOT as TABLES
from dashboard.view.view import View
from layouts.use.addresses import Addresses

# What stands in the code for the address of the site until a script has put it there.
SITE = "https://webbplatsens-adress"


@frozen
class Code:
    """Code for a tool; `hint` says where it is pasted."""

    key: str
    tool: Text
    hint: Text
    code: str


def code_of(view: View, at: Addresses, site: str = SITE) -> Iterator[Code]:
    """The code of a view for each tool that can have it."""
    yield Code("excel", _EXCEL, _EXCEL_HINT, _QUERY.format(address=site + at.csv))
    bi = _PARQUET_QUERY.format(address=site + at.parquet, **_chosen(view)) if at.parquet else (
        _QUERY.format(address=site + at.csv))  # fmt: skip
    yield Code("power-bi", _POWER_BI, _POWER_BI_HINT, bi)
    yield Code("pandas", _PANDAS, _PANDAS_HINT, _FRAME.format(address=site + at.csv))
    if at.table:
        tids = f"top({view.span})" if at.table.grain == "month" else "*"
        codes = {"site": site + TABLES, "table": at.table.id, "tids": tids, "region": view.region,
                 "care": view.care, "stream": view.stream}  # fmt: skip
        yield Code("pxweb", _PXWEB, _PXWEB_HINT, _CLIENT.format(**codes))
    yield Code("r", _R, _R_HINT, _READ.format(address=site + at.csv, region=view.region))
    sql = (
        _SELECT.format(address=site + at.parquet, **_chosen(view))
        if at.parquet
        else _SELECT_CSV.format(address=site + at.csv)
    )
    yield Code("duckdb", _DUCKDB, _DUCKDB_HINT, sql)


def _chosen(view: View) -> dict[str, str]:
    """How the rows of a view are told apart from the others of the table."""
    return {"is": "=" if view.data == "published" else "<>", "status": "published"}


_EXCEL = Text("Excel", "Excel")
_EXCEL_HINT = Text(
    "Data → Hämta data → Från andra källor → Tom fråga → Avancerad redigerare. Koder förblir text "
    "och månader förblir månader.",
    "Data → Get data → From other sources → Blank query → Advanced editor. Codes stay text and "
    "months stay months.",
)
_QUERY = """let
    Source = Csv.Document(
        Web.Contents("{address}"),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(
        Rows,
        {{{{"region", type text}}, {{"period", type text}}, {{"value", type number}},
         {{"low", type number}}, {{"high", type number}}}},
        "en-US"
    )
in
    Typed"""
_POWER_BI = Text("Power BI", "Power BI")
_POWER_BI_HINT = Text(
    "Hämta data → Tom fråga → Avancerad redigerare.", "Get data → Blank query → Advanced editor."
)
_PARQUET_QUERY = """let
    Source = Parquet.Document(Web.Contents("{address}")),
    Rows = Table.SelectRows(
        Source,
        each [status] {is} "{status}"
    )
in
    Rows"""
_PANDAS = Text("Python: pandas", "Python: pandas")
_PANDAS_HINT = Text("Alla regioner över tid.", "Every region over time.")
_FRAME = """import pandas as pd

frame = pd.read_csv(
    "{address}",
    dtype={{"region": str, "period": str}},
)
print(frame[["region", "period", "value", "low", "high", "status"]])"""
_PXWEB = Text("Python: pxwebpy", "Python: pxwebpy")
_PXWEB_HINT = Text(
    "Samma tabell läser PxWeb-klienter i andra språk, som pxweb i R.",
    "Clients of PxWeb in other languages, as pxweb in R, read the same table.",
)
_CLIENT = """from pxweb import PxApi

api = PxApi("{site}")
rows = api.get_table_data(
    "{table}",
    value_codes={{
        "Region": ["{region}"],
        "Care": ["{care}"],
        "Stream": ["{stream}"],
        "ContentsCode": ["*"],
        "Tid": ["{tids}"],
    }},
)
print(rows)"""
_R = Text("R", "R")
_R_HINT = Text("Utan några paket.", "Without any package.")
_READ = """frame <- read.csv(
  "{address}",
  colClasses = c(region = "character", period = "character")
)
subset(frame, region == "{region}", c(period, value, low, high, status))"""
_DUCKDB = Text("DuckDB", "DuckDB")
_DUCKDB_HINT = Text(
    "Läser bara den del av filen som frågan gäller.",
    "Reads only the part of the file that the question is about.",
)
_SELECT = """SELECT region, period, value, low, high, status
FROM '{address}'
WHERE status {is} '{status}'
ORDER BY region, period;"""
_SELECT_CSV = """SELECT region, period, value, low, high, status
FROM read_csv(
    '{address}',
    types = {{'region': 'VARCHAR', 'period': 'VARCHAR'}}
)
ORDER BY region, period;"""
