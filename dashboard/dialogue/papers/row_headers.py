"""The first cell of each row of a tagged PDF made the header of its row, for who cannot see it."""

import io
from collections.abc import Iterator
from typing import Any


def with_row_headers(content: bytes) -> bytes:
    """The same PDF where each data cell names, beside its column's header, that of its row.

    The header gets an id of its own, which stands in the tree of ids, as PDF/UA-1 asks for.
    """
    # Only whoever makes a PDF waits for it.
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as document:
        root: Any = document.Root.StructTreeRoot
        made: dict[bytes, Any] = {}
        for place, row in enumerate(_rows(root)):
            _mark(document, row, f"row-{place:05d}".encode(), made)
        if made:
            _add_ids(document, root, made)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, linearize=False)
    return out.getvalue()


def _rows(element: Any) -> Iterator[Any]:
    """The rows of the bodies of all tables below an element, in order."""
    for kid in _kids(element):
        if kid.get("/S") == "/TBody":
            yield from (row for row in _kids(kid) if row.get("/S") == "/TR")
        else:
            yield from _rows(kid)


def _kids(element: Any) -> list[Any]:
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _mark(document: Any, row: Any, name: bytes, made: dict[bytes, Any]) -> None:
    import pikepdf

    first, *rest = _kids(row)
    attributes = _table_attributes(document, first)
    attributes.Scope = pikepdf.Name("/Row")
    first.S = pikepdf.Name("/TH")
    first.ID = pikepdf.String(name)
    made[name] = first
    for cell in rest:
        own = _table_attributes(document, cell)
        own.Headers = pikepdf.Array([*own.get("/Headers", []), pikepdf.String(name)])


def _table_attributes(document: Any, cell: Any) -> Any:
    """The attributes of a cell that are about tables, made where it has none."""
    import pikepdf

    given = cell.get("/A")
    each = list(given) if isinstance(given, pikepdf.Array) else [given] if given else []
    for one in each:
        if isinstance(one, pikepdf.Dictionary) and one.get("/O") == "/Table":
            return one
    made = pikepdf.Dictionary(O=pikepdf.Name("/Table"))
    cell.A = pikepdf.Array([*each, made]) if each else made
    return cell.A[-1] if each else cell.A


def _add_ids(document: Any, root: Any, made: dict[bytes, Any]) -> None:
    """The names put into the tree of ids, whose leaf is sorted."""
    import pikepdf

    known = dict(_named(root.get("/IDTree")))
    every = sorted({**known, **made}.items())
    names = [part for name, one in every for part in (pikepdf.String(name), one)]
    limits = [pikepdf.String(every[0][0]), pikepdf.String(every[-1][0])]
    leaf = pikepdf.Dictionary(Names=pikepdf.Array(names), Limits=pikepdf.Array(limits))
    root.IDTree = document.make_indirect(
        pikepdf.Dictionary(Kids=pikepdf.Array([document.make_indirect(leaf)]))
    )


def _named(node: Any) -> Iterator[tuple[bytes, Any]]:
    if node is None:
        return
    names = list(node.get("/Names", []))
    for name, one in zip(names[::2], names[1::2], strict=True):
        yield bytes(name), one
    for kid in node.get("/Kids", []):
        yield from _named(kid)
