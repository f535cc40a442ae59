"""The row of the series of check-ins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.checkins.series import WEEKDAYS
from bot.core.engagement import CheckIn, Engagement
from bot.core.ports import Column


@dataclass(frozen=True, slots=True)
class RecordCheckIn:
    """The series as it stands now, to be written as a row of its own."""

    check_in: CheckIn


CHECK_IN_ROW = "checkin~"


SERIES = "1"
"""The id of the series of check-ins: a workshop has one."""


def _series(engagement: Engagement, check_in: CheckIn) -> Mapping[str, Column]:
    cadence = check_in.cadence
    return {
        "cadence": cadence.rhythm,
        "weekday": WEEKDAYS[cadence.weekday],
        "nth": cadence.nth if cadence.rhythm == "monthly" else None,
        "hour": cadence.hour,
        "time_zone": cadence.time_zone,
        "until": cadence.until,
        "status": check_in.status,
        "next_due": _moment(check_in.next_due),
        "paused_until": check_in.paused_until or "",
        "last_sent": _moment(check_in.last_sent),
        "at": datetime.fromisoformat(engagement.updated),
    }


def _moment(at: str | None) -> datetime | None:
    return datetime.fromisoformat(at) if at else None
