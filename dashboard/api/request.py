"""A request read: its query, page and format, or all that is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.api.declared import Query, Resource
from dashboard.api.parameters import FORMATS, MOST_PAGES, MOST_ROWS, USUAL_SIZE, parameters_of
from dashboard.api.problems import Fault, refused, unknown_key
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.peers.peers import peers_of
from dashboard.reference.periods import grain_of
from dashboard.reference.regions import ALL_CODES, SWEDEN
from dashboard.releases.dataset import Dataset
from dashboard.values import values
from dashboard.view.view import parse

_EMPTY = Text("{} är tomt.", "{} is empty.")
_FILL = Text("Ge det ett värde eller ta bort det.", "Give it a value or leave it out.")
_BAD_VALUE = Text("{}={} finns inte.", "{}={} does not exist.")
_CAN_BE = Text("{} kan vara {}.", "{} can be {}.")
_WHOLE = Text("{} är ett heltal, {}–{}.", "{} is a whole number, {}–{}.")
_MOST_CHARACTERS = 300
_TWICE = Text("{} står mer än en gång.", "{} is given more than once.")
_ONCE = Text("Skriv flera regioner som 01,14.", "Write several regions as 01,14.")
_LONG = Text("{} är längre än {} tecken.", "{} is longer than {} characters.")
_SHORTEN = Text("Korta det.", "Shorten it.")
_ALONE = Text("peers behöver en enda region.", "peers needs one single region.")
_NAME_ONE = Text(
    "Lägg till en region som region=14, eller ta bort peers.",
    "Add one region as region=14, or leave peers out.",
)


@frozen
class Request:
    """The query, and how the answer is wanted: its format, its page and the page's size.

    `warnings` say what of the query was read as something else.
    """

    query: Query
    format: str
    page: int
    size: int
    warnings: tuple[Text, ...] = ()


def read_request(
    resource: Resource, pairs: Sequence[tuple[str, str]], dataset: Dataset, name: str = ""
) -> Request:
    """Read the query of a resource, given as pairs of a key and its value.

    Raises:
        Refused: a key is unknown or given twice, or a value cannot be used; every fault is named.
    """
    query = dict(pairs)
    faults = (*_twice(pairs), *_faults(resource, query, dataset))
    if faults:
        raise refused(*faults)
    data = {key: value for key, value in query.items() if key == "data" and resource.of_view}
    return Request(
        _query(resource, query, dataset, name),
        query.get("format", FORMATS[0]),
        int(query.get("page", "1")),
        int(query.get("size", str(USUAL_SIZE))),
        parse(data, dataset).warnings,
    )


def _query(resource: Resource, query: Mapping[str, str], dataset: Dataset, name: str) -> Query:
    of_view = query if resource.of_view else {}
    regions = _codes(of_view.get("region", "all"))
    first = {"region": regions[0]} if len(regions) == 1 else {}
    keys = {key: value for key, value in of_view.items() if key not in (*_OF_LISTS, "region")}
    view = parse({**keys, **first}, dataset).view
    if "peers" in of_view and view.region != SWEDEN:
        regions = (view.region, *peers_of(dataset, view.region, view.peers), SWEDEN)
    periods = values.periods_of(dataset, view)
    shown: tuple[str, ...] = (view.period,)
    if "span" in of_view and view.period in periods:
        upto = periods[: periods.index(view.period) + 1]
        shown = upto if grain_of(view.period) == "year" else upto[-view.span :]
    return Query(view, regions, shown, name)


_OF_LISTS = ("format", "page", "size")


def _codes(words: str) -> tuple[str, ...]:
    return ALL_CODES if words == "all" else tuple(dict.fromkeys(words.split(",")))


def _twice(pairs: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    keys = [key for key, _ in pairs]
    for key in dict.fromkeys(keys):
        if keys.count(key) > 1:
            yield Fault("query", key[:60], _TWICE.format(key[:60]), _ONCE)


def _faults(resource: Resource, query: Mapping[str, str], dataset: Dataset) -> Iterator[Fault]:
    known = tuple(parameter.name for parameter in parameters_of(resource))
    for key, value in query.items():
        if key not in known:
            yield unknown_key(key, known)
        elif not value:
            yield Fault("query", key, _EMPTY.format(key), _FILL)
        elif len(value) > _MOST_CHARACTERS:
            yield Fault("query", key, _LONG.format(key, _MOST_CHARACTERS), _SHORTEN)
        elif key in _OF_LISTS:
            yield from _of_list(key, value)
        else:
            yield from _of_view(key, value, dataset)
    if resource.of_view and query.get("peers") and _region_count(query) != 1:
        yield Fault("query", "peers", _ALONE, _NAME_ONE)


def _region_count(query: Mapping[str, str]) -> int:
    return len(_codes(query.get("region", "all")))


def _of_list(key: str, value: str) -> Iterator[Fault]:
    if key == "format":
        if value not in FORMATS:
            yield _bad(key, value, _CAN_BE.format(key, ", ".join(FORMATS)))
        return
    most = MOST_ROWS if key == "size" else MOST_PAGES
    # Digits of other scripts are numbers to Python but not to whoever reads an address.
    whole = value.isascii() and value.isdecimal() and len(value) < 6 and 1 <= int(value) <= most
    if not whole:
        yield _bad(key, value, _WHOLE.format(key, 1, most))


def _bad(key: str, value: str, todo: Text) -> Fault:
    return Fault("query", key, _BAD_VALUE.format(key, value[:40]), todo)


def _of_view(key: str, value: str, dataset: Dataset) -> Iterator[Fault]:
    """The faults of one key, in the words of the view's own grammar."""
    pieces = _codes(value) if key == "region" else (value,)
    for piece in pieces:
        if not piece:
            yield Fault("query", key, _EMPTY.format(key), _FILL)
        for words in parse({key: piece}, dataset).errors:
            (what_sv, _, do_sv), (what_en, _, do_en) = (text.partition("; ") for text in words)
            yield Fault("query", key, Text(f"{what_sv}.", f"{what_en}."), Text(do_sv, do_en))
