"""The sweep: finds what is due, and sends each thing once, to several conversations side by side."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.core.checkins.kinds import Postponed, ToEach
from bot.core.checkins.recall import people_asked
from bot.core.checkins.reminders import is_expected, is_sending, reminder, when_given_up, when_recalled
from bot.core.courier import Courier
from bot.core.ports import Clock, Conflict, Row, RowUnreadable, Store, StoreUnavailable
from bot.core.questions.lasting import REFRESH_DUE
from bot.core.questions.picture import Picture
from bot.core.reading.shared import NameStyle, Shared
from bot.core.texts import Texts
from bot.kept.due_index import discard, due_of, finish, release
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.sweep.record import record
from bot.sweep.refresher import Refresher
from bot.sweep.round import Round
from bot.sweep.sender import Sender
from bot.sweep.tally import Tally

DUE_LEASE = timedelta(seconds=120)
"""How long a due row belongs to whoever took it: more than a send and its commits take."""
PATIENCE = timedelta(minutes=1)
"""How long a run waits for a refusal to pass; what takes longer is left for a later one."""
_PAGE = 250
SIDE_BY_SIDE = 16
"""Sends that may be on their way at once, and so the most that a process which dies leaves of unknown
outcome: as many as Teams' limit for a tenant needs where a send takes a third of a second."""
_TRIES = 8
_AGAIN = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Sweep:
    """Any number of them, in any number of processes, share what is due.

    A row is claimed before its workshop is touched. Before a post the workshop is marked as sending, in a
    commit of the version that was read; who finds that mark after the lease of the row knows that the one
    who made it died, and reports the post as unknown instead of sending it again.
    """

    def __init__(
        self,
        store: Store,
        engagements: Engagements,
        texts: Texts,
        courier: Courier,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        rng: random.Random | None = None,
        patience: timedelta = PATIENCE,
        *,
        names: NameStyle = "names",
    ) -> None:
        self._store = store
        self._courier = courier
        self._clock = clock
        self._sleep = sleep
        self._patience = patience
        self._rng = rng or random.Random()  # noqa: S311
        self._engagements = engagements
        shared = Shared(texts, names)
        self._sender = Sender(store, engagements, shared, courier, clock, patience)
        self._refresher = Refresher(store, engagements, shared, courier, clock, patience)
        self._stopped = False
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def run(self, *, reminding: bool = True) -> Tally:
        """Send everything that is due, also what has to wait a moment; without `reminding` only keep the
        cards in the threads true. StoreUnavailable where the store does not say what is due."""
        now = Round(Tally())
        while not self._stopped:
            rows = await self._store.due(self._clock.now(), _PAGE + len(now))
            others = [] if reminding else [row for row in rows if due_of(row).item != REFRESH_DUE]
            if now.pass_by(others):
                continue
            waiting = now.open(rows, self._clock.now())
            if waiting:
                # Instances that begin at the same end take the same rows, and all but one in vain.
                self._rng.shuffle(waiting)
                await self._handle_all(waiting, now)
            elif (again := now.next_try()) is not None:
                await self._sleep(max(0.0, (again - self._clock.now()).total_seconds()) + 0.01)
            else:
                break
        return now.tally

    async def stop(self) -> None:
        """Begin nothing more, and wait for what has begun."""
        self._stopped = True
        await self._idle.wait()

    async def preview(self, limit: int = 10_000) -> tuple[Tally, list[str]]:
        """The tally of a sweep made now, and a line for each message; writes and sends nothing. A workshop
        that cannot be read is named in the log, and keeps back no other."""
        tally, lines = Tally(), list[str]()
        for row in await self._store.due(self._clock.now(), limit):
            try:
                await self._preview(row, tally, lines)
            except RowUnreadable:
                self._leave(row, tally)
            except StoreUnavailable:
                raise
            except Exception:
                self._leave(row, tally)
        return tally, lines

    async def _preview(self, row: Row, tally: Tally, lines: list[str]) -> None:
        due = due_of(row)
        loaded = await self._engagements.load(due.engagement)
        at = _iso(due.at)
        if due.item == REFRESH_DUE or loaded is None or not is_expected(loaded.engagement, due.item, at):
            return
        picture = Picture(loaded.book, loaded.engagement, self._clock.now())
        if is_sending(loaded.engagement, due.item, at):
            tally.unknown += 1
        elif (wanted := reminder(picture, due.item, at)) and not isinstance(wanted, Postponed):
            tally.sent += len(people_asked(picture)) if isinstance(wanted, ToEach) else 1
            lines.append(f"{due.engagement} {due.item.partition('~')[0]} {at}")
        else:
            tally.skipped += 1

    def _leave(self, row: Row, tally: Tally) -> None:
        tally.failed += 1
        log.error("engagement %s cannot be read", due_of(row).engagement)

    async def _handle_all(self, rows: list[Row], now: Round) -> None:
        lanes = asyncio.Semaphore(SIDE_BY_SIDE)

        async def handle(row: Row) -> None:
            async with lanes:
                if not self._stopped:
                    await self._guarded(row, now)

        await asyncio.gather(*(handle(row) for row in rows))

    async def _guarded(self, row: Row, now: Round) -> None:
        """Handle a row, whatever goes wrong: one that was claimed and not dealt with is free again when its
        lease is over."""
        self._running += 1
        self._idle.clear()
        try:
            await self._handle(row, now)
        except StoreUnavailable as trouble:
            now.leave(row.key)
            log.warning("due row left: %s", trouble)
        except Exception as trouble:
            now.leave(row.key)
            log.exception("due row left", exc_info=trouble, extra={"due": row.key})
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def _handle(self, row: Row, now: Round) -> None:
        due = due_of(row)
        loaded = await self._engagements.load(due.engagement)
        if loaded is not None and not self._courier.reaches(loaded.engagement):
            now.skip(row.key)
            return
        if loaded is not None and (wait := timedelta(seconds=self._courier.held(loaded.engagement.tenant))):
            now.set_aside(row.key, self._clock.now() + min(wait, self._patience))
            return
        held = await self._store.claim(row, self._clock.now() + DUE_LEASE)
        if held is None:
            return
        for _ in range(_TRIES):
            try:
                if loaded is not None and loaded.engagement.plan_behind:
                    loaded = await self._engagements.brought_forward(loaded, self._clock.now())
                if loaded is None or not is_expected(loaded.engagement, due.item, _iso(due.at)):
                    await discard(self._store, held, self._clock.now())
                else:
                    await self._work(held, loaded, now)
            except Conflict:
                # Somebody changed the workshop meanwhile: look again.
                loaded = await self._engagements.load(due.engagement)
            else:
                return
        now.tally.failed += 1
        await release(self._store, held, self._clock.now(), self._clock.now() + _AGAIN)

    async def _work(self, held: Row, loaded: Loaded, now: Round) -> None:
        due, at = due_of(held), _iso(due_of(held).at)
        if due.item == REFRESH_DUE:
            await self._refresher.refresh(held, loaded, now)
            return
        picture = Picture(loaded.book, loaded.engagement, self._clock.now())
        if is_sending(loaded.engagement, due.item, at):
            await record(self._engagements, loaded, when_given_up(picture, due.item, at), picture.now)
            now.tally.unknown += 1
            log.error("a send was cut off: nobody knows whether it arrived", extra={"due": held.key})
            await finish(self._store, held)
            return
        wanted = reminder(picture, due.item, at)
        if wanted is None:
            await record(self._engagements, loaded, when_given_up(picture, due.item, at), picture.now)
            now.tally.skipped += 1
            await finish(self._store, held)
        elif isinstance(wanted, ToEach):
            await record(self._engagements, loaded, when_recalled(picture, due.item, at), picture.now)
            await finish(self._store, held)
        elif isinstance(wanted, Postponed):
            now.tally.skipped += 1
            await release(self._store, held, picture.now, wanted.until)
        else:
            await self._sender.send(held, loaded, wanted, now)


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
