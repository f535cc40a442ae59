"""The base types that every feature fills in: events, effects (cards to send), records (rows), and the step.

Nothing here names a feature. An event says who may do it and when, a record its own row, and a post its name
and whether it is still due; each feature lists its own (`events`, `rows`, `effects`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, Protocol, get_args

import msgspec

from bot.core.engagement import Engagement, Person, Status
from bot.core.playbook.book import Book
from bot.core.ports import Change, Insert
from bot.core.problems import Fault, Problem

ALWAYS: frozenset[Status] = frozenset(get_args(Status))
OPEN: frozenset[Status] = frozenset({"setup", "running", "redirected"})
"""Neither completed nor discarded."""
RUNNING: frozenset[Status] = frozenset({"running"})
GOING_ON: frozenset[Status] = frozenset({"running", "completed"})
"""A completed workshop takes no answers any more; its plan, tasks, check-ins and record go on."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody does in a workshop. `for_fm`: the FM alone may. `held_in` are the states of a
    workshop in which it can be done."""

    for_fm: ClassVar[bool] = False
    held_in: ClassVar[frozenset[Status]] = ALWAYS

    by: Person

    def objection(self, engagement: Engagement) -> Problem | None:
        """The problem that forbids it here, besides those of status and person; None where none does."""
        return None


@dataclass(frozen=True, slots=True)
class Effect:
    """A card in the workshop's thread that follows from an event."""


@dataclass(frozen=True, slots=True)
class Post(Effect):
    """A new card. It must survive a crash: it is noted before the commit that brings it.

    `kind` is what that note calls it in the store: it never changes. `once`: an engagement posts this one
    time at most, whatever happens in it. `is_paper`: it goes on stating what it did when it was posted,
    whatever is noted on it later.
    """

    kind: ClassVar[str]
    once: ClassVar[bool] = False
    is_paper: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The card's name inside its engagement, the same for the same card."""
        raise NotImplementedError

    @property
    def remembered_as(self) -> str:
        """The name under which the posted card can be found again; empty where nobody needs to."""
        return self.name if self.once else ""

    @property
    def lasting(self) -> str:
        """The kind of the card where the latest of its kind is kept true; empty where it stays as posted."""
        return ""

    def is_due(self, book: Book, engagement: Engagement) -> bool:
        """True while the engagement still calls for the card; false also where its commit never happened."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Numbers of posts of which nobody knows whether they arrived: those that are posted once more when
    somebody asks for them, and those that were posted again."""

    waiting: int = 0
    again: int = 0


SURE = InDoubt()
"""The doubt of a thread in which every card has arrived."""


@dataclass(frozen=True, slots=True)
class Update(Effect):
    """A posted card is drawn anew. `ranked`: a later update of the same card makes an earlier one
    superfluous. `is_paper`: something is noted on a card that goes on stating what it did. `comes_again`: a
    card of the same name is posted again and again, by whichever instance, and the latest one is meant."""

    ranked: ClassVar[bool] = True
    is_paper: ClassVar[bool] = False
    comes_again: ClassVar[bool] = False

    @property
    def held(self) -> float:
        """Seconds that it waits for later ones of the same card, so that many become one."""
        return 0.0

    @property
    def replaces(self) -> str:
        """The name under which the card that it replaces is remembered."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Committed:
    """The commit that a record belongs to: the engagement as it is written, the book it is read by, the
    moment, and the record's place among those of the same step."""

    book: Book
    engagement: Engagement
    now: datetime
    place: int = 0


class Record(Protocol):
    """Something that is written as a row beside the state, in the same transaction."""

    def change(self, of: Committed) -> Change:
        """The change that writes its row."""


LOG_ROW = "log~"


@dataclass(frozen=True, slots=True)
class RecordLog:
    """One line of the log: the act and the person; `before` is the value that was replaced."""

    what: str
    by: str
    key: str = ""
    before: msgspec.Struct | None = None

    def change(self, of: Committed) -> Change:
        """A row of its own for each act, in the order of time."""
        one, now = of.engagement.people.get(self.by), of.now.astimezone(UTC)
        key = f"{LOG_ROW}{now:%Y%m%dT%H%M%S.%f}~{of.engagement.revision:06d}~{of.place}"
        before = "" if self.before is None else msgspec.json.encode(self.before).decode()
        return Insert(
            key,
            {
                "what": self.what,
                "by": self.by,
                "by_name": one.name if one else "",
                "ask": self.key,
                "at": now,
                "before": before,
            },
        )


@dataclass(frozen=True, slots=True)
class Step:
    """The result of an event. With faults nothing else happened. `engagement` is the very same object
    where the event changed nothing, so that nothing is written."""

    engagement: Engagement
    effects: tuple[Effect, ...] = ()
    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()


def record_changes(
    book: Book, engagement: Engagement, records: Sequence[Record], now: datetime
) -> list[Change]:
    """The rows that go with a change of state, in one go."""
    return [one.change(Committed(book, engagement, now, place)) for place, one in enumerate(records)]
