"""The overview and /status: how every question stands, who answered, what is open for whom."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, FactorLine, Said, Stamp
from bot.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question: how it stands, who said it, what was said in short; `press` opens it."""

    title: str
    verdict: Verdict
    by: Said = Said("")
    said: Said = Said("")
    unconfirmed: bool = False
    disputed: bool = False
    press: Button | None = None


@dataclass(frozen=True, slots=True)
class StatusRoom:
    """A room (DIBS, a factor, services, closing) with its lines."""

    line: FactorLine
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class StatusScreen:
    """`waiting` names who has how many open questions: (name or role, count)."""

    stamp: Stamp
    customer: Said
    status: str
    rooms: tuple[StatusRoom, ...]
    waiting: tuple[tuple[Said, int], ...]
    answer_by: str
    buttons: tuple[Button, ...] = ()
