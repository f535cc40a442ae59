"""README's first hour in a real tenant: ten things to try, and log lines that the program does write."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
_QUOTED = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    """The cells of each row: number, try, see, line of the log, meaning."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    page = readme.partition("\n## The first hour in a real tenant\n")[2].partition("\n## ")[0]
    lines = [line for line in page.splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_there_are_ten_things_to_try_each_with_what_to_see_and_what_may_be_wrong() -> None:
    found = rows()
    assert list(dict.fromkeys(row[0] for row in found)) == [str(number) for number in range(1, 11)]
    assert [row for row in found if len(row) != 5 or not row[3] or not row[4]] == []


def test_every_line_that_it_names_is_one_of_the_program() -> None:
    source = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "bot").rglob("*.py")))
    plain = re.sub(r'"\s*f?"', "", source)
    named = [text for row in rows() for text in _QUOTED.findall(row[3])]
    assert len(named) >= 12
    assert [text for text in named if text not in plain] == []
