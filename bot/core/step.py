"""What follows from an event: what is to be sent, what is to be written, and the step that holds both."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answers.effects import Hand, Share
from bot.core.answers.rows import RecordVoice
from bot.core.checkins.rows import RecordCheckIn
from bot.core.engagement import (
    CheckIn,
    Engagement,
    ItemState,
    Mark,
    MetricState,
    OverallNote,
    ServiceNote,
    TalkState,
    TaskState,
    Voice,
)
from bot.core.meeting.effects import CloseLive, PostLive
from bot.core.metrics.rows import RecordMetric
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.plan.rows import RecordItem
from bot.core.problems import Fault
from bot.core.questions.effects import PostResult, PostShared, PostSummary, UpdateShared
from bot.core.record.rows import RecordTask
from bot.core.talks.effects import OfferTalks

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


Effect = (
    PostLive
    | CloseLive
    | PostShared
    | UpdateShared
    | PostResult
    | PostSummary
    | Share
    | Hand
    | OfferTalks
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
