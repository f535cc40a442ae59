"""The real clock, and one that begins at another moment."""

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """Tells the machine's time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """Tells a moment that was given, and how much later it is since."""

    def __init__(self, now: datetime) -> None:
        self._begin = now.astimezone(UTC)
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self._begin + timedelta(seconds=time.monotonic() - self._began)


def utc(moment: datetime) -> str:
    """A moment as the state keeps it."""
    return moment.isoformat(timespec="seconds")[:19] + "Z"
