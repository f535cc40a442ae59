"""Somebody who leaves one workshop after the other, each of which then shows all how far it is."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.bench.presses import Presses
from tests.bench.talk import Activity, Post, tenant_id

ROOMS = 44
"""Workshops of one talker. Each is left once, so that no limit of Teams for a thread is met."""


class Leaving:
    """Answers a question in every channel of a tenant beforehand; a turn presses `Later` in the next one."""

    def __init__(self, service_url: str, number: int) -> None:
        first, tenant = 1000 * (number + 1), tenant_id(number)
        self._talkers = [Presses(service_url, first + one, tenant) for one in range(ROOMS)]
        self._presses: list[Activity] = []
        self._next = count()

    async def prepare(self, post: Post) -> None:
        """Up to an answer that the shared card does not show yet."""
        for talker in self._talkers:
            await talker.prepare(post)
            answer = await post(talker.next(None))
            self._presses.append(talker.later(answer))

    def next(self, answer: Any) -> Activity:
        """Leave the next workshop."""
        return self._presses[next(self._next)]
