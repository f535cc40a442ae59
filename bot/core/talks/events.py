"""The events about talks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from bot.core.engagement import Status
from bot.core.step import GOING_ON, Event

TalkAct = Literal["accept", "decline", "held", "requested"]
"""The acts on a talk: two decisions of the customer, two facts that the FM records."""


@dataclass(frozen=True, slots=True)
class DecideTalk(Event):
    """Somebody accepts or declines a talk, or the FM says that it was held or that an expert was asked for;
    `raw` are the inputs that this takes."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    talk: str
    act: TalkAct
    raw: Mapping[str, Any]
