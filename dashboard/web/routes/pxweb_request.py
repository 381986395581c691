"""What is asked of the tables: keys of the query in any case, or a selection as JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence

from flask import request

from dashboard.api.problems import Fault, refused, unknown_key
from dashboard.frozen import frozen
from dashboard.language.text import LANGS, Lang, Text
from dashboard.pxweb import formats
from dashboard.pxweb.selection import VariableSelection, Wanted
from dashboard.releases.dataset import Dataset
from dashboard.view.query_values import is_of

_MOST_CHARACTERS = 20_000
_USUAL: tuple[str, ...] = ("lang", "release")
_OF_VARIABLE = re.compile(r"(\w+)\[(.+)\]", re.DOTALL)
# A comma outside brackets of either kind parts the values.
_PARTS = re.compile(r",(?![^\[\]]*\])(?![^()]*\))")

_SHORTEN = Text("Använd uttryck som * eller from(2020).", "Use expressions as * or from(2020).")
_KIND = Text("{} har inte rätt form.", "{} has the wrong form.")
_TWICE = Text("{} står mer än en gång.", "{} is given more than once.")
_COMMAS = Text("Skriv flera värden med komma emellan.", "Write several values with commas.")
_LANG = Text("lang={} finns inte.", "lang={} does not exist.")
_LANG_CAN = Text("lang kan vara {}.", "lang can be {}.")
_RELEASE = Text("Utgåvan {} finns inte.", "There is no release {}.")
_RELEASES = Text("Se /api/v1/releases, eller ta bort release.",
                 "See /api/v1/releases, or leave release out.")  # fmt: skip
_NUMBER = Text("{}={} är inget heltal från 1.", "{}={} is no whole number from 1.")
_WHOLE = Text("Skriv ett heltal mellan 1 och {}.", "Write a whole number between 1 and {}.")
_BOOLEAN = Text("{}={} är varken true eller false.", "{}={} is neither true nor false.")
_TRUE = Text("Skriv true eller false.", "Write true or false.")


@frozen
class Keys:
    """The keys of a query, in small letters; those of a variable as `valuecodes[Tid]`."""

    single: Mapping[str, str]
    valuecodes: Mapping[str, str]
    codelists: Mapping[str, str]

    @property
    def lang(self) -> Lang:
        """The language asked for; without one Swedish."""
        return "en" if self.single.get("lang", "").lower() == "en" else "sv"

    @property
    def release(self) -> str:
        """The release asked for, or nothing."""
        return self.single.get("release", "")

    @property
    def params(self) -> tuple[str, ...]:
        """The options of the format."""
        by_case = {one.lower(): one for one in formats.known_params()}
        found = _list(self.single.get("outputformatparams", ""))
        return tuple(by_case.get(one.lower(), one) for one in found)

    def number(self, name: str, usual: int, most: int) -> int:
        """A whole number from 1.

        Raises:
            Refused: it is none.
        """
        value = self.single.get(name.lower())
        if value is None:
            return usual
        if value.isascii() and value.isdecimal() and len(value) < 8 and 1 <= int(value) <= most:
            return int(value)
        raise refused(Fault("query", name, _NUMBER.format(name, value[:40]), _WHOLE.format(most)))

    def wanted(self) -> Wanted:
        """The selection that the keys of a query make."""
        asked = [
            VariableSelection(name, tuple(_list(value)), self.codelists.get(name, ""))
            for name, value in self.valuecodes.items()
        ]
        left = [name for name in self.codelists if name not in self.valuecodes]
        asked += [VariableSelection(name, ("*",), self.codelists[name]) for name in left]
        sides = (tuple(_list(self.single.get(name, ""))) for name in ("stub", "heading"))
        return Wanted(tuple(asked), *sides)


def read_keys(dataset: Dataset, *known: str, of_variables: Sequence[str] = ()) -> Keys:
    """The keys of the request's query; `known` beside `lang` and `release`.

    Raises:
        Refused: a key is unknown or given twice, or a value of the common ones does not exist.
    """
    single: dict[str, str] = {}
    held: dict[str, dict[str, str]] = {"valuecodes": {}, "codelist": {}}
    names = (*known, *_USUAL)
    faults: list[Fault] = []
    for key, value in request.args.items(multi=True):
        of = _OF_VARIABLE.fullmatch(key)
        into, name = (held[of[1].lower()], of[2]) if of and of[1].lower() in of_variables else (
            single, key.lower())  # fmt: skip
        if into is single and name not in [one.lower() for one in names]:
            faults.append(unknown_key(key, (*names, *(f"{one}[…]" for one in of_variables))))
        elif name in into:
            faults.append(Fault("query", key[:60], _TWICE.format(key[:60]), _COMMAS))
        elif len(value) > _MOST_CHARACTERS:
            faults.append(Fault("query", key[:60], _KIND.format(key[:60]), _SHORTEN))
        else:
            into[name] = value
    faults += _common(single, dataset)
    if faults:
        raise refused(*faults)
    return Keys(single, held["valuecodes"], held["codelist"])


def _common(single: Mapping[str, str], dataset: Dataset) -> Iterator[Fault]:
    lang = single.get("lang", "sv")
    if lang and lang.lower() not in LANGS:
        yield Fault("query", "lang", _LANG.format(lang[:20]), _LANG_CAN.format(", ".join(LANGS)))
    release = single.get("release", "")
    if release and not is_of(release, dataset):
        yield Fault("query", "release", _RELEASE.format(release[:40]), _RELEASES)
    for name in ("includediscontinued", "defaultselection"):
        value = single.get(name, "false")
        if value.lower() not in ("true", "false", ""):
            yield Fault("query", name, _BOOLEAN.format(name, value[:20]), _TRUE)


def _list(words: str) -> list[str]:
    """The parts of a list; a part may stand in square brackets, with commas of its own."""
    parts = [one.strip() for one in _PARTS.split(words)] if words.strip() else []
    return [one[1:-1] if one[:1] == "[" and one[-1:] == "]" else one for one in parts]
