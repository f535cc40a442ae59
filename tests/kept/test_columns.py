"""A document is cut into columns that a store takes, and comes back whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ports import Column
from bot.kept.state.columns import MAX_BYTES, MAX_UNITS, from_columns, to_columns

EMOJI = "\N{GRINNING FACE}"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(
    pieces=st.lists(st.sampled_from(["x", "ä", EMOJI, "\0", '"']), max_size=6),
    length=st.integers(0, 3 * MAX_UNITS),
)
def test_any_document_comes_back_and_each_column_fits(pieces: list[str], length: int) -> None:
    document = "".join(pieces) * (length // max(1, len(pieces)))
    columns = to_columns(document)
    assert from_columns(columns) == document
    assert list(columns) == [f"doc{number}" for number in range(len(columns))]
    assert all(units(column) <= MAX_UNITS for column in columns.values())


def test_a_pair_at_the_cut_goes_whole_into_the_next_column() -> None:
    columns = to_columns("x" * (MAX_UNITS - 1) + EMOJI + "y")
    assert columns == {"doc0": "x" * (MAX_UNITS - 1), "doc1": EMOJI + "y"}


def test_an_empty_document_has_one_column() -> None:
    assert to_columns("") == {"doc0": ""}
    assert from_columns({"doc0": ""}) == ""


def test_other_columns_do_not_matter() -> None:
    columns: dict[str, Column] = {
        **to_columns("x" * 40_000, "state"),
        **to_columns("y"),
        "n": 1,
        "state9": "stray",
    }
    assert from_columns(columns, "state") == "x" * 40_000


def test_the_longest_document_is_cut_and_one_more_letter_is_refused() -> None:
    longest = "x" * (MAX_BYTES // 2)
    assert len(to_columns(longest)) == 15
    with pytest.raises(ValueError, match=str(MAX_BYTES)):
        to_columns(longest + "x")


def test_half_a_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="half of a surrogate pair"):
        to_columns(EMOJI.encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass"))


def test_columns_without_a_document_are_refused() -> None:
    with pytest.raises(ValueError, match="doc0"):
        from_columns({"doc1": "x", "doc0": 3})
