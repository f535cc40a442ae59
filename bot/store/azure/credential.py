"""Lets the fetching of a token outlive the request that asked for it."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

from azure.core.credentials import AccessToken
from azure.core.credentials_async import AsyncTokenCredential


class PatientCredential:
    """A credential of Microsoft Entra whose slow answer is not lost.

    A request to the store is given up after a second or two, a token may take longer: the fetch then goes
    on, and the next request finds it. Requests at the same time share one fetch.
    """

    def __init__(self, credential: AsyncTokenCredential) -> None:
        self._credential = credential
        self._fetches: dict[object, asyncio.Task[AccessToken]] = {}

    async def get_token(self, *scopes: str, **options: Any) -> AccessToken:
        wanted = (scopes, tuple(sorted((name, str(value)) for name, value in options.items())))
        fetch = self._fetches.get(wanted)
        if fetch is None:
            fetch = asyncio.ensure_future(self._credential.get_token(*scopes, **options))
            self._fetches[wanted] = fetch
            fetch.add_done_callback(lambda done: self._ended(wanted, done))
        return await asyncio.shield(fetch)

    def _ended(self, wanted: object, fetch: asyncio.Task[AccessToken]) -> None:
        del self._fetches[wanted]
        if not fetch.cancelled():
            # Looked at here too, since nobody may be waiting any more; whoever is gets it raised.
            fetch.exception()

    async def close(self) -> None:
        for fetch in list(self._fetches.values()):
            fetch.cancel()
        await self._credential.close()

    async def __aenter__(self) -> PatientCredential:
        await self._credential.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.close()
