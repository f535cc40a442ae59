"""The program's source, parsed: its files, its calls, its strings."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = ("bot", "cards", "dialogs")
"""The rooms of the program."""


@cache
def sources(*rooms: str) -> tuple[tuple[str, ast.Module], ...]:
    """Every Python file of these folders, parsed: (its path from the root, the tree)."""
    files = sorted(file for room in rooms for file in (ROOT / room).rglob("*.py"))
    return tuple((file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files)


def calls(name: str, *rooms: str) -> Sequence[ast.Call]:
    """The calls of something of this name, plain or as an attribute."""
    return _calls(*rooms).get(name, [])


@cache
def _calls(*rooms: str) -> Mapping[str, Sequence[ast.Call]]:
    found = defaultdict[str, list[ast.Call]](list)
    for _, tree in sources(*rooms):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found[called(node)].append(node)
    return found


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


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
