"""What a document refers to: its icon, style and scripts, each under its lasting address."""

from collections.abc import Iterable

from dashboard.figures.theme import PHONE
from dashboard.web.asset_bundling import Statics

_LATER = f'fetchpriority="low" media="(min-width: {PHONE + 1}px)"'


def head(statics: Statics, needed: Iterable[str] = (), first: str = "", awaited: str = "") -> str:
    """Icon and style of a page with pictures, and its script, which draws them.

    With `first`, the style of what is seen first, the whole stands further down in the document,
    behind what is read while it comes. Browsers that can paint that at once, as soon as the
    element with the id `awaited` has come, which is the last of it.

    What draws them, and the data at the addresses `needed`, comes after all that is read; a phone
    fetches both when a chart comes near. The script stands at the end of the document, behind
    the page itself.
    """
    scripts = [] if statics.modules else [statics.site]
    return "\n".join(
        [
            f"{_icon(statics)}\n{_at_once(awaited)}<style>{first}</style>"
            if first
            else plain_head(statics),
            *(f'<link rel="preload" as="script" href="{one.address}">' for one in scripts),
            *(f'<link rel="modulepreload" href="{one.address}">' for one in statics.modules),
            f'<link rel="preload" as="script" {_LATER} href="{statics.drawing.address}">',
            *(f'<link rel="preload" as="fetch" crossorigin {_LATER} href="{o}">' for o in needed),
        ]
    )


def _at_once(awaited: str) -> str:
    return f'<link rel="expect" href="#{awaited}" blocking="render">\n' if awaited else ""


def plain_head(statics: Statics) -> str:
    """Icon and style, for a page without pictures."""
    return f"{_icon(statics)}\n{style(statics)}"


def style(statics: Statics) -> str:
    """The whole style. What stands behind it is not shown before it has come."""
    return f'<link rel="stylesheet" href="{statics.style.address}">'


def _icon(statics: Statics) -> str:
    return f'<link rel="icon" href="{statics.icon.address}" type="image/svg+xml">'


def scripts(statics: Statics) -> str:
    """The script of a page; one with pictures is brought what draws them by it."""
    kind = ' type="module"' if statics.modules else ""
    return f'<script{kind} src="{statics.site.address}"></script>'
