"""What people do in a workshop."""

from __future__ import annotations

from bot.core.answers.events import Confirm, Except, Say, Settle
from bot.core.checkins.events import Mute, SeriesEvent
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.metrics.events import ReviewHeld
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.people.events import Speak, Stop, TakePart
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.record.events import Recording
from bot.core.setup.events import Discard, GoOn, HandOver, Redirect, SetUp
from bot.core.talks.events import ValueEvent

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
