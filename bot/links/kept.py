"""The answers of links in the store: a row a resource, written by who asked, read by all who show links."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.core.keys import short_hash
from bot.core.playbook.link_watch import Answer, LinkWatch
from bot.core.ports import Change, Delete, Replace, Row, Store, StoreUnavailable, Table, commit_all

EVERY = 3600.0
"""Seconds after which a running bot reads again what was found."""
_PLACE = "links"
"""Their partition; those of people are hashes."""

log = logging.getLogger(__name__)


async def keep_answers(store: Store, answers: Sequence[Answer]) -> None:
    """Write these answers in the place of all others. What was gone and now says nothing of itself is gone
    still. StoreUnavailable."""
    rows = await store.query(Table.PORTFOLIO, _PLACE)
    gone = {one.url: one for one in map(_answer, rows) if one.gone}
    found: dict[str, Answer] = {}
    for one in answers:
        # Two playbooks may call different addresses the same.
        key = one.resource if one.resource not in found else f"{one.resource}~{short_hash(one.url)}"
        found[key] = one if one.works or one.gone else gone.get(one.url, one)
    changes: list[Change] = [Replace(key, _columns(one)) for key, one in found.items()]
    changes += [Delete(key) for key in sorted({row.key for row in rows} - found.keys())]
    await commit_all(store, Table.PORTFOLIO, _PLACE, changes)


async def kept_answers(store: Store) -> list[Answer]:
    """The answers of the last check, none where there was none. StoreUnavailable."""
    return [_answer(row) for row in await store.query(Table.PORTFOLIO, _PLACE)]


async def learn_for_ever(
    watch: LinkWatch, store: Store, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Keep up with what was found, until cancelled."""
    while True:
        await learn(watch, store)
        await sleep(EVERY)


async def learn(watch: LinkWatch, store: Store) -> None:
    """Learn what was found last; where the store does not answer, what is known stays."""
    try:
        watch.learn(await kept_answers(store))
    except StoreUnavailable as trouble:
        log.warning("answers of links not read: %s", trouble)


def _columns(one: Answer) -> dict[str, str | bool]:
    return {"url": one.url, "said": one.said, "on": one.on, "works": one.works, "gone": one.gone}


def _answer(row: Row) -> Answer:
    said = row.columns
    return Answer(
        row.key.partition("~")[0],
        str(said.get("url", "")),
        str(said.get("said", "")),
        str(said.get("on", "")),
        works=said.get("works") is True,
        gone=said.get("gone") is True,
    )
