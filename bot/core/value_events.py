"""What people do about talks and metrics, and the row that follows from a metric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.engagement import MetricState, Person

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


@dataclass(frozen=True, slots=True)
class SetTarget:
    """Somebody chooses a metric, or changes its target; `raw` are baseline, target and date."""

    by: Person
    metric: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EnterValues:
    """Somebody enters new values of these metrics, all of one day; what is left empty stays as it is."""

    by: Person
    metrics: tuple[str, ...]
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DropMetric:
    """Somebody says that a metric is not followed any more; its values stay."""

    by: Person
    metric: str


@dataclass(frozen=True, slots=True)
class ReviewHeld:
    """The FM says that the success review has taken place."""

    by: Person


@dataclass(frozen=True, slots=True)
class RecordMetric:
    """A metric as it stands now, to be written as a row of its own."""

    key: str
    state: MetricState


ValueEvent = DecideTalk | SetTarget | EnterValues | DropMetric | ReviewHeld
