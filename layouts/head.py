"""What a document refers to: its icon, style and scripts, each under its lasting address."""

from collections.abc import Iterable

from dashboard.web.joined import Statics


def head(statics: Statics, needed: Iterable[str] = ()) -> str:
    """Icon and style; the scripts, and the data at the addresses `needed`, are fetched at once.

    Scripts stand at the end of the document, behind the page itself.
    """
    return "\n".join(
        [
            plain_head(statics),
            *(f'<link rel="preload" as="script" href="{one.address}">' for one in statics.scripts),
            *(f'<link rel="preload" as="fetch" crossorigin href="{one}">' for one in needed),
        ]
    )


def plain_head(statics: Statics) -> str:
    """Icon and style, for a page without scripts."""
    return (
        f'<link rel="icon" href="{statics.icon.address}" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{statics.style.address}">'
    )


def scripts(statics: Statics) -> str:
    """The scripts in their order."""
    return "\n".join(f'<script src="{one.address}"></script>' for one in statics.scripts)
