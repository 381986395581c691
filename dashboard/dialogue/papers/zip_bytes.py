"""Office files as the same bytes each time: no moment of their making is in them."""

import io
import re
import zipfile

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FIRST = (1980, 1, 1, 0, 0, 0)


def steady(content: bytes, moment: str) -> bytes:
    """The same parts in the same order with no dates of their own, workbooks inside alike.

    `moment`, in ISO 8601 with a Z, stands as when the file was made.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            part = given.read(name)
            if name.endswith(".xlsx"):
                part = steady(part, moment)
            elif name == "docProps/core.xml":
                part = _MOMENT.sub(rb"\g<1>" + moment.encode() + rb"\g<2>", part)
            about = zipfile.ZipInfo(name, _FIRST)
            about.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(about, part)
    return out.getvalue()
