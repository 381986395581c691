"""Which styles of a workbook say something of their cells; loaded by `workbook_reader` alone."""

import re
import zipfile
from xml.parsers import expat

PERCENT, STRUCK, UNSEEN = "percent", "struck", "unseen"


def styles_in(archive: zipfile.ZipFile) -> dict[str, str]:
    """The styles of cells by their number that are per cent, struck through, or not to be seen.

    White letters on no fill cannot be seen, nor what a format of `;;;` hides.
    """
    if "xl/styles.xml" not in archive.namelist():
        return {}
    styles = _Styles()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = styles.start, styles.end
    parser.Parse(archive.read("xl/styles.xml"), True)
    return styles.found


class _Styles:
    """Formats, fonts and fills as they come, then the styles of cells made of them."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._percent, self._hidden = {"9", "10"}, set[str]()
        self._struck, self._white, self._filled = set[str](), set[str](), set[str]()
        self._counts = {"font": 0, "fill": 0, "xf": 0}
        self._within = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind in ("fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = kind
        elif kind == "numFmt":
            self._format(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif self._within == "fonts":
            font = str(self._counts["font"])
            if kind == "strike" and attributes.get("val", "1") not in ("0", "false"):
                self._struck.add(font)
            white = attributes.get("rgb", "").upper().endswith("FFFFFF")
            if kind == "color" and (white or attributes.get("theme") == "0"):
                self._white.add(font)
        elif self._within == "fills" and kind == "patternFill":
            if attributes.get("patternType", "none") != "none":
                self._filled.add(str(self._counts["fill"]))
        elif self._within == "cellXfs" and kind == "xf":
            self._style(attributes)

    def end(self, tag: str) -> None:
        kind = tag.rpartition(":")[2]
        if kind == self._within:
            self._within = ""
        elif (self._within, kind) in (("fonts", "font"), ("fills", "fill")):
            self._counts[kind] += 1

    def _format(self, number: str, code: str) -> None:
        if "%" in re.sub(r'"[^"]*"', "", code):
            self._percent.add(number)
        if code.strip() == ";;;":
            self._hidden.add(number)

    def _style(self, attributes: dict[str, str]) -> None:
        number, font = attributes.get("numFmtId", ""), attributes.get("fontId", "")
        unseen = font in self._white and attributes.get("fillId", "") not in self._filled
        kind = (
            STRUCK if font in self._struck
            else UNSEEN if unseen or number in self._hidden
            else PERCENT if number in self._percent
            else ""
        )  # fmt: skip
        if kind:
            self.found[str(self._counts["xf"])] = kind
        self._counts["xf"] += 1
