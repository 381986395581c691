"""The statistical tables as other programs read them: where they are, and one table's cells."""

from dashboard.language.text import Lang, Text
from dashboard.pxweb.links import ROOT as TABLES
from dashboard.pxweb.tables import tables_of
from dashboard.releases.dataset import Dataset
from layouts import html
from layouts.html import Html
from layouts.parts.prose import as_code


def statistical_tables(dataset: Dataset, lang: Lang) -> Html:
    """Addresses of the tables, and one of the first table's cells."""
    table = next(iter(tables_of(dataset).values()))
    data = f"{TABLES}/tables/{table.id}/data"
    codes = "valuecodes[Region]=*&valuecodes[ContentsCode]=value&valuecodes[Tid]=top(3)"
    pairs = (
        (Text("Alla tabeller", "Every table"), f"{TABLES}/tables?lang={lang}&pageSize=100"),
        (Text("Gränser och format", "Limits and formats"), f"{TABLES}/config"),
        (Text("Variabler och värden i en tabell", "Variables and values of a table"),
         f"{TABLES}/tables/{table.id}/metadata?lang={lang}"),
        (Text("De tre senaste perioderna som CSV", "The three latest periods as CSV"),
         f"{data}?{codes}&outputFormat=csv"),
    )  # fmt: skip
    items = [html.Li([f"{words.in_(lang)}: ", as_code(address)]) for words, address in pairs]
    return html.Ul(items, className="examples")
