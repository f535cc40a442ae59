"""The private views that people have open, as this process answered them last."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from bot.core.engagement import Engagement
from bot.core.ports import Clock
from bot.core.screens.problem import ProblemScreen
from bot.core.screens.workshop.workshop import WorkshopScreen
from bot.teams.inbound.http import Reply
from bot.teams.outbound.messages import Card
from bot.teams.turn.call import Call

OPEN = timedelta(hours=1)
"""The time after which nobody is at a view any more, and the card that all share says more."""
_MOST_BYTES = 16 * 1024 * 1024

_Key = tuple[str, str]
"""The id of an engagement and the key of a person."""


@dataclass(frozen=True, slots=True)
class OpenView:
    """A view on a message, as the answer that showed it. `stands` are the status and the FM of the workshop
    then: with another one, views are for others or of something else."""

    message: str
    answer: bytes
    shown: datetime
    stands: tuple[str, str]


class OpenViews:
    """The newest view of each person in each workshop: what a client shows until it draws the card for all
    once more. Where these are too much, the oldest go; none outlives the process."""

    def __init__(self, clock: Clock, most: int = _MOST_BYTES) -> None:
        self._clock = clock
        self._most = most
        self._known: OrderedDict[_Key, OpenView] = OrderedDict()
        self._bytes = 0

    def note(self, call: Call, reply: Reply) -> None:
        """Remember what a press shows to its presser. The end of a view, or an act elsewhere, closes it; a
        refusal leaves what was open."""
        turn, incoming = call.turn, call.incoming
        if turn is None or (incoming.is_invoke and isinstance(turn.shown, ProblemScreen)):
            return
        key, shows = (turn.engagement.id, turn.person.key), "value" in (reply.body or {})
        if incoming.is_invoke and shows and not isinstance(turn.shown, WorkshopScreen):
            self._keep(key, incoming.reply_to_id or "", reply, turn.engagement)
        elif incoming.is_invoke or turn.has_acted:
            self._drop(key)

    def on(self, message: str, engagement: str, person: str, known: Engagement | None) -> Card | None:
        """The view that a person has open on a message, None where there is none. `known` is the workshop as
        far as this process knows it."""
        view = self._known.get((engagement, person))
        if view is None or view.message != message or self._clock.now() - view.shown > OPEN:
            return None
        if known is not None and view.stands != _standing(known):
            return None
        found: Card = msgspec.json.decode(view.answer)["value"]
        return found

    def _keep(self, key: _Key, message: str, reply: Reply, engagement: Engagement) -> None:
        self._drop(key)
        view = OpenView(message, reply.encoded, self._clock.now(), _standing(engagement))
        self._known[key] = view
        self._bytes += len(view.answer)
        while self._bytes > self._most:
            self._drop(next(iter(self._known)))

    def _drop(self, key: _Key) -> None:
        view = self._known.pop(key, None)
        self._bytes -= len(view.answer) if view else 0


def _standing(engagement: Engagement) -> tuple[str, str]:
    return engagement.status, engagement.fm
