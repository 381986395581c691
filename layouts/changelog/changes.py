"""Changes to the site, version by version, the newest first."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.changelog import Change
from layouts import html
from layouts.html import Html
from layouts.parts import prose

# Those on the page of changes; the others have a page of their own.
NEWEST: Final = 4
_VERSION = Text("Version {}, {}", "Version {}, {}")


def versions(
    changes: Iterable[Change], lang: Lang, heading: Callable[[str], Html] = html.H3
) -> list[Html]:
    """The changes under the version and day that each came with."""
    found: list[Html] = []
    for (version, date), told in groupby(changes, lambda one: (one.version, one.date)):
        found += [
            heading(_VERSION.in_(lang).format(version, formatting.date(date, lang))),
            prose.bullets([one.text for one in told], lang),
        ]
    return found
