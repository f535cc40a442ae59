"""Asks Azure within a time limit, and says what an unhappy answer means."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

import aiohttp
from azure.core.async_paging import AsyncPageIterator
from azure.core.exceptions import AzureError, HttpResponseError
from azure.data.tables import TableEntity
from azure.data.tables.aio import TableClient

from bot.core.ports import StoreUnavailable

T = TypeVar("T")
NO_TABLE = "TableNotFound"
"""The code of a 404 that does not mean a missing row."""

_ASK_AGAIN = (408, 429)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds. A turn reads once and writes once and must end within 8, so a call ends within 4."""

    request: float = 1.5
    call: float = 4.0
    pause: float = 0.2
    start: float = 30.0


class Unclear(Exception):
    """No answer, or one that asks for patience: what was asked for may or may not have been done."""


class StoreRefused(Exception):
    """A clear no: nothing was done."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"it answered {status} {code}")
        self.status = status
        self.code = code


async def ask(request: Awaitable[T], limit: float) -> T:
    """The answer to one request; Unclear or StoreRefused where there is no good one."""
    try:
        async with asyncio.timeout(limit):
            return await request
    except HttpResponseError as error:
        status = error.status_code or 0
        code = getattr(error, "error_code", None)
        if status >= 500 or status in _ASK_AGAIN or 200 <= status < 300:
            raise Unclear(f"it answered {status}") from error
        raise StoreRefused(status, str(getattr(code, "value", code) or type(error).__name__)) from error
    except (AzureError, aiohttp.ClientError, OSError) as error:
        raise Unclear(f"no answer ({type(error).__name__})") from error


async def ask_twice(request: Callable[[], Awaitable[T]], limits: Limits, patience: float | None = None) -> T:
    """As `ask`, for what may be repeated without harm: an unclear answer is followed by one more try.

    `patience` are the seconds of each try where they are not those of a turn's request.
    """
    limit = limits.request if patience is None else patience
    try:
        return await ask(request(), limit)
    except Unclear:
        await asyncio.sleep(limits.pause)
    return await ask(request(), limit)


@contextmanager
def trouble_named() -> Iterator[None]:
    """Turns what `ask` raises, and a time limit that ran out, into StoreUnavailable."""
    try:
        yield
    except (Unclear, StoreRefused) as trouble:
        raise StoreUnavailable(f"table storage: {trouble}") from trouble
    except TimeoutError as trouble:
        raise StoreUnavailable("table storage: no answer in time") from trouble


async def pages(
    client: TableClient,
    condition: str,
    parameters: Mapping[str, str | datetime],
    limits: Limits,
    select: list[str] | None = None,
    page_size: int | None = None,
) -> AsyncIterator[list[TableEntity]]:
    """All entities that meet the condition, a page at a time; each page is asked for by itself."""
    found = client.query_entities(
        condition, parameters=dict(parameters), select=select, results_per_page=page_size
    )
    following: str | None = None

    async def page() -> tuple[list[TableEntity], str | None]:
        answers = cast(AsyncPageIterator[TableEntity], found.by_page(following))
        entities = [entity async for entity in await anext(answers)]
        return entities, answers.continuation_token

    while True:
        entities, following = await ask_twice(page, limits)
        yield entities
        if not following:
            return


async def make_table(client: TableClient, limits: Limits) -> None:
    """Makes a table where it is missing."""
    try:
        # A process that starts while the store hiccups need not end for it.
        await ask_twice(client.create_table, limits, limits.start)
    except StoreRefused as refusal:
        if refusal.code != "TableAlreadyExists":
            raise
