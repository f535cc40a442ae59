"""A door under test: with a clock that stands still, and the status that a header gets."""

from __future__ import annotations

from bot.teams.identity.door import Door, NotLetIn


class Hours:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def status_of(door: Door, header: str | None) -> int:
    """200, or the status of the refusal."""
    try:
        await door.check(header)
    except NotLetIn as refusal:
        return refusal.status
    return 200
