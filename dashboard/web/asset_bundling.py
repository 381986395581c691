"""Scripts and styles in few files, each with an address that names its content."""

import json
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from dashboard.frozen import frozen
from dashboard.paths import ASSETS, LAYOUTS, ROOT
from dashboard.web.cache.http_caching import tag_of

# `make setup` builds plotly.js with only what is drawn, our modules as one script, Bootstrap's
# style of only what is laid out, and the style of what is seen first, into this folder when it has
# node.
BUNDLES = ROOT / "var" / "bundle"

_BOOTSTRAP = ("flask_bootstrap", "static/bootstrap5/css/bootstrap.min.css")
_PLOTLY = ("plotly", "package_data/plotly.min.js")
# It must have run before plotly.js does.
_BEFORE_PLOTLY = ASSETS / "00_geo.js"
SCRIPTS = ASSETS / "scripts"
_ENTRY = "main.js"

# The elements, classes, ids and attributes of the top of a page, down to its lead.
_TOP = ROOT / "bundle" / "top.json"

_MAP = re.compile(rb"^(//|/\*)# sourceMappingURL=\S+( \*/)?\s*$", re.MULTILINE)
_NAMED = b"sourceMappingURL"
_VERSION = re.compile(rb"plotly\.js v(\S+)")


@frozen
class Static:
    """A file for browsers under an address that names its content."""

    address: str
    mimetype: str
    content: bytes


@frozen
class Statics:
    """All that a page loads beside its data.

    `drawing` is plotly.js, `site` our own scripts; they run in this order. `site` is one script, or
    a module that imports those of `modules`. `first` is what of the style a page has in itself, so
    that its lead is read before the style has come; empty where it was not built.
    """

    icon: Static
    style: Static
    drawing: Static
    site: Static
    modules: tuple[Static, ...] = ()
    first: str = ""

    @property
    def all(self) -> tuple[Static, ...]:
        main = (self.icon, self.style, self.drawing, self.site)
        return (*main, *self.modules)

    @property
    def version(self) -> str:
        """A name for all of them together, 16 hex digits."""
        return tag_of("".join((self.first, *(one.address for one in self.all))).encode())


def gathered() -> Statics:
    """The files as they are installed now.

    Raises:
        RuntimeError: a package, or a file of one, is not there.
    """
    site, *modules = _site()
    found = styled()
    first = Path(found.first)
    return Statics(
        _joined("icon.svg", "image/svg+xml", [ASSETS / "icon.svg"]),
        _joined("site.css", "text/css", [_bootstrap(found), *_own(found)]),
        _script("plotly.js", [_BEFORE_PLOTLY, plotly()]),
        site,
        tuple(modules),
        first.read_text("utf-8") if first.exists() else "",
    )


def _site() -> list[Static]:
    """Our bundle of the modules as they are now, or without one the modules, the entry first."""
    paths = {path.name: path for path in sorted(SCRIPTS.glob("*.js"))}
    tag = tag_of(b"".join(path.read_bytes() for path in paths.values()))
    bundle = BUNDLES / f"site-{tag}.js"
    if bundle.exists():
        return [_script("site.js", [bundle])]
    # They find each other by name, so they share a folder.
    return [
        Static(f"/static/{tag}/{name}", "text/javascript", paths[name].read_bytes())
        for name in (_ENTRY, *(name for name in paths if name != _ENTRY))
    ]


def bootstrap() -> Path:
    """Our bundle of what the pages as they are now use of Bootstrap's style, or all of it."""
    return _bootstrap(styled())


def _bootstrap(found: "Styled") -> Path:
    return Path(found.part if Path(found.part).exists() else found.whole)


def _own(found: "Styled") -> list[Path]:
    """Our style as it is now in one short file, or without one each of its files."""
    return [Path(found.ours)] if Path(found.ours).exists() else [*map(Path, found.own)]


class Styled(NamedTuple):
    """Paths of the style that is built: of what, by whose words, and what it is called now."""

    whole: str
    users: list[str]
    part: str
    own: list[str]
    ours: str
    top: str
    first: str

    def as_json(self) -> str:
        """For the script that builds it."""
        return json.dumps(self._asdict())


def styled() -> Styled:
    """Bootstrap's packaged style with the bundle of what is used of it, and that of the top."""
    whole, own = _file(*_BOOTSTRAP), sorted(ASSETS.glob("*.css"))
    users = [*sorted(LAYOUTS.rglob("*.py")), *sorted(SCRIPTS.glob("*.js"))]
    used, ours = _read(whole, *users), _read(*own)
    part = f"bootstrap-{tag_of(used)}.css"
    first = f"first-{tag_of(used + ours + _read(_TOP))}.css"
    return Styled(
        str(whole), [*map(str, users)], str(BUNDLES / part),
        [*map(str, own)], str(BUNDLES / f"own-{tag_of(ours)}.css"), str(_TOP), str(BUNDLES / first),
    )  # fmt: skip


def _read(*paths: Path) -> bytes:
    return b"".join(path.read_bytes() for path in paths)


def plotly() -> Path:
    """Our bundle of the packaged version of plotly.js, or the packaged one when there is none."""
    whole = _file(*_PLOTLY)
    bundle = BUNDLES / f"plotly-{plotly_version(whole)}.js"
    return bundle if bundle.exists() else whole


def plotly_version(script: Path) -> str:
    """The version that plotly.js states in its first lines; empty when it states none."""
    with script.open("rb") as lines:
        found = _VERSION.search(lines.read(200))
    return found.group(1).decode() if found else ""


def _file(package: str, name: str) -> Path:
    spec = find_spec(package)
    path = Path(spec.origin).parent / name if spec and spec.origin else Path(name)
    if not path.is_file():
        raise RuntimeError(f"The package {package} with {name} is not installed. Run: make setup")
    return path


def _script(name: str, paths: Iterable[Path]) -> Static:
    return _joined(name, "text/javascript", paths)


def _joined(name: str, mimetype: str, paths: Iterable[Path]) -> Static:
    return _together(name, mimetype, (path.read_bytes() for path in paths))


def _together(name: str, mimetype: str, parts: Iterable[bytes]) -> Static:
    # A script may end without a semicolon; the maps of the parts are not those of the whole.
    seam = b"\n;\n" if name.endswith(".js") else b"\n"
    content = seam.join(_MAP.sub(b"", part) if _NAMED in part else part for part in parts)
    return Static(f"/static/{tag_of(content)}/{name}", mimetype, content)
