"""What a document refers to: its icon, style and scripts, each under its lasting address."""

from collections.abc import Iterable

from dashboard.web.asset_bundling import Statics


def head(statics: Statics, needed: Iterable[str] = ()) -> str:
    """Icon and style of a page with pictures; what draws them, and the data at the addresses
    `needed`, is fetched at once.

    Scripts stand at the end of the document, behind the page itself.
    """
    scripts = [statics.drawing, *([] if statics.modules else [statics.site])]
    return "\n".join(
        [
            plain_head(statics),
            *(f'<link rel="preload" as="script" href="{one.address}">' for one in scripts),
            *(f'<link rel="modulepreload" href="{one.address}">' for one in statics.modules),
            *(f'<link rel="preload" as="fetch" crossorigin href="{one}">' for one in needed),
        ]
    )


def plain_head(statics: Statics) -> str:
    """Icon and style, for a page without pictures."""
    return (
        f'<link rel="icon" href="{statics.icon.address}" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{statics.style.address}">'
    )


def scripts(statics: Statics) -> str:
    """The scripts of a page with pictures; what draws before what asks for it."""
    return f"{_script(statics.drawing.address)}\n{plain_scripts(statics)}"


def plain_scripts(statics: Statics) -> str:
    """The scripts of a page without pictures."""
    kind = ' type="module"' if statics.modules else ""
    return f'<script{kind} src="{statics.site.address}"></script>'


def _script(address: str) -> str:
    return f'<script src="{address}"></script>'
