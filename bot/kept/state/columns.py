"""Cuts a JSON document into columns that a store takes, and joins them again."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.ports import Column

MAX_UNITS = 32_000
"""UTF-16 units a column; Azure Table storage takes 32,768 in a string."""

MAX_BYTES = 900 * 1024
"""Of a whole document at two bytes a UTF-16 unit; Azure Table storage takes a row of 1 MiB."""


class TooLong(ValueError):
    """The document has no place in a row."""


def to_columns(document: str, prefix: str = "doc", spare: int = 0) -> dict[str, str]:
    """The document in columns prefix0, prefix1, ...; at least one. `spare` bytes of the row are left free.

    TooLong where it does not fit; ValueError where it holds half of a surrogate pair.
    """
    try:
        size = 2 * len(document) if document.isascii() else len(document.encode("utf-16-le"))
    except UnicodeEncodeError:
        raise ValueError("the document holds half of a surrogate pair") from None
    if size > MAX_BYTES - spare:
        raise TooLong(f"the document has {size} bytes, more than {MAX_BYTES}")
    if size == 2 * len(document):
        # No character takes two units: it can be cut anywhere.
        places = range(0, max(len(document), 1), MAX_UNITS)
        return {f"{prefix}{number}": document[at : at + MAX_UNITS] for number, at in enumerate(places)}
    data, pieces = document.encode("utf-16-le"), list[str]()
    start = 0
    while start < len(data) or not pieces:
        end = start + 2 * MAX_UNITS
        if end < len(data) and 0xDC <= data[end + 1] <= 0xDF:
            # The cut would part a pair: the whole of it goes into the next column.
            end -= 2
        pieces.append(data[start:end].decode("utf-16-le"))
        start = end
    return {f"{prefix}{number}": piece for number, piece in enumerate(pieces)}


def from_columns(columns: Mapping[str, Column], prefix: str = "doc") -> str:
    """The document that `to_columns` made these columns of, among others; ValueError without it."""
    pieces: list[str] = []
    while isinstance(piece := columns.get(f"{prefix}{len(pieces)}"), str):
        pieces.append(piece)
    if not pieces:
        raise ValueError(f"there is no column {prefix}0")
    return "".join(pieces)
