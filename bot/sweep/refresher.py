"""Keeps the lasting cards of a workshop true: draws those anew that say what is no longer so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import msgspec

import cards
from bot.core.courier import Card, Courier, Delivery, SendOutcome
from bot.core.ports import Clock, Row, Store
from bot.core.questions.effects import WORKSHOP_CARD
from bot.core.questions.lasting import QUIET, lasting_cards, quiet_from, when_refreshed
from bot.core.questions.picture import Picture
from bot.core.reading.shared import Shared
from bot.core.reading.viewer import Viewer
from bot.core.screens.lasting import lasting_screen, screen_mark
from bot.core.screens.workshop.workshop import posted_screen
from bot.kept.due_index import finish, release
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.kept.posted import ERASED, Posted, correct, posted_rows
from bot.kept.unsent import is_on_its_way
from bot.sweep.put_off import put_off
from bot.sweep.record import record
from bot.sweep.round import Round

log = logging.getLogger(__name__)

_AGAIN = (SendOutcome.REFUSED, SendOutcome.UNKNOWN)
"""Outcomes after which an update is made again, which does no harm."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A card that says what is no longer so: its row, and what is drawn in its place. `says` marks that;
    `last` where nothing follows, because a newer one stands in the thread."""

    name: str
    row: Row
    card: Card
    says: str = ""
    last: bool = False


class Refresher:
    """Used by one sweep. An update that was made and not noted, because the process died, is made again."""

    def __init__(
        self,
        store: Store,
        engagements: Engagements,
        shared: Shared,
        courier: Courier,
        clock: Clock,
        patience: timedelta,
    ) -> None:
        self._store = store
        self._engagements = engagements
        self._shared = shared
        self._courier = courier
        self._clock = clock
        self._patience = patience

    async def refresh(self, held: Row, loaded: Loaded, now: Round) -> None:
        """Make all cards of the workshop true, or wait until it is quiet there. Nothing is posted. Conflict
        where the workshop changed meanwhile."""
        engagement, moment = loaded.engagement, self._clock.now()
        if (quiet := quiet_from(engagement)) > moment:
            await release(self._store, held, moment, quiet)
            return
        rows = await posted_rows(self._store, engagement.id)
        picture = Picture(loaded.book, engagement, moment)
        viewer = self._shared.viewer(picture)
        done, stale = set[str](), engagement.shared_stale
        for one in _stale(viewer, rows):
            delivery = await self._update(loaded, one)
            if delivery.outcome in _AGAIN:
                await put_off(self._store, self._clock, self._patience, held, delivery, now)
                return
            if delivery.outcome is SendOutcome.GONE:
                log.error("conversation is gone: its cards stay as they are", extra={"due": held.key})
                break
            if one.name == WORKSHOP_CARD:
                # Where it is gone the next stop posts it anew.
                stale = delivery.outcome is not SendOutcome.SENT
            else:
                await self._note(one, delivery)
            if one.last:
                done.add(one.name)
        missing = any(name not in rows for name in lasting_cards(engagement).values())
        if missing and await is_on_its_way(self._store, engagement.id, moment):
            await release(self._store, held, moment, moment + QUIET)
            return
        after = when_refreshed(engagement, done, stale=stale)
        await record(self._engagements, loaded, after, self._clock.now())
        await finish(self._store, held)

    async def _update(self, loaded: Loaded, one: Stale) -> Delivery:
        engagement, place = loaded.engagement, Posted.of(one.row)
        await self._courier.wait_for_turn(engagement.tenant, place.conversation)
        return await self._courier.update(engagement, place.conversation, place.activity, one.card)

    async def _note(self, one: Stale, delivery: Delivery) -> None:
        """What the card says now; of one that Teams refuses, that there is none any more."""
        place = replace(Posted.of(one.row), says=one.says)
        if delivery.outcome is SendOutcome.FAILED:
            log.warning(
                "card not updated, nor tried again", extra={"card": one.name, "reason": delivery.reason}
            )
            place = replace(place, activity="")
        await correct(self._store, one.row, place)


def _stale(viewer: Viewer, rows: dict[str, Row]) -> Iterator[Stale]:
    """The cards that are to be drawn anew, the workshop card first."""
    engagement = viewer.engagement
    if engagement.shared_stale and (row := _there(rows, WORKSHOP_CARD)):
        yield Stale(WORKSHOP_CARD, row, cards.render(posted_screen(viewer), viewer.words))
    latest = lasting_cards(engagement)
    for kind, name in latest.items():
        yield from _changed(viewer, kind, name, rows)
    for name, row in rows.items():
        place = Posted.of(row)
        if place.says == ERASED and place.activity:
            yield Stale(name, row, msgspec.json.decode(place.card))
    for name, kind in engagement.outdated.items():
        yield from _changed(viewer, kind, name, rows, _there(rows, latest.get(kind, "")))


def _changed(
    viewer: Viewer, kind: str, name: str, rows: dict[str, Row], newer: Row | None = None
) -> Iterator[Stale]:
    """The card where it does not say what it should; with a `newer` one it says that, for good."""
    row = _there(rows, name)
    if row is None:
        return
    place, where = Posted.of(row), ""
    if newer is not None:
        where = "below" if Posted.of(newer).conversation == place.conversation else "elsewhere"
    screen = lasting_screen(viewer, kind, name, where)
    if screen is None:
        return
    says = screen_mark(screen, viewer.language)
    if says != place.says or where:
        yield Stale(name, row, cards.render(screen, viewer.words), says, last=bool(where))


def _there(rows: dict[str, Row], name: str) -> Row | None:
    """The row of a card that is there, as far as anybody knows."""
    row = rows.get(name)
    return row if row is not None and Posted.of(row).activity else None
