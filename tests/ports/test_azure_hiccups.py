"""Where table storage refuses every fifth request, a press finds it within its time all the same."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from typing import Any, ClassVar, cast

import pytest
from azure.core.exceptions import HttpResponseError
from azure.data.tables.aio import TableClient

from bot.core.ports import Replace, StoreUnavailable
from bot.store.azure.calls import Limits, StoreRefused, Unclear, ask_again
from bot.store.azure.commit import AzureCommit

PRESSES = 5_000
SEED = 14


class Hiccups:
    """A table whose requests fail by chance; of those that failed some were done all the same."""

    def __init__(self, failing: float) -> None:
        self._chance = random.Random(SEED)
        self._failing = failing
        self.written: dict[str, str] = {}
        self.requests = 0

    def _hiccup(self) -> None:
        self.requests += 1
        if self._chance.random() < self._failing:
            trouble = HttpResponseError("busy")
            trouble.status_code = 503
            raise trouble

    async def get_entity(self) -> str:
        self._hiccup()
        return "row"

    async def submit_transaction(self, operations: list[Any]) -> list[dict[str, str]]:
        done_all_the_same = self._chance.random() < 0.5
        if done_all_the_same:
            self.written[operations[0][1]["op"]] = "tag"
        self._hiccup()
        self.written[operations[0][1]["op"]] = "tag"
        return [{"etag": "tag"} for _ in operations]

    def query_entities(self, condition: str, *, parameters: dict[str, Any], **_: Any) -> _Found:
        return _Found(self, parameters["operation"])


class _Entity(dict[str, str]):
    metadata: ClassVar[dict[str, str]] = {"etag": "tag"}


class _Found:
    def __init__(self, table: Hiccups, operation: str) -> None:
        self._table, self._operation = table, operation
        self.continuation_token = None

    def by_page(self, token: str | None) -> _Found:
        return self

    async def __anext__(self) -> AsyncIterator[_Entity]:
        self._table._hiccup()
        return self._entities()

    async def _entities(self) -> AsyncIterator[_Entity]:
        if self._operation in self._table.written:
            yield _Entity(RowKey="state")


def limits() -> Limits:
    return Limits(pause=0.0, jitter=random.Random(SEED).random)


async def _press(table: Hiccups, given: Limits) -> bool:
    try:
        await ask_again(table.get_entity, given)
        commit = AzureCommit.begin(cast(TableClient, table), "p", given)
        assert set(await commit.store([Replace("state", {"n": 1})])) == {"state"}
    except (Unclear, StoreRefused, StoreUnavailable):
        return False
    return True


async def test_one_failing_request_in_five_reaches_fewer_than_one_press_in_a_thousand() -> None:
    table, given = Hiccups(0.2), limits()
    lost = [await _press(table, given) for _ in range(PRESSES)].count(False)
    assert lost < PRESSES / 1000
    assert len(table.written) >= PRESSES - lost


async def test_an_ordinary_press_still_makes_two_requests() -> None:
    table = Hiccups(0.0)
    assert await _press(table, limits())
    assert table.requests == 2


async def test_a_table_that_refuses_everything_is_given_up() -> None:
    table = Hiccups(1.0)
    with pytest.raises(Unclear):
        await ask_again(table.get_entity, limits())
    assert table.requests == limits().tries


def test_pauses_grow_differ_and_fit_into_the_time_of_a_call() -> None:
    usual = Limits(jitter=lambda: 1.0)
    pauses = [usual.pause_after(attempt) for attempt in range(1, usual.tries)]
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[2]
    assert sum(pauses) < usual.call
    assert Limits(jitter=lambda: 0.0).pause_after(1) < pauses[0]
