"""A conversation whose activities reach either instance, now and then twice or late."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.chaos.counts import Counts
from tests.chaos.fleet import Fleet
from tests.chaos.presses import Answer
from tests.service.client import Room

_TRIES = 6
_LATEST = 1.5
"""Seconds after which a redelivery comes at the latest."""
_again = itertools.count(1)


@dataclass(kw_only=True)
class ShakyRoom(Room):
    """`redelivering` is the chance that an activity comes a second time without need; `coming` are the
    object ids of those whose press will come once more. `entered` is what the setup was filled with."""

    fleet: Fleet
    rng: random.Random
    counts: Counts
    redelivering: float
    coming: set[str] = field(default_factory=set)
    entered: set[str] = field(default_factory=set)
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def deliver(
        self, activity: Mapping[str, Any], answers: list[Answer] | None = None
    ) -> tuple[int, Any]:
        """The first good answer to an activity, (0, None) where none came. All answers go to `answers`,
        also those that come later."""
        heard: list[Answer] = [] if answers is None else answers
        await self.fleet.turn()
        url = await self.fleet.url()
        if self.rng.random() < self.redelivering:
            self._redeliver(activity, url, heard)
        for number in range(_TRIES):
            answer = await self.send(activity, url)
            heard.append(answer)
            if answer is not None and answer[0] < 500:
                return answer
            # The channel delivers a message again; a person presses again, which is a new activity.
            if activity["type"] == "invoke" and number % 2:
                activity = renamed(activity)
            self.counts.repeated += 1
            await asyncio.sleep(0.05 * number)
            url = await self.fleet.url(but=url)
        return 0, None

    async def send(self, activity: Mapping[str, Any], url: str) -> Answer:
        """One delivery to one instance."""
        try:
            async with self.session.post(f"{url}/api/messages", json=dict(activity)) as response:
                raw = await response.read()
                self.counts.statuses[response.status] += 1
                return response.status, await response.json() if raw else None
        except (aiohttp.ClientError, TimeoutError, OSError):
            self.counts.unanswered += 1
            return None

    async def settle(self) -> None:
        """Wait for what is still to be delivered again."""
        await asyncio.gather(*self._late)

    def _redeliver(self, activity: Mapping[str, Any], url: str, heard: list[Answer]) -> None:
        kinds = ["same instance, at once", "other instance, at once", "later"]
        if activity["type"] == "invoke":
            kinds += ["new id, at once", "new id, later"]
        kind = self.rng.choice(kinds)
        self.counts.redelivered[kind] += 1
        again = renamed(activity) if kind.startswith("new id") else activity
        pause = self.rng.uniform(0, _LATEST if kind.endswith("later") else 0.02)
        same = kind.startswith("same")
        if kind.endswith("later"):
            self.coming.add(activity["from"]["aadObjectId"])

        async def deliver_again() -> None:
            await asyncio.sleep(pause)
            place = url if same else await self.fleet.url(but=url)
            heard.append(await self.send(again, place))

        task = asyncio.create_task(deliver_again())
        self._late.add(task)
        task.add_done_callback(self._late.discard)


def renamed(activity: Mapping[str, Any]) -> dict[str, Any]:
    """The same press as a new activity."""
    return {**activity, "id": f"{activity['id']}-{next(_again)}"}
