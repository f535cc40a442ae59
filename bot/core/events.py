"""What people do in a workshop, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.checkin_events import Mute, RecordCheckIn, SeriesEvent
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
    VoiceKind,
)
from bot.core.plan_events import ActOnItem, AddItem, RecordItem
from bot.core.problems import Fault
from bot.core.record_events import Recording, RecordTask
from bot.core.value_events import RecordMetric, ReviewHeld, ValueEvent


@dataclass(frozen=True, slots=True)
class SetUp:
    """The FM saves the setup; `raw` are the inputs by field id."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoOn:
    """The FM goes on although the customer takes part in the enterprise offering, with a reason."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Redirect:
    """The FM leaves this customer to the Adoption SME."""

    by: Person


@dataclass(frozen=True, slots=True)
class TakePart:
    """Somebody says which roles they have."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Say:
    """Somebody answers a question, in one of the five ways. `revision` is that of the card pressed."""

    by: Person
    question: str
    service: str | None
    kind: VoiceKind
    raw: Mapping[str, Any]
    revision: int


@dataclass(frozen=True, slots=True)
class Except:
    """Somebody says that a question has another answer for some services."""

    by: Person
    question: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody leaves their private view: later, or nothing is left."""

    by: Person


@dataclass(frozen=True, slots=True)
class Speak:
    """The FM sets the workshop's language, anybody that of their own views."""

    by: Person
    language: str


@dataclass(frozen=True, slots=True)
class Discard:
    """The FM discards a mistaken start; what was said stays stored and in the export."""

    by: Person


@dataclass(frozen=True, slots=True)
class Settle:
    """The FM says which voice is the answer; `raw` holds whose."""

    by: Person
    question: str
    service: str | None
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Confirm:
    """Somebody whose question it is confirms the answer that somebody else gave."""

    by: Person
    question: str
    service: str | None


@dataclass(frozen=True, slots=True)
class HandOver:
    """The FM hands the workshop to another FM; `raw` holds whom."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LiveStart:
    """The FM begins to lead through the questions in the thread."""

    by: Person


@dataclass(frozen=True, slots=True)
class LiveNext:
    """The FM settles the question in the thread and puts the next one. `seen` is the ask key of the question
    that the FM saw there; empty, it is whatever stands there."""

    by: Person
    seen: str = ""


@dataclass(frozen=True, slots=True)
class LiveStop:
    """The FM ends the meeting."""

    by: Person


@dataclass(frozen=True, slots=True)
class IssueMinutes:
    """The FM asks the team to confirm the minutes."""

    by: Person


@dataclass(frozen=True, slots=True)
class ConfirmMinutes:
    """Somebody says that this version of the minutes is right."""

    by: Person
    version: int


Leading = (
    SetUp
    | GoOn
    | Redirect
    | Discard
    | Settle
    | HandOver
    | LiveStart
    | LiveNext
    | LiveStop
    | SeriesEvent
    | Recording
    | ReviewHeld
    | IssueMinutes
)
"""What only the FM can do."""
Event = (
    Leading
    | TakePart
    | Say
    | Except
    | Stop
    | Speak
    | Confirm
    | AddItem
    | ActOnItem
    | Mute
    | ValueEvent
    | ConfirmMinutes
)


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
