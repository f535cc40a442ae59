"""What every store promises: one suite for SQLite, Azure Table storage, and the fake of the other tests."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine, Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.ports import Change, Column, Conflict, Delete, Insert, Replace, Row, Store, Table
from bot.kept.state.columns import MAX_BYTES, from_columns, to_columns

T = Table.ENGAGEMENTS
NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
EMOJI = "\N{GRINNING FACE}"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\#?"), max_size=60)
VALUES = st.one_of(
    TEXT,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(datetime(1601, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
some = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
number = itertools.count()


def fresh() -> str:
    """A partition that nobody has used."""
    return f"p{next(number)}"


async def side_by_side(commits: Iterable[Coroutine[object, object, object]]) -> None:
    """Some at once: of hundreds at once the last would wait longer than a store waits for an answer."""
    waiting = list(commits)
    while waiting:
        batch, waiting = waiting[:16], waiting[16:]
        await asyncio.gather(*batch)


async def put(store: Store, partition: str, key: str, **columns: Column) -> str:
    return (await store.commit(T, partition, [Replace(key, columns)]))[key]


async def read(store: Store, partition: str, key: str) -> Row:
    row = await store.get(T, partition, key)
    assert row is not None
    return row


async def test_a_row_whose_version_is_known_is_found_and_one_that_changed_comes_whole(store: Store) -> None:
    partition = fresh()
    first = await put(store, partition, "k", text="first")
    known = await store.get(T, partition, "k", first)
    assert known is not None
    assert (known.key, known.etag) == ("k", first)
    second = await put(store, partition, "k", text="second")
    changed = await store.get(T, partition, "k", first)
    assert changed == Row(partition, "k", {"text": "second"}, second)
    assert await store.get(T, partition, "missing", first) is None


@some
@given(text=TEXT)
async def test_any_text_comes_back_as_it_was_given(store: Store, text: str) -> None:
    partition = fresh()
    await put(store, partition, "k", text=text)
    assert (await read(store, partition, "k")).columns == {"text": text}


@some
@given(columns=st.dictionaries(st.from_regex(r"\A[a-z]{1,8}\Z").filter(lambda name: name != "op"), VALUES))
async def test_any_columns_come_back_with_their_types(store: Store, columns: dict[str, Column]) -> None:
    partition = fresh()
    await put(store, partition, "k", **columns)
    got = (await read(store, partition, "k")).columns
    assert got == columns
    assert {name: type(value) for name, value in got.items()} == {
        name: type(value) for name, value in columns.items()
    }


@some
@given(partition=KEYS, key=KEYS)
async def test_any_key_that_is_not_refused_finds_its_row(store: Store, partition: str, key: str) -> None:
    etag = await put(store, partition, key, n=1)
    assert await store.get(T, partition, key) == Row(partition, key, {"n": 1}, etag)
    assert key in [row.key for row in await store.query(T, partition, key)]
    await store.commit(T, partition, [Delete(key)])
    assert await store.get(T, partition, key) is None


async def test_a_time_of_another_zone_comes_back_as_the_same_moment_in_utc(store: Store) -> None:
    await put(store, "p", "k", at=NOON.astimezone(timezone(timedelta(hours=2))))
    at = (await read(store, "p", "k")).columns["at"]
    assert at == NOON
    assert isinstance(at, datetime)
    assert (type(at), at.utcoffset()) == (datetime, timedelta(0))


async def test_a_column_without_a_value_is_absent(store: Store) -> None:
    await put(store, "p", "k", there="", gone=None)
    assert (await read(store, "p", "k")).columns == {"there": ""}


# The SDK hands the body to aiohttp as bytes, about which aiohttp warns from 1 MiB on.
@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_the_longest_document_is_stored_in_one_row(store: Store) -> None:
    document = EMOJI * (MAX_BYTES // 4)
    await store.commit(
        T, "p", [Insert("state", {**to_columns(document)}), Insert("log", {"text": EMOJI * 1000})]
    )
    assert from_columns((await read(store, "p", "state")).columns) == document


async def test_nothing_to_commit_is_nothing(store: Store) -> None:
    assert await store.commit(T, "p", []) == {}


async def test_the_etag_of_a_commit_is_the_one_that_is_read_and_changes_with_every_write(
    store: Store,
) -> None:
    etags = []
    for changes in ([Insert("k", {"n": 1})], [Replace("k", {"n": 1})]):
        etags.append((await store.commit(T, "p", changes))["k"])
        assert (await read(store, "p", "k")).etag == etags[-1]
    await store.commit(T, "p", [Delete("k")])
    etags.append((await store.commit(T, "p", [Insert("k", {"n": 1})]))["k"])
    assert len(set(etags)) == 3


async def test_a_second_insert_is_a_conflict_and_changes_nothing(store: Store) -> None:
    await store.commit(T, "p", [Insert("k", {"by": "first"})])
    with pytest.raises(Conflict):
        await store.commit(T, "p", [Insert("k", {"by": "second"})])
    assert (await read(store, "p", "k")).columns == {"by": "first"}


async def test_replacing_an_old_version_is_a_conflict(store: Store) -> None:
    old = await put(store, "p", "k", n=1)
    new = (await store.commit(T, "p", [Replace("k", {"n": 2}, old)]))["k"]
    with pytest.raises(Conflict):
        await store.commit(T, "p", [Replace("k", {"n": 3}, old)])
    assert (await read(store, "p", "k")).columns == {"n": 2}
    await store.commit(T, "p", [Delete("k")])
    with pytest.raises(Conflict):
        await store.commit(T, "p", [Replace("k", {"n": 3}, new)])
    assert await store.get(T, "p", "k") is None


async def test_a_replaced_row_keeps_nothing_of_the_old_one(store: Store) -> None:
    await put(store, "p", "k", old=1, both=1)
    await put(store, "p", "k", both=2)
    assert (await read(store, "p", "k")).columns == {"both": 2}


async def test_a_row_that_is_missing_can_be_deleted_alone_and_among_others(store: Store) -> None:
    etag = await put(store, "p", "kept", n=1)
    assert await store.commit(T, "p", [Delete("missing")]) == {}
    changes: list[Change] = [
        Replace("kept", {"n": 2}, etag),
        Delete("missing"),
        Insert("new"),
        Delete("missing too"),
    ]
    assert set(await store.commit(T, "p", changes)) == {"kept", "new"}
    assert [row.key for row in await store.query(T, "p")] == ["kept", "new"]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("bad", [Insert("there"), Replace("there", {}, "old")], ids=["insert", "replace"])
async def test_a_commit_that_fails_stores_nothing_of_it(store: Store, bad: Change, place: int) -> None:
    old = await put(store, "p", "there", n=1)
    await put(store, "p", "there", n=2)
    await put(store, "p", "doomed")
    changes: list[Change] = [Insert("new"), Delete("doomed")]
    changes.insert(place, Replace("there", {}, old) if isinstance(bad, Replace) else bad)
    with pytest.raises(Conflict):
        await store.commit(T, "p", changes)
    assert {row.key: row.columns for row in await store.query(T, "p")} == {"there": {"n": 2}, "doomed": {}}


async def test_a_query_gives_the_keys_with_the_prefix_in_their_order(store: Store) -> None:
    keys = ["a", "a'b", "a%b", "a_b", "a*", "axb", "a b", "A", "b", "", "voice~q~", "voice~q~1", "voice~r"]
    keys += [
        EMOJI,
        EMOJI + "1",
        "\ud7ff",
        "\ud7ff1",
        "\ue000",
        "\uffff",
        "\uffff\uffff1",
        "é",
        "e\u0301",
        "ß",
    ]
    await store.commit(T, "p", [Insert(key) for key in keys])
    ordered = sorted(keys, key=lambda key: key.encode("utf-16-be"))
    for prefix in {*keys, "vo", "a'", "\uffff\uffff", "none"}:
        found = [row.key for row in await store.query(T, "p", prefix)]
        assert found == [key for key in ordered if key.startswith(prefix)], ascii(prefix)


async def test_a_hundred_rows_are_one_commit_and_a_query_gives_all_pages(store: Store) -> None:
    for start in range(0, 1100, 100):
        rows = [Insert(f"{i:04}", {"n": i}) for i in range(start, start + 100)]
        assert len(await store.commit(T, "p", rows)) == 100
    assert [row.columns["n"] for row in await store.query(T, "p")] == list(range(1100))
    assert len(await store.query(T, "p", "10")) == 100


async def test_partitions_and_tables_do_not_mix(store: Store) -> None:
    await put(store, "p", "k", n=1)
    await store.commit(Table.DUE, "p", [Insert("k", {"n": 2})])
    await put(store, "q", "k", n=3)
    assert [row.columns["n"] for row in await store.query(T, "p")] == [1]
    assert [row.columns["n"] for row in await store.query(Table.DUE, "p")] == [2]
    assert await store.get(Table.DUE, "q", "k") is None


async def test_a_scan_finds_a_key_in_every_partition(store: Store) -> None:
    partitions = [f"p{i:03}" for i in range(250)]
    await side_by_side(store.commit(T, p, [Insert("state", {"of": p}), Insert("log")]) for p in partitions)
    found = [row async for row in store.scan(T, "state")]
    assert [(row.partition, row.columns["of"]) for row in found] == [(p, p) for p in partitions]


async def test_the_heads_of_rows_hold_one_column(store: Store) -> None:
    partitions = [f"p{i:03}" for i in range(250)]
    at = datetime(2026, 6, 9, 8, tzinfo=UTC)
    for partition in partitions:
        await store.commit(T, partition, [Insert("state", {"of": partition, "started": at}), Insert("log")])
    await put(store, "q", "state", of="nothing")
    found = [row async for row in store.heads(T, "state", "started")]
    expected = [*((p, {"started": at}) for p in partitions), ("q", {})]
    assert [(row.partition, row.columns) for row in found] == expected


async def test_the_holders_of_a_key_are_told_in_order(store: Store) -> None:
    partitions = [f"p{i:03}" for i in range(250)]
    await side_by_side(store.commit(T, p, [Insert("state"), Insert("log")]) for p in partitions)
    await put(store, "other", "log")
    assert [found async for found in store.holders(T, "state")] == partitions
    assert [found async for found in store.holders(Table.DUE, "state")] == []


async def test_all_rows_of_a_table_come_partition_by_partition(store: Store) -> None:
    for partition in ("q", "p", ""):
        for start in range(0, 450, 100):
            await store.commit(
                T, partition, [Insert(f"{i:03}", {"n": i}) for i in range(start, min(start + 100, 450))]
            )
    await store.commit(Table.DUE, "p", [Insert("k", {"at": NOON})])
    unreadable: list[tuple[str, str]] = []
    found = [
        (row.partition, row.columns["n"])
        async for row in store.rows(T, lambda *place: unreadable.append(place))
    ]
    assert found == [(partition, n) for partition in ("", "p", "q") for n in range(450)]
    due = [row async for row in store.rows(Table.DUE, lambda *place: unreadable.append(place))]
    assert [(row.partition, row.key, row.columns) for row in due] == [("p", "k", {"at": NOON})]
    assert unreadable == []


@pytest.mark.parametrize("kind", ["insert", "replace"])
async def test_of_many_writers_at_once_exactly_one_wins(store: Store, kind: str) -> None:
    etag = await put(store, "p", "k", by=-1) if kind == "replace" else ""

    async def write(by: int) -> int | None:
        row = Replace("k", {"by": by}, etag) if kind == "replace" else Insert("k", {"by": by})
        try:
            await store.commit(T, "p", [row, Insert(f"log{by}")])
        except Conflict:
            return None
        return by

    winners = [by for by in await asyncio.gather(*map(write, range(5))) if by is not None]
    assert len(winners) == 1
    assert (await read(store, "p", "k")).columns == {"by": winners[0]}
    assert [row.key for row in await store.query(T, "p", "log")] == [f"log{winners[0]}"]


async def test_an_open_store_is_ready(store: Store) -> None:
    await store.probe()
