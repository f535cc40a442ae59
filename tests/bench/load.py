"""Sends turns to a bot, so many at once, and takes the time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from tests.bench.talk import Activity, Talker


@dataclass(frozen=True)
class Taken:
    """How long so many turns took."""

    turns: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.turns / self.seconds


class Load:
    """Talks to one endpoint over connections that stay open. RuntimeError where a turn is refused."""

    def __init__(self, endpoint: str, headers: Mapping[str, str]) -> None:
        self._endpoint = endpoint
        self._headers = headers
        self._answers: dict[int, Any] = {}

    async def prepare(self, talkers: Sequence[Talker]) -> None:
        """Bring every talker to where the measured turns begin."""
        async with self._session() as session:
            for talker in talkers:
                self._answers.pop(id(talker), None)
                await talker.prepare(lambda activity: self._post(session, activity))

    async def run(self, talkers: Sequence[Talker], turns: int) -> Taken:
        """So many turns, one of each talker in flight at any time; they go on where they were."""
        left = turns
        async with self._session() as session:

            async def talk(talker: Talker) -> None:
                nonlocal left
                answer = self._answers.get(id(talker))
                while left > 0:
                    left -= 1
                    answer = await self._post(session, talker.next(answer))
                self._answers[id(talker)] = answer

            started = time.perf_counter()
            await asyncio.gather(*(talk(talker) for talker in talkers))
            return Taken(turns, time.perf_counter() - started)

    def _session(self) -> ClientSession:
        return ClientSession(
            connector=TCPConnector(limit=0), timeout=ClientTimeout(total=60), headers=self._headers
        )

    async def _post(self, session: ClientSession, activity: Activity) -> Any:
        async with session.post(self._endpoint, json=activity) as answer:
            body = await answer.read()
            if answer.status >= 300:
                raise RuntimeError(f"the bot answered {answer.status}: {body[:300]!r}")
            return await answer.json() if activity["type"] == "invoke" else None
