"""What is wrong with a question: what, where, and what to do."""

from difflib import get_close_matches

from dashboard.frozen import frozen
from dashboard.language.text import Text


@frozen
class Fault:
    """One thing that cannot be used; `where` is `query` or `path`, `name` the key there."""

    where: str
    name: str
    what: Text
    todo: Text


class Refused(Exception):  # noqa: N818 - it is no error of ours but an answer.
    """A question that cannot be answered as it stands; `status` is that of HTTP."""

    def __init__(self, status: int, title: Text, faults: tuple[Fault, ...]) -> None:
        super().__init__(title.en)
        self.status, self.title, self.faults = status, title, faults


_BAD = Text("Adressen kan inte användas som den står", "The address cannot be used as it stands")
_NOTHING = Text("Det finns inget på den här adressen", "There is nothing at this address")
_UNKNOWN = Text("{} är okänt här.", "{} is unknown here.")
_MEANT = Text("Menades {}? Här finns {}.", "Was {} meant? There is {}.")
_THERE_IS = Text("Ta bort det; här finns {}.", "Leave it out; there is {}.")
_READ_ONLY = Text("API:et kan bara läsas", "The API can only be read")
_NOT_READ = Text("{} är ingen läsning.", "{} does not read.")
_READ = Text("Använd GET.", "Use GET.")
_ONLY = Text("Här finns {}.", "There is {}.")


def refused(*faults: Fault) -> Refused:
    """The refusal of a query, all its faults at once."""
    return Refused(400, _BAD, faults)


def nothing_here(name: str, known: tuple[str, ...]) -> Refused:
    """The refusal of an address without anything, with the addresses there are."""
    fault = Fault("path", name[:60], _UNKNOWN.format(name[:60]), _advice(name, known, _ONLY))
    return Refused(404, _NOTHING, (fault,))


def unknown_key(name: str, known: tuple[str, ...]) -> Fault:
    """A key of the query that the address does not understand."""
    return Fault("query", name[:60], _UNKNOWN.format(name[:60]), _advice(name, known, _THERE_IS))


def only_read(method: str) -> Refused:
    """The refusal of a method that would change something."""
    fault = Fault("path", method, _NOT_READ.format(method), _READ)
    return Refused(405, _READ_ONLY, (fault,))


def _advice(name: str, known: tuple[str, ...], otherwise: Text) -> Text:
    near, listed = get_close_matches(name[:60], known, n=1), ", ".join(known)
    return _MEANT.format(near[0], listed) if near else otherwise.format(listed)
