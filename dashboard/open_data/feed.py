"""Release notes as a feed (Atom): each release of data and each change of the site."""

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from dashboard.language.text import Lang, Text
from dashboard.reference.changelog import CHANGES, Change
from dashboard.view.addresses import CHANGELOG

ADDRESS = Text("/andringslogg.atom", "/en/changelog.atom")
MIMETYPE = "application/atom+xml"
_TITLE = Text("Vårdplatsläget: ändringslogg", "Bed Capacity Sweden: change log")
_SUBTITLE = Text("Ändringar av siffror och sidor.", "Changes to figures and pages.")
_ENTRY = Text("Version {}: {}", "Version {}: {}")
_RELEASE = Text("Ny utgåva av data: {}", "New release of data: {}")
_RELEASED = Text(
    "Utgåvan {} visas på webbplatsen och ges av API:et.",
    "Release {} is shown on the site and given by the API.",
)
_AUTHOR = Text("Vårdplatsläget", "Bed Capacity Sweden")


# The name of a release and when it was made.
Released = tuple[str, datetime]


@lru_cache(maxsize=4)
def feed(site: str, lang: Lang, releases: tuple[Released, ...] = ()) -> bytes:
    """The feed: releases, then changes, each newest first as they are given.

    The ids of the entries stay the same wherever the site stands.
    """
    # feedgen brings an XML library with it, which only readers of the feed need.
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    address = f"{site}{ADDRESS.in_(lang)}"
    made.id(_id(f"changes:{lang}"))
    made.title(_TITLE.in_(lang))
    made.subtitle(_SUBTITLE.in_(lang))
    made.author({"name": _AUTHOR.in_(lang)})
    made.language(lang)
    made.link(href=address, rel="self")
    made.link(href=f"{site}{CHANGELOG.in_(lang)}", rel="alternate")
    made.updated(max([_moment(change) for change in CHANGES] + [when for _, when in releases]))
    for name, when in releases:
        entry = made.add_entry(order="append")
        entry.id(_id(f"release:{name}:{lang}"))
        entry.title(_RELEASE.in_(lang).format(name[:6]))
        entry.updated(when)
        entry.link(href=f"{site}{CHANGELOG.in_(lang)}#releases")
        entry.content(_RELEASED.in_(lang).format(name), type="text")
    for change in CHANGES:
        entry = made.add_entry(order="append")
        text = change.text.in_(lang)
        entry.id(_id(f"{_name(change)}:{lang}"))
        entry.title(_ENTRY.in_(lang).format(change.version, _first_sentence(text)))
        entry.updated(_moment(change))
        entry.link(href=f"{site}{CHANGELOG.in_(lang)}#changes")
        entry.content(text, type="text")
    written: bytes = made.atom_str(pretty=True)
    return written


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"vardplatslaget:{name}").urn


def _name(change: Change) -> str:
    return f"{change.date}-{sha256(change.text.sv.encode()).hexdigest()[:12]}"


def _moment(change: Change) -> datetime:
    return datetime.fromisoformat(change.date).replace(tzinfo=UTC)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")
