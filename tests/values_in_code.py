"""What an expression of the program's source can be, as far as its own constant strings say it."""

from __future__ import annotations

import ast
import dataclasses
import importlib
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import product
from typing import Any, get_args, get_type_hints

from tests.words_in_code import CODE, calls, sources

ANY = "*"
"""Stands for what only a run would tell."""
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Within = tuple[int, ...]
"""Where in an element something stands: in `for place, (key, value)` the value has (1, 1)."""


def can_be(node: ast.expr) -> set[str]:
    """Every string that an expression can be, with ANY in the place of what cannot be told."""
    if node in _asking:  # a function that calls itself says nothing new
        return set()
    _asking.append(node)
    try:
        return _can_be(node)
    finally:
        _asking.pop()


_asking: list[ast.expr] = []


def _can_be(node: ast.expr) -> set[str]:
    match node:
        case ast.Constant(value=value):
            return {value} if isinstance(value, str) else set()
        case ast.JoinedStr(values=parts):
            return {"".join(one) for one in product(*(sorted(can_be(part)) for part in parts))}
        case ast.FormattedValue(value=inner):
            return can_be(inner) - {""}
        case ast.NamedExpr(value=inner):
            return can_be(inner)
        case ast.IfExp(body=one, orelse=other):
            return can_be(one) | can_be(other)
        case ast.BoolOp(values=alternatives):
            return _any_of(alternatives)
        case ast.Call(func=ast.Attribute(value=looked_up, attr="get"), args=[_, default]):
            return _any_of([*_entries(looked_up), default])
        case ast.Call(func=ast.Name(id=name)):
            return _any_of(_returned(name, node))
        case ast.Name():
            return _named(node)
    return {ANY}


def given(made: type, field: str, *, besides: Iterable[str] = ()) -> set[str]:
    """Every string that a field of a dataclass can have: what its type allows, else what it is made with
    anywhere in the code. `besides` is what only a run would tell."""
    known = _allowed(get_type_hints(made)[field])
    if not known:
        place = [one.name for one in dataclasses.fields(made)].index(field)
        made_with = (
            can_be(one) for call in calls(made.__name__, *CODE) for one in argument(call, place, field)
        )
        known = set().union(*made_with) - {""}
    assert (ANY in known) == bool(besides), f"{made.__name__}.{field} is made with {sorted(known)}"
    return known - {ANY} | set(besides)


def argument(call: ast.Call, place: int, name: str) -> list[ast.expr]:
    """What a call passes at a place or by a name, if it does."""
    return [*call.args[place : place + 1], *(one.value for one in call.keywords if one.arg == name)]


def _any_of(nodes: Iterable[ast.expr]) -> set[str]:
    return {value for node in nodes for value in can_be(node)}


@cache
def _above() -> dict[ast.AST, tuple[str, ast.AST]]:
    """Of every node the file it is in, and the node around it."""
    return {
        inner: (path, outer)
        for path, tree in sources(*CODE)
        for outer in ast.walk(tree)
        for inner in ast.iter_child_nodes(outer)
    }


def around(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that a node stands in, the nearest first."""
    while node in _above():
        node = _above()[node][1]
        yield node


def function_of(node: ast.AST) -> ast.AST | None:
    """The function that a node stands in."""
    return next((outer for outer in around(node) if isinstance(outer, _Function)), None)


def _named(node: ast.Name) -> set[str]:
    """What a name can be: of a loop, an assignment, a parameter, or a constant of the module."""
    for outer in around(node):
        for loop in getattr(outer, "generators", [outer] if isinstance(outer, ast.For) else []):
            if (within := _place(loop.target, node.id)) is not None:
                return _elements(loop.iter, within)
        if isinstance(outer, _Function):
            if allowed := _allowed(_annotation(outer, node.id)):
                return allowed
            if origins := _origins(outer, node.id):
                return _any_of(origins)
    return _strings(_value(node))


def _place(target: ast.expr, name: str) -> _Within | None:
    match target:
        case ast.Name(id=found) if found == name:
            return ()
        case ast.Tuple(elts=parts):
            places = (_place(part, name) for part in parts)
            return next(((at, *inner) for at, inner in enumerate(places) if inner is not None), None)
    return None


def _elements(node: ast.expr, within: _Within) -> set[str]:
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return {value for part in parts for value in _part(part, within)}
        case ast.Call(func=ast.Name(id="enumerate"), args=[inner, *_]) if within[:1] == (1,):
            return _elements(inner, within[1:])
        case ast.Name(id=name):
            functions = [outer for outer in around(node) if isinstance(outer, _Function)]
            if origins := [one for function in functions for one in _origins(function, name)]:
                return {value for one in origins for value in _elements(one, within)}
            found = _value(node)
            if not within and isinstance(found, Collection) and not isinstance(found, str):
                return {value for one in found for value in _strings(one)}
    return {ANY}


def _part(node: ast.expr, within: _Within) -> set[str]:
    match node:
        case ast.Starred(value=inner):
            return _elements(inner, within)
        case ast.Tuple(elts=parts) if within:
            return _part(parts[within[0]], within[1:])
    return {ANY} if within else can_be(node)


def _origins(function: _Function, name: str) -> list[ast.expr]:
    """What a name in a function is assigned, and what it is called with where it is a parameter."""
    return [*_assigned(function, name), *_passed(function, name)]


def _assigned(function: _Function, name: str) -> list[ast.expr]:
    found = []
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=target)], value=value)
                | ast.NamedExpr(target=ast.Name(id=target), value=value)
                | ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value)
            ) if target == name:
                found.append(value)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                found += [v for t, v in zip(targets, values, strict=True) if _place(t, name) == ()]
    return found


def _passed(function: _Function, name: str) -> list[ast.expr]:
    names = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
    if name not in names:
        return []
    place = names.index(name) - (names[0] in ("self", "cls"))
    here = _above()[function][0]
    found = [
        one
        for call in calls(function.name, *CODE)
        if _above()[call][0] == here or not function.name.startswith("_")
        for one in argument(call, place, name)
    ]
    return found + [default for one, default in _defaults(function.args) if one.arg == name]


def _defaults(arguments: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr]]:
    optional = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    yield from zip(optional, arguments.defaults, strict=True)
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    yield from ((one, default) for one, default in named if default is not None)


def _annotation(function: _Function, name: str) -> Any:
    """What a parameter of a function is said to be, where a plain name says it."""
    said = [one.annotation for one in (*function.args.args, *function.args.kwonlyargs) if one.arg == name]
    return _value(said[0]) if said and isinstance(said[0], ast.Name) else None


def _returned(name: str, call: ast.Call) -> list[ast.expr]:
    """What a function of this file returns."""
    tree = dict(sources(*CODE))[_above()[call][0]]
    functions = [one for one in tree.body if isinstance(one, _Function) and one.name == name]
    returns = [node.value for one in functions for node in ast.walk(one) if isinstance(node, ast.Return)]
    return [one for one in returns if one is not None] or [ast.Constant(ANY)]


def _entries(node: ast.expr) -> list[ast.expr]:
    """The values of a dictionary that stands here or in this function."""
    if isinstance(node, ast.Dict):
        return node.values
    functions = [one for one in around(node) if isinstance(one, _Function)]
    if isinstance(node, ast.Name) and functions:
        dicts = [one for one in _assigned(functions[0], node.id) if isinstance(one, ast.Dict)]
        return [value for one in dicts for value in one.values] or [ast.Constant(ANY)]
    return [ast.Constant(ANY)]


def _value(node: ast.Name) -> Any:
    """What a name of a module is when it runs."""
    path = _above()[node][0].removesuffix(".py").removesuffix("/__init__")
    return getattr(importlib.import_module(path.replace("/", ".")), node.id, None)


def _strings(value: object) -> set[str]:
    return {str(value)} if isinstance(value, str) else {ANY}


def _allowed(value: Any) -> set[str]:
    if isinstance(value, type) and issubclass(value, Enum):
        return {str(one.value) for one in value}
    return {one for one in get_args(value) if isinstance(one, str)}
