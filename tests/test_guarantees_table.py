"""The README's table of guarantees names tests that exist, one row a guarantee."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$")
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
GUARANTEES = 25


def _rows() -> dict[int, list[tuple[str, str]]]:
    """Number of a guarantee -> (path, test) of each test that its row names."""
    readme = (TESTS.parent / "README.md").read_text(encoding="utf-8")
    table = readme.partition("\n## What it guarantees\n")[2].partition("\n## ")[0]
    found = [row for line in table.splitlines() if (row := ROW.match(line))]
    return {int(row[1]): NAMED.findall(row[3]) for row in found}


def _functions(path: str) -> set[str]:
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return {one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_guarantee_has_a_row_that_names_a_test() -> None:
    rows = _rows()
    assert sorted(rows) == list(range(1, GUARANTEES + 1))
    assert [number for number, named in rows.items() if not named] == []


def test_every_test_that_the_table_names_exists() -> None:
    missing = [
        f"{path}::{name}"
        for named in _rows().values()
        for path, name in named
        if not (TESTS / path).is_file() or name not in _functions(path)
    ]
    assert missing == []


def test_every_guarantee_has_a_test_of_its_number() -> None:
    numbers = {
        int(found[1])
        for path in (TESTS / "guarantees").glob("test_*.py")
        for name in _functions(f"guarantees/{path.name}")
        if (found := re.match(r"test_(\d\d)_", name))
    }
    assert numbers == set(range(1, GUARANTEES + 1))
