"""The outbox: sends in order for each engagement, and no engagement waits for another."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from bot.teams.outbound.holding import Holding
from bot.teams.outbound.pacing import Traffic
from bot.teams.outbound.send_faults import BUSY, PASSES, Gone, Refused, SendFailed, Unsure
from bot.teams.outbound.sending import Address, Connector

OUTBOX_TRIES = 6
"""How often a send is tried at most."""
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_LONGEST_UNSURE = 45.0
"""Seconds after whose end an update without an outcome is not begun once more: others wait behind it."""
_LONGEST_CALL = 25.0
_TOO_MANY = 429
_AGAIN = (0, PASSES, _TOO_MANY, BUSY)
"""Refusals that pass: not connected or no token, precondition, too many."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """The place of a sent activity: the conversation (of a new post with its `;messageid=`) and its id."""

    conversation: str
    activity_id: str


@dataclass(frozen=True, slots=True)
class Send:
    """Something to send.

    `activity_id` is what an update replaces: an id, or a function that finds it when the send's turn
    comes (after the posts before it), together with its address; None then means there is nothing to
    update. A later update of the same `card` with at least this `version` makes an update superfluous.
    `completed` makes the activity of an update what it is to be when its turn comes.
    A "chat" goes to the bot's own chat with `person`: their Teams id, and their tenant. `on_sent` runs
    before the next send of the engagement, `on_failed` when it is given up. An update with `hold` waits so
    many seconds, in which a later one of the same card takes its place.
    """

    kind: Literal["post", "update", "new_post", "chat"]
    to: Address
    activity: Mapping[str, Any]
    card: str | None = None
    version: int = 0
    activity_id: str | Callable[[], Awaitable[tuple[Address, str] | None]] | None = None
    completed: Callable[[Mapping[str, Any]], Awaitable[Mapping[str, Any]]] | None = None
    channel_id: str = ""
    targeted: bool = False
    person: tuple[str, str] = ("", "")
    hold: float = 0.0
    on_sent: Callable[[Sent], Awaitable[None]] | None = None
    on_failed: Callable[[SendFailed], Awaitable[None]] | None = None


class Outbox:
    """Queues by engagement, each worked off by a task that ends when its queue is empty. A key begins with
    the hash of its tenant (`engagement_id`, `place_key`), whose limits all queues share, with the sweep.

    A refusal that passes (429, 412) is tried again after what the connector says or a growing pause; an
    update also where its outcome is unknown. A post whose outcome is unknown is not repeated: there
    would be two. Given up, a send is in the log, without its text. A send that hangs holds its engagement up
    for less than a minute. `repeated` and `given_up` count sends.
    """

    def __init__(
        self,
        connector: Connector,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
        traffic: Traffic | None = None,
        longest_call: float = _LONGEST_CALL,
    ) -> None:
        self._connector = connector
        self._longest_call = longest_call
        self._sleep = sleep
        self._jitter = jitter
        self._clock = clock
        self._queues: dict[str, deque[Send]] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._held: Holding[tuple[str, str], Send] = Holding(sleep)
        self._paused: set[str] = set()
        self._traffic = traffic or Traffic()
        self.repeated = 0
        self.given_up = 0

    def put(self, engagement: str, send: Send) -> None:
        """Queue a send behind those of the same engagement; returns at once. Dropped while it is paused."""
        if send.card is None:
            self._enqueue(engagement, send)
        elif send.hold:
            self._held.keep((engagement, send.card), send, send.hold, partial(self._enqueue, engagement))
        else:
            # What is held of this card is older.
            self._held.drop((engagement, send.card))
            self._enqueue(engagement, send)

    def _enqueue(self, engagement: str, send: Send) -> None:
        if engagement in self._paused:
            return
        queue = self._queues.setdefault(engagement, deque())
        if any(_supersedes(waiting, send) for waiting in queue):
            return
        for waiting in [one for one in queue if _supersedes(send, one)]:
            queue.remove(waiting)
        queue.append(send)
        if engagement not in self._workers:
            self._workers[engagement] = asyncio.create_task(self._work(engagement, queue))

    def resume(self, engagement: str) -> None:
        """Somebody spoke there: its conversation is no longer gone."""
        self._paused.discard(engagement)

    async def wait_for(self, engagements: Collection[str], seconds: float) -> None:
        """Wait until what is queued of these has left, for so many seconds at most."""
        running = [self._workers[one] for one in engagements if one in self._workers]
        if running:
            await asyncio.wait(running, timeout=seconds)

    def __len__(self) -> int:
        """The number of engagements that have something to send."""
        return len(self._workers.keys() | {engagement for engagement, _ in self._held})

    async def drain(self, timeout: float) -> int:  # noqa: ASYNC109
        """Let what is queued or held leave, for so many seconds; the number of engagements with something
        left."""
        self._held.let_go()
        try:
            async with asyncio.timeout(timeout):
                while self._workers:
                    await asyncio.wait(list(self._workers.values()))
        except TimeoutError:
            left = list(self._workers.values())
            for worker in left:
                worker.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            log.error("sends left undone", extra={"engagements": len(left)})
            return len(left)
        return 0

    async def _work(self, engagement: str, queue: deque[Send]) -> None:
        tenant = engagement.partition("~")[0]
        try:
            while queue:
                send = queue.popleft()
                try:
                    if not await self._deliver(send, queue, tenant):
                        self._pause_sends(engagement, queue)
                except Exception as trouble:  # a callback's or a find's: the next send must still leave
                    log.exception("send not finished", exc_info=trouble, extra={"kind": send.kind})
        finally:
            # No await between the last look at the queue and this, so nothing is put in between.
            del self._workers[engagement], self._queues[engagement]

    async def _turn(self, send: Send, tenant: str, *, again: bool) -> None:
        """Wait until the send keeps to the limits of its conversation, and then of its tenant. One that is
        tried again has waited for as long as its refusal asked."""
        place = send.person[0] if send.kind == "chat" else send.channel_id or send.to.conversation
        if pause := self._traffic.in_conversation(place).reserve(self._clock()):
            await self._sleep(pause)
        held = 0.0 if again else self._traffic.held(tenant, self._clock())
        if held:
            await self._sleep(min(held, _LONGEST_PAUSE))
        if pause := self._traffic.on_the_wire(tenant).reserve(self._clock()):
            await self._sleep(pause)

    def _pause_sends(self, engagement: str, queue: deque[Send]) -> None:
        """Nobody is there any more: what waits is dropped, until somebody speaks there again."""
        self._paused.add(engagement)
        log.error(
            "conversation is gone: sends paused", extra={"engagement": engagement, "dropped": len(queue)}
        )
        queue.clear()

    async def _deliver(self, send: Send, queue: deque[Send], tenant: str) -> bool:
        """Send it, or give it up; False where the conversation is gone."""
        begun = self._clock()
        for attempt in range(1, OUTBOX_TRIES + 1):
            await self._turn(send, tenant, again=attempt > 1)
            if any(_supersedes(later, send) for later in queue):
                return True
            try:
                sent = await self._call_in_time(send)
            except SendFailed as trouble:
                if isinstance(trouble, Refused) and trouble.status == _TOO_MANY:
                    self._traffic.hold(tenant, self._clock(), trouble.retry_after)
                pause = self._pause(attempt, trouble)
                late = isinstance(trouble, Unsure) and self._clock() + pause - begun > _LONGEST_UNSURE
                if attempt < OUTBOX_TRIES and _may_repeat(send, trouble) and not late:
                    self.repeated += 1
                    await self._sleep(pause)
                    continue
                code = {
                    "kind": send.kind,
                    "attempts": attempt,
                    "reason": f"{type(trouble).__name__} {trouble}",
                }
                log.error("send given up", extra=code)
                self.given_up += 1
                if send.on_failed is not None:
                    await send.on_failed(trouble)
                return not isinstance(trouble, Gone)
            if send.on_sent is not None:
                await send.on_sent(sent)
            return True
        return True

    async def _call_in_time(self, send: Send) -> Sent:
        try:
            async with asyncio.timeout(self._longest_call):
                return await self._call(send)
        except TimeoutError:
            raise Unsure("hung") from None

    async def _call(self, send: Send) -> Sent:
        to = send.to
        if send.kind == "new_post":
            return Sent(*await self._connector.new_post(to, send.channel_id, send.activity))
        if send.kind == "chat":
            chat = await self._connector.new_chat(to, *send.person)
            return Sent(chat, await self._connector.post(Address(to.service_url, chat), send.activity))
        if send.kind == "post":
            created = await self._connector.post(to, send.activity, targeted=send.targeted)
            return Sent(to.conversation, created)
        number = send.activity_id
        if callable(number):
            found = await number()
            to, number = found or (to, None)
        if number is None:
            raise Refused(404, "NothingToUpdate", None)
        activity = send.activity if send.completed is None else await send.completed(send.activity)
        await self._connector.update(to, number, activity, targeted=send.targeted)
        return Sent(to.conversation, number)

    def _pause(self, attempt: int, trouble: SendFailed) -> float:
        named = trouble.retry_after if isinstance(trouble, Refused) else None
        if named is not None:
            return min(named, _LONGEST_PAUSE)
        return float(min(_FIRST_PAUSE * 2 ** (attempt - 1), _LONGEST_PAUSE) * (0.5 + self._jitter() / 2))


def _may_repeat(send: Send, trouble: SendFailed) -> bool:
    if isinstance(trouble, Refused):
        return trouble.status in _AGAIN
    return isinstance(trouble, Unsure) and send.kind == "update"


def _supersedes(later: Send, earlier: Send) -> bool:
    same = later.card is not None and later.card == earlier.card
    return same and later.kind == earlier.kind == "update" and later.version >= earlier.version
