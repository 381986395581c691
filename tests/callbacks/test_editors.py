"""An editor says its fields; the server writes the control, and the address that opens the same."""

import pytest
from dash import Dash

from tests.callbacks.reader import Reader

EDITS = [
    ("/jamfor", "?region=14", "cmp-peers", {"count": "6", "beds": "2"}, "similar:k=6,beds=2"),
    ("/jamfor", "?region=14&peers=01,03", "cmp-peers", {"regions": ""}, "similar"),
    ("/en/effects", "?region=14", "eff-rule", {"threshold": "2", "top": "3"}, "threshold=2,top=3"),
    ("/malnivaer", "?region=14", "tgt-assumptions", {"size": "30"}, "size=30"),
    ("/malnivaer", "?assumptions=size=30,risk=3", "tgt-assumptions", {"size": "24"}, "risk=3"),
    (
        "/scenario",
        "?region=14",
        "scn-scenario",
        {"beds": "20", "stay": "0.2~0.1~0.3"},
        "model=1,beds=20,stay=0.2~0.1~0.3",
    ),
    ("/scenario", "?scenario=beds=20", "scn-scenario", {"beds": ""}, "now"),
]


@pytest.mark.parametrize(("path", "query", "control", "fields", "written"), EDITS, ids=str)
def test_the_answer_to_an_editor_is_the_page_of_the_words_it_stands_for(
    app: Dash, path: str, query: str, control: str, fields: dict[str, str], written: str
) -> None:
    editing, choosing = Reader(app, path, query), Reader(app, path, query)
    name = control.removeprefix(editing.prefix)
    sent, same = editing.touch(fields={name: fields}), choosing.touch(**{control: written})
    assert editing.values[name] == written
    assert sent.pop(control)["value"] == written
    # One who chose it already shows it, and needs the choices alone.
    same.pop(control, None)
    assert sent == same
    assert editing.state == choosing.state


@pytest.mark.parametrize(
    "fields",
    [{"region": {"code": "01"}}, {"rule": {"top": "3"}}, {"peers": {"count": "0"}},
     {"peers": {"count": "x" * 300}}, {"peers": {"regions": "99"}}, {"peers": 4}],
    ids=str,
)  # fmt: skip
def test_fields_of_no_editor_of_the_page_are_400(
    app: Dash, fields: dict[str, dict[str, str]]
) -> None:
    reader = Reader(app, "/jamfor", "?region=14")
    assert reader.touching(fields=fields).status_code == 400
