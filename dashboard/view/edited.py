"""What the fields of an editor say, written as the words of the address."""

from collections.abc import Callable, Mapping

from dashboard.view.assumptions import assumptions_edited
from dashboard.view.payment_rule import rule_edited
from dashboard.view.peer_choice import peers_edited
from dashboard.view.scenario_choice import scenario_edited

Fields = Mapping[str, str]
# A key that has an editor, with what writes it: from the words before, and the fields by name.
_WRITERS: Mapping[str, Callable[[str, Fields], str]] = {
    "peers": lambda words, fields: peers_edited(fields),
    "rule": lambda words, fields: rule_edited(fields),
    "assumptions": assumptions_edited,
    "scenario": scenario_edited,
}


def edited(key: str, words: str, fields: Fields) -> str:
    """The words of `key` after its editor says `fields`; `words` are those before.

    Raises:
        ValueError: the key has no editor, or a field is none of it or cannot say that.
    """
    if key not in _WRITERS:
        raise ValueError(f"no editor of {key[:40]!r}; there is {', '.join(_WRITERS)}")
    return _WRITERS[key](words, fields)
