"""Finds tests that would pass where there is nothing to check, by how they are written."""

import ast
from collections.abc import Iterator

# What has as many things as what it is given.
_AS_MANY = {"enumerate", "list", "map", "product", "reversed", "set", "sorted", "tuple", "zip"}
_CHECKS = ("assert", "check", "expect", "raises", "fail")


def vacuous(tree: ast.Module) -> Iterator[str]:
    """The tests of a module whose every check stands in a loop that may have no turn."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            held = list(_checks(node.body, sure=True))
            if held and not any(held):
                yield node.name


def _checks(body: list[ast.stmt], *, sure: bool) -> Iterator[bool]:
    """For each check whether it is made for sure."""
    for node in body:
        if isinstance(node, ast.Assert):
            yield sure and not _asks_all_of_nothing(node.test)
        elif isinstance(node, ast.For):
            yield from _checks(node.body, sure=sure and not _may_be_empty(node.iter))
        elif isinstance(node, ast.Expr) and _is_a_check(node.value):
            yield sure
        elif isinstance(node, ast.With):
            yield from (sure for item in node.items if _is_a_check(item.context_expr))
            yield from _checks(node.body, sure=sure)
        elif isinstance(node, ast.If):
            yield from _checks([*node.body, *node.orelse], sure=sure)
        elif isinstance(node, ast.Try):
            yield from _checks([*node.body, *node.finalbody], sure=sure)


def _is_a_check(node: ast.expr) -> bool:
    while isinstance(node, ast.Call | ast.Attribute):
        name = node.attr if isinstance(node, ast.Attribute) else ""
        if any(word in name for word in _CHECKS):
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name) and any(word in node.id for word in _CHECKS)


def _asks_all_of_nothing(test: ast.expr) -> bool:
    match test:
        case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as of_each]):
            return any(_may_be_empty(one.iter) or one.ifs for one in of_each.generators)
    return False


def _may_be_empty(node: ast.expr) -> bool:
    """Whether it is neither written out, nor a constant, nor made of such."""
    match node:
        case ast.List() | ast.Tuple() | ast.Set():
            return not node.elts
        case ast.Dict():
            return not node.keys
        case ast.Constant(value=str() as text):
            return not text
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return not name.strip("_").isupper()
        case ast.BinOp():
            return _may_be_empty(node.left) and _may_be_empty(node.right)
        case ast.Call(func=ast.Name(id="range"), args=args):
            return not all(isinstance(one, ast.Constant) or _is_negative(one) for one in args)
        case ast.Call(func=ast.Name(id="each")):
            return False
        case ast.Call(func=ast.Name(id=name), args=args) if name in _AS_MANY:
            rest = args[1:] if name == "map" else args
            return any(_may_be_empty(one) for one in rest)
        case ast.Subscript(value=of, slice=ast.Slice()):
            return _may_be_empty(of)
        case ast.Call(func=ast.Attribute(value=of, attr="items" | "values" | "keys")):
            return _may_be_empty(of)
    return True


def _is_negative(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
