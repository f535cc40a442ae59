"""The events about an answer: give one, except services from it, settle it, confirm it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Status, VoiceKind
from bot.core.step import RUNNING, Event


@dataclass(frozen=True, slots=True)
class Say(Event):
    """Somebody answers a question, in one of the five ways. `revision` is that of the card pressed; without
    `goes_on` no further question is shown in reply."""

    held_in: ClassVar[frozenset[Status]] = RUNNING

    question: str
    service: str | None
    kind: VoiceKind
    raw: Mapping[str, Any]
    revision: int
    goes_on: bool = True


@dataclass(frozen=True, slots=True)
class Undo(Event):
    """Somebody takes back their last answer; `revision` is the one that it was given."""

    held_in: ClassVar[frozenset[Status]] = RUNNING

    question: str
    service: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Except(Event):
    """Somebody says that a question has another answer for some services."""

    held_in: ClassVar[frozenset[Status]] = RUNNING

    question: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Settle(Event):
    """The FM says which voice is the answer; `raw` holds the key of its person."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING

    question: str
    service: str | None
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Confirm(Event):
    """Somebody whose question it is confirms the answer that somebody else gave."""

    held_in: ClassVar[frozenset[Status]] = RUNNING

    question: str
    service: str | None


@dataclass(frozen=True, slots=True)
class AskLast(Event):
    """The FM asks the last question although others are open, or once more."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = RUNNING
