"""What came of a sweep."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass
class Tally:
    """How many messages were sent, needed none (any more, or today), were given up, and are unknown: those
    whose post began and of which nobody knows whether it arrived."""

    sent: int = 0
    skipped: int = 0
    failed: int = 0
    unknown: int = 0

    def line(self) -> str:
        """All four, in a line."""
        return ", ".join(f"{name} {count}" for name, count in asdict(self).items())

    def __bool__(self) -> bool:
        return any(asdict(self).values())
