"""A document as blocks, from which every kind of file is made: md, docx, xlsx."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

PaperCell = str | int | float | date | None
"""The value of a table's cell; strings are text of people or of the playbook, never formulas or markup."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title."""

    text: str


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, an item a line."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperLink:
    """Material: its title, where it is (https), and what it is good for."""

    title: str
    url: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links."""

    items: tuple[PaperLink, ...]


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows under named columns, each as long as `columns`. In a workbook it is a sheet of its own, whose
    name is `title` (at most 31 characters)."""

    title: str
    columns: tuple[str, ...]
    rows: Collection[tuple[PaperCell, ...]]


Block = Heading | PaperText | Bullets | Links | PaperTable


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document in one language."""

    title: str
    language: str
    blocks: tuple[Block, ...]
