"""What every store refuses, alike: each limit is kept, and one more is a ValueError that stores nothing."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.ports import Change, Column, Delete, Insert, Replace, Store, Table

T = Table.ENGAGEMENTS
EMOJI = "\N{GRINNING FACE}"
HALF = EMOJI.encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass")


async def put(store: Store, **columns: Column) -> None:
    await store.commit(T, "p", [Replace("k", columns)])


async def columns_in(store: Store, partition: str = "p", key: str = "k") -> object:
    row = await store.get(T, partition, key)
    return row and row.columns


@pytest.mark.parametrize("longest", ["x" * 32_768, EMOJI * 16_384], ids=["letters", "emoji"])
async def test_the_longest_string_is_kept_and_one_more_is_refused(store: Store, longest: str) -> None:
    await put(store, text=longest)
    with pytest.raises(ValueError, match="32768"):
        await put(store, text=longest + "x")
    assert await columns_in(store) == {"text": longest}


@pytest.mark.parametrize(
    "value",
    [HALF, float("nan"), float("inf"), 2**63, -(2**63) - 1, datetime(2026, 1, 1), b"x"],  # noqa: DTZ001
)
async def test_a_value_that_no_column_holds_is_refused(store: Store, value: Column) -> None:
    with pytest.raises(ValueError, match=r"^column v: "):
        await put(store, v=value)
    assert await columns_in(store) is None


@pytest.mark.parametrize("name", ["PartitionKey", "RowKey", "Timestamp", "op", "a b", "1a", "", "odata.x"])
async def test_a_column_name_that_azure_needs_or_refuses_is_refused(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match="a column cannot be called"):
        await put(store, **{name: 1})


@pytest.mark.parametrize(
    "bad", ["a/b", "a\\b", "#", "?", "\n", "\0", "\x7f", "\x85", "x" * 513, EMOJI * 257, HALF]
)
async def test_a_key_that_azure_refuses_is_refused_everywhere(store: Store, bad: str) -> None:
    for call in (
        store.get(T, bad, "k"),
        store.get(T, "p", bad),
        store.query(T, bad),
        store.query(T, "p", bad),
        store.commit(T, bad, [Insert("k")]),
        store.commit(T, "p", [Delete(bad)]),
        anext(aiter(store.scan(T, bad))),
        anext(aiter(store.heads(T, bad, "n"))),
    ):
        with pytest.raises(ValueError, match=r"^a (key|string) "):
            await call


async def test_the_longest_key_finds_its_row(store: Store) -> None:
    await store.commit(T, EMOJI * 256, [Insert("x" * 512, {"n": 1})])
    assert await columns_in(store, EMOJI * 256, "x" * 512) == {"n": 1}


@pytest.mark.parametrize(
    "changes",
    [
        [Insert(str(i)) for i in range(101)],
        [Insert("k"), Delete("k")],
        [Insert("k", {f"c{i}": 1 for i in range(252)})],
        [Insert("k", {f"c{i}": "x" * 32_000 for i in range(16)})],
        [Insert(str(i), {f"c{j}": EMOJI * 16_000 for j in range(11)}) for i in range(2)],
    ],
    ids=["101 changes", "a key twice", "252 columns", "1 MB in a row", "4 MB in a commit"],
)
async def test_a_commit_that_is_too_large_is_refused(store: Store, changes: list[Change]) -> None:
    with pytest.raises(ValueError, match=r"^a (commit|row) "):
        await store.commit(T, "p", changes)
    assert await store.query(T, "p") == []
