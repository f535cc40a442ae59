"""What people do about talks and metrics, and the row that follows from a metric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.engagement import Person
from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget

TalkAct = Literal["accept", "decline", "held", "requested"]
"""What can be said of a talk: two decisions of the customer, two facts that the FM records."""


@dataclass(frozen=True, slots=True)
class DecideTalk:
    """Somebody accepts or declines a talk, or the FM says that it was held or that an expert was asked for;
    `raw` are the inputs that this takes."""

    by: Person
    talk: str
    act: TalkAct
    raw: Mapping[str, Any]


ValueEvent = DecideTalk | SetTarget | EnterValues | DropMetric | ReviewHeld
