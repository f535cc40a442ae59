"""Asks every link of the playbook whether it still works."""

from __future__ import annotations

import asyncio

import aiohttp

from bot.core.playbook.model.playbook import Playbook, Resource

_AT_ONCE = 8
_LIMIT = aiohttp.ClientTimeout(total=15)
_GONE = 400
_NO_HEAD = (403, 405, 501)


async def dead_links(playbook: Playbook) -> list[str]:
    """One line for every link that should work and does not, in the playbook's order."""
    gate = asyncio.Semaphore(_AT_ONCE)
    asked = [one for one in playbook.resources if one.url and one.status in ("working", "unchecked")]
    async with aiohttp.ClientSession(timeout=_LIMIT, trust_env=True) as session:
        answers = await asyncio.gather(*(_ask(session, gate, one) for one in asked))
    return [line for line in answers if line]


async def _ask(session: aiohttp.ClientSession, gate: asyncio.Semaphore, resource: Resource) -> str:
    address = resource.url or ""
    async with gate:
        try:
            status = await _status(session, address)
        except (aiohttp.ClientError, TimeoutError) as trouble:
            return f"{resource.id}: {address} does not answer ({type(trouble).__name__})"
    return f"{resource.id}: {address} answers {status}" if status >= _GONE else ""


async def _status(session: aiohttp.ClientSession, address: str) -> int:
    async with session.head(address, allow_redirects=True) as answer:
        if answer.status not in _NO_HEAD:
            return answer.status
    async with session.get(address, allow_redirects=True) as answer:
        return answer.status
