"""A late rule leads to and writes the same addresses as one of Werkzeug."""

import pytest
from werkzeug.routing import Map, Rule

from dashboard.web.late_rule import LateRule

_RULES = (("/", {}), ("/a/<name>", {}), ("/b/<int:place>", {"place": 1}), ("/c/<path:rest>", {}))
_WRITTEN = (
    ("/", {}),
    ("/", {"q": "å b"}),
    ("/a/<name>", {"name": "x y", "q": [1, 2]}),
    ("/b/<int:place>", {"place": 1}),
    ("/c/<path:rest>", {"rest": "d/e"}),
)


def _of(kind: type[Rule]) -> Map:
    return Map([kind(rule, endpoint=rule, defaults=dict(usual)) for rule, usual in _RULES])


@pytest.mark.parametrize(("rule", "values"), _WRITTEN)
def test_it_writes_and_leads_to_the_same(rule: str, values: dict[str, object]) -> None:
    late, usual = (_of(kind).bind("localhost") for kind in (LateRule, Rule))
    address = late.build(rule, values)
    assert address == usual.build(rule, values)
    path = address.partition("?")[0]
    assert late.match(path) == usual.match(path)


def test_nothing_is_made_before_an_address_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[bool]()
    compiled = Rule._compile_builder

    def counted(rule: Rule, append_unknown: bool = True) -> object:
        made.append(append_unknown)
        return compiled(rule, append_unknown)

    monkeypatch.setattr(Rule, "_compile_builder", counted)
    addresses = _of(LateRule).bind("localhost")
    assert addresses.match("/a/x") == ("/a/<name>", {"name": "x"})
    assert made == []
    assert [addresses.build("/a/<name>", {"name": name}) for name in "xy"] == ["/a/x", "/a/y"]
    assert made == [True]
