"""Asks every link of the playbook whether it still works."""

from __future__ import annotations

import asyncio
from datetime import datetime

import aiohttp
from yarl import URL

from bot.core.playbook.link_watch import Answer
from bot.core.playbook.model.playbook import Playbook, Resource

_AT_ONCE = 8
_LIMIT = aiohttp.ClientTimeout(total=15)
_FAULT = 400
_GONE = (404, 410)
_NO_HEAD = (403, 405, 501)
_LOST = ("www.bing.com", "bing.com")
"""Where a short link of Microsoft leads that ended: the search page answers 200 to everything."""


async def asked_links(playbook: Playbook, now: datetime) -> list[Answer]:
    """The answer of every link that should work, in the playbook's order."""
    gate = asyncio.Semaphore(_AT_ONCE)
    asked = [one for one in playbook.resources if one.url and one.status in ("working", "unchecked")]
    async with aiohttp.ClientSession(timeout=_LIMIT, trust_env=True) as session:
        return await asyncio.gather(*(_ask(session, gate, one, now) for one in asked))


def faults_of(answers: list[Answer]) -> list[str]:
    """One line for every link that does not work."""
    return [f"{one.resource}: {one.url} {one.said}" for one in answers if not one.works]


async def _ask(
    session: aiohttp.ClientSession, gate: asyncio.Semaphore, resource: Resource, now: datetime
) -> Answer:
    address, day = resource.url or "", now.date().isoformat()
    async with gate:
        try:
            status, end = await _status(session, address)
        except (aiohttp.ClientError, TimeoutError) as trouble:
            said = f"does not answer ({type(trouble).__name__})"
            return Answer(resource.id, address, said, day, works=False, gone=False)
    if is_lost(URL(address), end):
        said = f"leads to {end.host}, as short links do that ended"
        return Answer(resource.id, address, said, day, works=False, gone=True)
    return Answer(resource.id, address, f"answers {status}", day, works=status < _FAULT, gone=status in _GONE)


def is_lost(asked: URL, end: URL) -> bool:
    """True for an address that led to a search page instead of its own."""
    return asked.host not in _LOST and end.host in _LOST


async def _status(session: aiohttp.ClientSession, address: str) -> tuple[int, URL]:
    async with session.head(address, allow_redirects=True) as answer:
        if answer.status not in _NO_HEAD and answer.status not in _GONE:
            return answer.status, answer.url
    # Some servers know no HEAD and say that nothing is there.
    async with session.get(address, allow_redirects=True) as answer:
        return answer.status, answer.url
