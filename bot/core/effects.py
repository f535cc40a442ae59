"""What follows from an event: what is to be sent, what is to be written, and the step that holds both."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.checkin_events import RecordCheckIn
from bot.core.engagement import (
    CheckIn,
    Engagement,
    ItemState,
    Mark,
    MetricState,
    OverallNote,
    Person,
    ServiceNote,
    TalkState,
    TaskState,
    Voice,
)
from bot.core.plan_events import RecordItem
from bot.core.problems import Fault
from bot.core.record_events import RecordTask
from bot.core.value_events import RecordMetric


@dataclass(frozen=True, slots=True)
class PostShared:
    """The workshop card is posted in the workshop's thread; when it moved, the old one becomes a pointer."""

    moved: bool = False


@dataclass(frozen=True, slots=True)
class UpdateShared:
    """The workshop card is drawn anew for all."""


@dataclass(frozen=True, slots=True)
class PostResult:
    """A factor completed: its result card goes to the thread."""

    factor: str


@dataclass(frozen=True, slots=True)
class PostSummary:
    """Everything is settled: the summary goes to the thread."""


@dataclass(frozen=True, slots=True)
class Share:
    """Resources that an answer brought (the OneDrive kit) go to the thread."""

    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """A question was handed to somebody, who is mentioned once in a new small message."""

    to: str
    by: Person
    question: str
    service: str | None


@dataclass(frozen=True, slots=True)
class RecordVoice:
    """A voice to be written as a row of its own. Where it is `cut`, the row keeps its whole text."""

    key: str
    voice: Voice
    verdict: str


Before = (
    Voice
    | ItemState
    | CheckIn
    | TaskState
    | Mark
    | ServiceNote
    | OverallNote
    | TalkState
    | MetricState
    | None
)
"""What a change replaced, for the log."""


@dataclass(frozen=True, slots=True)
class RecordLog:
    """What was done, by whom; `before` is what was replaced."""

    what: str
    by: str
    key: str = ""
    before: Before = None


@dataclass(frozen=True, slots=True)
class PostLive:
    """A question is put to the thread for all to answer there."""

    key: str


@dataclass(frozen=True, slots=True)
class CloseLive:
    """A question that was put to the thread is closed: its card shows what was said."""

    key: str


@dataclass(frozen=True, slots=True)
class PostMinutes:
    """A version of the minutes goes to the thread, to be confirmed there."""

    version: int


@dataclass(frozen=True, slots=True)
class UpdateMinutes:
    """The card of a version of the minutes is drawn anew."""

    version: int


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer brought talks to offer (their ids): a small message in the thread says so once."""

    talks: tuple[str, ...]


Effect = (
    PostLive
    | CloseLive
    | PostShared
    | UpdateShared
    | PostResult
    | PostSummary
    | Share
    | Hand
    | Offer
    | PostMinutes
    | UpdateMinutes
)
Record = RecordVoice | RecordLog | RecordItem | RecordCheckIn | RecordTask | RecordMetric


@dataclass(frozen=True, slots=True)
class Step:
    """What an event leads to. With faults nothing else happened. `engagement` is the very same object
    where the event changed nothing, so that nothing is written."""

    engagement: Engagement
    effects: tuple[Effect, ...] = ()
    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()
