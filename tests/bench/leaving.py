"""Somebody who leaves one workshop after the other, each of which then shows all how far it is."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.bench.presses import Presses
from tests.bench.talk import Activity, Post, tenant_id

ROOMS = 4
"""Workshops that one talker has ready for a lap. Those of all together are as many as the bot holds whole, as
it does where somebody answered just now. Each is left once, so that no limit of Teams for a thread is met."""


class Leaving:
    """Answers a question in every channel of a tenant beforehand; a turn presses `Later` in the next one that
    is `ready`, whoever made it so (the number of the talker stands with it)."""

    def __init__(self, ready: list[tuple[int, Activity]], service_url: str, number: int) -> None:
        self._ready = ready
        self._service_url, self._number = service_url, number
        self._tenant = tenant_id(number)
        self._numbers = count(1000 * (number + 1))

    async def prepare(self, post: Post) -> None:
        """Up to answers that the shared cards do not show yet. In two minutes they would without being left:
        what the lap before has not left is left now."""
        for one in [one for one in self._ready if one[0] == self._number]:
            self._ready.remove(one)
            await post(one[1])
        self._ready += [(self._number, await self._answered(post)) for _ in range(ROOMS)]

    async def _answered(self, post: Post) -> Activity:
        talker = Presses(self._service_url, next(self._numbers), self._tenant)
        await talker.prepare(post)
        return talker.later(await post(talker.next(None)))

    def next(self, answer: Any) -> Activity:
        """Leave the next workshop. RuntimeError where more turns are taken than there are ready."""
        if not self._ready:
            raise RuntimeError("no workshop is ready to be left: --share is 1 at most")
        _, press = self._ready.pop()
        return press
