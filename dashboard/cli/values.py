"""`vardplats values`: the same rows as the files and the API, or a table for people."""

import sys
from collections.abc import Mapping, Sequence

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.language.formatting import number
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels, rows, values
from dashboard.values.values import Value
from dashboard.view.view import View, parse


def print_values(query: Mapping[str, str], region: str, fmt: Format) -> None:
    """Print the values of a view in one region, several (`01,14`) or `all`.

    Raises:
        Refused: there is no release, or the query names what does not exist.
    """
    dataset = given.dataset(given.settings(), query.get("release"))
    regions = ALL_CODES if region == "all" else tuple(dict.fromkeys(region.split(",")))
    view = _view(query, regions, dataset)
    dataset = dataset.showing(view.data)
    by_region = {value.region: value for value in values.at(dataset, view)}
    shown = [by_region[code] for code in regions]
    if fmt == "table":
        _print_table(dataset, view, shown)
    else:
        printing.print_rows(rows.rows(dataset, view, regions), fmt)
        _print_reasons(shown)


def _view(query: Mapping[str, str], regions: Sequence[str], dataset: Dataset) -> View:
    """The requested view; each region is read by the view's own grammar."""
    for key, value in [*query.items(), *(("region", code) for code in regions)]:
        if not value:
            raise Refused(f"{key} is empty. Give it a value; see: vardplats values --help")
    parsed = [parse({**query, "region": code}, dataset) for code in regions]
    errors = dict.fromkeys(words.en for each in parsed for words in each.errors)
    if errors:
        raise Refused("\n".join(errors))
    for words in parsed[0].warnings:
        print(words.en, file=sys.stderr)
    return parsed[0].view


def _print_table(dataset: Dataset, view: View, shown: Sequence[Value]) -> None:
    headings = ["Code", "Region", "Value", "Status", "Coverage", "Source"]
    if any(value.reason for value in shown):
        headings.append("Why there is none")
    lines = [_line(value, view)[: len(headings)] for value in shown]
    printing.print_table(
        headings,
        lines,
        title=labels.measure(view, "en"),
        caption=labels.source(dataset, view, "en"),
        right=("Value", "Coverage"),
    )


def _line(value: Value, view: View) -> list[str]:
    return [
        value.region,
        name_of(value.region).en,
        labels.number(value.value, view.of, "en"),
        value.status,
        "" if value.coverage is None else f"{number(100 * value.coverage, 0, 'en')} %",
        value.source,
        (value.reason or Text("", "")).en,
    ]


def _print_reasons(shown: Sequence[Value]) -> None:
    """On stderr, so that stdout holds nothing but the rows."""
    for reason in dict.fromkeys(value.reason for value in shown if value.reason):
        names = ", ".join(name_of(value.region).en for value in shown if value.reason == reason)
        print(f"No value for {names}: {reason.en}", file=sys.stderr)
