"""The scripts hang together; what each computes is tested in `tests/assets/`."""

import re

from dashboard.web.asset_bundling import SCRIPTS

SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js"))}


def test_each_script_is_reached_from_the_first_one() -> None:
    reached, waiting = set(), ["main.js"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        imported = re.findall(r'^import (?:[^;]*? from )?"\./([\w.]+)";', SOURCES[name], re.M)
        waiting += [one for one in imported if one not in reached]
    assert reached == set(SOURCES)


def test_scripts_tell_each_other_by_an_event_and_watch_no_document() -> None:
    assert [name for name, code in SOURCES.items() if "MutationObserver" in code] == []
    assert [name for name, code in SOURCES.items() if re.search(r"window\.page\b", code)] == []


def test_scripts_name_no_address_of_a_page() -> None:
    addresses = r"/(?:min-region|en/|jamfor|effekter|malnivaer)"
    assert [name for name, code in SOURCES.items() if re.search(addresses, code)] == []
