"""What people do in a workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.checkin_events import Mute, SeriesEvent
from bot.core.engagement import Person, VoiceKind
from bot.core.plan_events import ActOnItem, AddItem
from bot.core.record_events import Recording
from bot.core.value_events import ReviewHeld, ValueEvent


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
