"""The formats that a selection can be had in, and what each can be told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.api.problems import Fault
from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.pxweb import csv_file, json_stat, parquet_file, px_file, xlsx_file
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.written import Labels, Written

USUAL_FORMAT = "json-stat2"
_LABELS: Mapping[str, Labels] = {
    "UseCodes": "codes",
    "UseTexts": "texts",
    "UseCodesAndTexts": "both",
}
_SEPARATORS = {"SeparatorTab": "\t", "SeparatorSpace": " ", "SeparatorSemicolon": ";"}
_TITLE = "IncludeTitle"

_NO_FORMAT = Text("outputFormat={} finns inte.", "outputFormat={} does not exist.")
_FORMATS = Text("outputFormat kan vara {}.", "outputFormat can be {}.")
_NO_PARAM = Text("{} kan inte användas med {}.", "{} cannot be used with {}.")
_PARAMS = Text("Med {} kan användas {}.", "With {} there is {}.")
_NO_PARAMS = Text("Ta bort det; {} har inga tillval.", "Leave it out; {} has no options.")
_BOTH = Text("{} kan inte användas tillsammans.", "{} cannot be used together.")
_ONE = Text("Välj ett av dem.", "Choose one of them.")


@frozen
class Format:
    """A format: its type of media, the ending of its files, and who writes it."""

    mimetype: str
    suffix: str
    write: Callable[[Cells, Written], bytes]
    params: tuple[str, ...] = ()


def _json(cells: Cells, how: Written) -> bytes:
    return json_stat.dataset_of(cells, how.dataset, how.lang, how.links)


FORMATS: Mapping[str, Format] = {
    "json-stat2": Format("application/json; charset=utf-8", ".json", _json),
    "csv": Format("text/csv; charset=utf-8", ".csv", csv_file.write,
                  (*_LABELS, _TITLE, *_SEPARATORS)),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
                   xlsx_file.write, (*_LABELS, _TITLE)),
    "px": Format("application/octet-stream; charset=utf-8", ".px", px_file.write),
    "parquet": Format("application/octet-stream", ".parquet", parquet_file.write),
}  # fmt: skip


def faults(name: str, params: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with a format and its options."""
    if name not in FORMATS:
        todo = _FORMATS.format(", ".join(FORMATS))
        yield Fault("query", "outputFormat", _NO_FORMAT.format(name[:40]), todo)
        return
    offered = FORMATS[name].params
    for param in params:
        if param not in offered:
            todo = _PARAMS.format(name, ", ".join(offered)) if offered else _NO_PARAMS.format(name)
            words = _NO_PARAM.format(param[:40], name)
            yield Fault("query", "outputFormatParams", words, todo)
    for either in (_LABELS, _SEPARATORS):
        given = [one for one in dict.fromkeys(params) if one in either]
        if len(given) > 1:
            yield Fault("query", "outputFormatParams", _BOTH.format(", ".join(given)), _ONE)


def told(plain: Written, params: Sequence[str]) -> Written:
    """The same with the options that are given."""
    labels: Labels = next((_LABELS[one] for one in params if one in _LABELS), plain.labels)
    separator = next((_SEPARATORS[one] for one in params if one in _SEPARATORS), plain.separator)
    return replace(plain, labels=labels, separator=separator, title=_TITLE in params)


def known_params() -> tuple[str, ...]:
    """Every option of any format."""
    return (*_LABELS, _TITLE, *_SEPARATORS)
