"""`vardplats values`: the same rows as the files and the API, or a table for people."""

import sys
from collections.abc import Mapping, Sequence

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.language.formatting import number
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.releases.store import Store
from dashboard.values import labels as wording
from dashboard.values import rows, values
from dashboard.values.values import Value
from dashboard.view.view import View, parse


def print_values(asked: Mapping[str, str], region: str, fmt: Format) -> None:
    """Print the values of a view in one region, several (`01,14`) or `all`.

    Raises:
        Refused: there is no release, or something is asked for that does not exist.
    """
    store = given.store(given.settings(), asked.get("release"))
    regions = ALL_CODES if region == "all" else tuple(dict.fromkeys(region.split(",")))
    view = _view(asked, regions, store)
    found = {value.region: value for value in values.at(store, view)}
    shown = [found[code] for code in regions]
    if fmt == "table":
        _print_table(store, view, shown)
    else:
        printing.print_rows(rows.rows(store, view, regions), fmt)
        _print_reasons(shown)


def _view(asked: Mapping[str, str], regions: Sequence[str], store: Store) -> View:
    """The view asked for; each region is read by the view's own grammar."""
    for key, value in [*asked.items(), *(("region", code) for code in regions)]:
        if not value:
            raise Refused(f"{key} is empty. Give it a value; see: vardplats values --help")
    parsed = [parse({**asked, "region": code}, store) for code in regions]
    refusals = dict.fromkeys(words.en for one in parsed for words in one.refusals)
    if refusals:
        raise Refused("\n".join(refusals))
    return parsed[0].view


def _print_table(store: Store, view: View, shown: Sequence[Value]) -> None:
    headings = ["Code", "Region", "Value", "Status", "Coverage", "Source"]
    if any(value.reason for value in shown):
        headings.append("Why there is none")
    lines = [_line(value, view)[: len(headings)] for value in shown]
    printing.print_table(
        headings,
        lines,
        title=wording.measure(view, "en"),
        caption=wording.source(store, view, "en"),
        right=("Value", "Coverage"),
    )


def _line(value: Value, view: View) -> list[str]:
    return [
        value.region,
        name_of(value.region).en,
        wording.number(value.value, view.of, "en"),
        value.status,
        "" if value.coverage is None else f"{number(100 * value.coverage, 0, 'en')} %",
        value.source,
        (value.reason or Text("", "")).en,
    ]


def _print_reasons(shown: Sequence[Value]) -> None:
    """On stderr, so that stdout holds nothing but the rows."""
    for reason in dict.fromkeys(value.reason for value in shown if value.reason):
        names = ", ".join(name_of(one.region).en for one in shown if one.reason == reason)
        print(f"No value for {names}: {reason.en}", file=sys.stderr)
