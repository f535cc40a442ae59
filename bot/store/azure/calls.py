"""Asks Azure within a time limit, and says what an unhappy answer means."""

from __future__ import annotations

import asyncio
import random
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
_LONGEST_PAUSE = 0.8


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds. A turn reads once and writes once and must end within 8, so a call ends within 4.

    Where one request in five is refused at once, 7 tries fail together in one of 78,000 calls.
    """

    request: float = 1.5
    call: float = 4.0
    pause: float = 0.1
    start: float = 30.0
    tries: int = 7
    jitter: Callable[[], float] = random.random

    def pause_after(self, attempt: int) -> float:
        """The pause after a try, the first of which is 1: twice as long each time, and never that of others
        who were refused at the same moment."""
        return float(min(self.pause * 2 ** (attempt - 1), _LONGEST_PAUSE) * (0.5 + self.jitter() / 2))


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


async def ask_again(request: Callable[[], Awaitable[T]], limits: Limits, patience: float | None = None) -> T:
    """As `ask`, for what may be repeated without harm: after an unclear answer it is asked again, as long as
    whoever waits gives it time.

    `patience` are the seconds of each try where they are not those of a turn's request.
    """
    limit, loop = limits.request if patience is None else patience, asyncio.get_running_loop()
    last = loop.time() + max(limits.call, limit) - limit
    for attempt in range(1, limits.tries):
        try:
            return await ask(request(), limit)
        except Unclear:
            pause = limits.pause_after(attempt)
            if attempt > 1 and loop.time() + pause > last:
                raise
        await asyncio.sleep(pause)
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
        entities, following = await ask_again(page, limits)
        yield entities
        if not following:
            return


async def make_table(client: TableClient, limits: Limits) -> None:
    """Makes a table where it is missing."""
    try:
        # A process that starts while the store hiccups need not end for it.
        await ask_again(client.create_table, limits, limits.start)
    except StoreRefused as refusal:
        if refusal.code != "TableAlreadyExists":
            raise
