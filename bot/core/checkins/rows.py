"""The row of the series of check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.checkins.series import WEEKDAYS
from bot.core.engagement import CheckIn
from bot.core.ports import Change, Replace
from bot.core.step import Committed

CHECK_IN_ROW = "checkin~"
SERIES = "1"
"""The id of the series of check-ins: a workshop has one."""


@dataclass(frozen=True, slots=True)
class RecordCheckIn:
    """The series as it stands now, to be written as a row of its own."""

    check_in: CheckIn

    def change(self, of: Committed) -> Change:
        """The series with its cadence."""
        series, cadence = self.check_in, self.check_in.cadence
        return Replace(
            CHECK_IN_ROW + SERIES,
            {
                "cadence": cadence.rhythm,
                "weekday": WEEKDAYS[cadence.weekday],
                "nth": cadence.nth if cadence.rhythm == "monthly" else None,
                "hour": cadence.hour,
                "time_zone": cadence.time_zone,
                "until": cadence.until,
                "status": series.status,
                "next_due": _moment(series.next_due),
                "paused_until": series.paused_until or "",
                "last_sent": _moment(series.last_sent),
                "at": datetime.fromisoformat(of.engagement.updated),
            },
        )


def _moment(at: str | None) -> datetime | None:
    return datetime.fromisoformat(at) if at else None
