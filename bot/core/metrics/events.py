"""What people do with success metrics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.engagement import Person


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
