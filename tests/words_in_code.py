"""What the program's source says: keys of sentences, first arguments of screens, strings for people."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ASKING = ("words", "has", "titles")


@cache
def sources(*rooms: str) -> tuple[tuple[str, ast.Module], ...]:
    """Every Python file of these folders, parsed: (its path from the root, the tree)."""
    files = sorted(file for room in rooms for file in (ROOT / room).rglob("*.py"))
    return tuple((file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files)


def calls(name: str, *rooms: str) -> Iterator[ast.Call]:
    """The calls of something of this name, plain or as an attribute."""
    for _, tree in sources(*rooms):
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == name)


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def first_words(name: str, *rooms: str) -> set[str]:
    """The first arguments of these calls, where they are plain strings."""
    return {
        call.args[0].value
        for call in calls(name, *rooms)
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def constants(expression: ast.expr) -> set[str]:
    """Every plain string in an expression."""
    found = (one.value for one in ast.walk(expression) if isinstance(one, ast.Constant))
    return {one for one in found if isinstance(one, str)}


def asked_sentences(*rooms: str) -> Iterator[tuple[str, ast.Call]]:
    """The keys that are asked for, with `*` for what is filled in, and each call."""
    for name in _ASKING:
        for call in calls(name, *rooms):
            for argument in call.args[:1]:
                yield from ((key, call) for key in _keys(argument))


def _keys(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)) if "." in key:
            yield key
        case ast.JoinedStr():
            yield pattern(argument)
        case ast.IfExp():
            yield from (*_keys(argument.body), *_keys(argument.orelse))


def pattern(joined: ast.JoinedStr) -> str:
    """An f-string with `*` for what is filled in."""
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "*" for one in joined.values)


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string with its line, but docstrings, what is logged, and what exceptions say."""
    yield from _strings(tree)


def _strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Raise() | ast.Expr(value=ast.Constant()):
                continue
            case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))):
                continue
            case ast.JoinedStr():
                yield child.lineno, pattern(child)
                for part in child.values:
                    if isinstance(part, ast.FormattedValue):
                        yield from _strings(part)
            case ast.Constant(value=str(text)):
                yield child.lineno, text
            case _:
                yield from _strings(child)
