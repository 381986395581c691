"""The feed holds every change once, under an id that stays."""

from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

import pytest

from dashboard.language.text import LANGS, Lang, Text
from dashboard.open_data.feed import feed
from dashboard.open_data.sitemap import robots, site_map
from dashboard.reference.changelog import CHANGES

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def ids(site: str, lang: Lang) -> list[str | None]:
    return [one.text for one in Xml.fromstring(feed(site, lang)).findall("a:entry/a:id", ATOM)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_change_is_an_entry_in_its_language(lang: Lang) -> None:
    root = Xml.fromstring(feed("https://x.se", lang))
    contents = [one.text for one in root.findall("a:entry/a:content", ATOM)]
    assert contents == [one.text.in_(lang) for one in CHANGES]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    for name in ("a:id", "a:title", "a:updated", "a:link", "a:author/a:name"):
        assert root.find(name, ATOM) is not None, name


def test_the_ids_are_each_others_own_and_the_same_wherever_the_site_stands() -> None:
    both = ids("https://x.se", "sv") + ids("https://x.se", "en")
    assert len(set(both)) == 2 * len(CHANGES)
    assert ids("https://y.se", "sv") == ids("https://x.se", "sv")


def test_a_release_is_an_entry_of_its_own_before_the_changes() -> None:
    made = datetime(2027, 1, 2, 3, tzinfo=UTC)
    root = Xml.fromstring(feed("https://x.se", "en", (("0123456789abcdef", made),)))
    titles = [one.text for one in root.findall("a:entry/a:title", ATOM)]
    assert titles[0] == "New release of data: 012345"
    assert len(titles) == 1 + len(CHANGES)
    assert root.findtext("a:updated", "", ATOM).startswith("2027-01-02T03")


def test_the_map_names_each_page_in_both_languages() -> None:
    root = Xml.fromstring(site_map("https://x.se", [Text("/om", "/en/about")]))
    places = [one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert places[:2] == ["https://x.se/om", "https://x.se/en/about"]
    assert "https://x.se/opendata/datapackage.json" in places
    assert b"Sitemap: https://x.se/sitemap.xml" in robots("https://x.se")
