"""The tally of a sweep."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass
class Tally:
    """Counts of messages: sent, not needed (any more, or today), given up, unknown, which are those whose
    post began and of which nobody knows whether it arrived, and unreachable, which could not go to somebody
    in person and went to the thread where that was possible."""

    sent: int = 0
    skipped: int = 0
    failed: int = 0
    unknown: int = 0
    unreachable: int = 0

    def line(self) -> str:
        """All of them, in a line."""
        return ", ".join(f"{name} {count}" for name, count in asdict(self).items())

    def __bool__(self) -> bool:
        return any(asdict(self).values())
