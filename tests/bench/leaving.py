"""Somebody who leaves one workshop after the other, each of which then shows all how far it is."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.bench.presses import Presses
from tests.bench.talk import Activity, Post, tenant_id

_ROOMS = 12
"""Workshops that one talker has ready for a round, more than it leaves. Each is left once, so that no limit
of Teams for a thread is met."""


class Leaving:
    """Answers a question in every channel of a tenant beforehand; a turn presses `Later` in the next one."""

    def __init__(self, service_url: str, number: int) -> None:
        self._service_url = service_url
        self._tenant = tenant_id(number)
        self._numbers = count(1000 * (number + 1))
        self._presses: list[Activity] = []

    async def prepare(self, post: Post) -> None:
        """Up to answers that the shared cards do not show yet. In two minutes they would without being left:
        what the round before has not left is left now."""
        for press in self._presses:
            await post(press)
        self._presses = [await self._answered(post) for _ in range(_ROOMS)]

    async def _answered(self, post: Post) -> Activity:
        talker = Presses(self._service_url, next(self._numbers), self._tenant)
        await talker.prepare(post)
        return talker.later(await post(talker.next(None)))

    def next(self, answer: Any) -> Activity:
        """Leave the next workshop."""
        return self._presses.pop()
