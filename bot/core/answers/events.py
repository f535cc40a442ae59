"""What people do with a question: they answer, except services, settle, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.engagement import Person, VoiceKind


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
