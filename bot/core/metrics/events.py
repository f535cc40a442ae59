"""The events about success metrics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Status
from bot.core.step import GOING_ON, Event


@dataclass(frozen=True, slots=True)
class SetTarget(Event):
    """Somebody chooses a metric, or changes its target; `raw` are baseline, target and date."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    metric: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EnterValues(Event):
    """Somebody enters new values of these metrics, all of one day; what is left empty stays as it is."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    metrics: tuple[str, ...]
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DropMetric(Event):
    """Somebody says that a metric is not followed any more; its values stay."""

    held_in: ClassVar[frozenset[Status]] = GOING_ON

    metric: str


@dataclass(frozen=True, slots=True)
class ReviewHeld(Event):
    """The FM says that the success review has taken place."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = GOING_ON
