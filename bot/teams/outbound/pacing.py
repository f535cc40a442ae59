"""The limits of Teams: how long a send has to wait so that it is not refused."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Final

Limits = tuple[tuple[int, float], ...]
"""(sends, seconds): so many sends in so many seconds."""

LIMITS: Final[Limits] = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))
"""Teams' documented limits for a bot in a thread."""
TENANT_LIMITS: Final[Limits] = ((50, 1.1),)
"""Those of a bot in a tenant: the 50 a second that Teams documents, and a little longer because some travel
faster."""
USUAL_HOLD: Final = 1.0
"""Seconds for which a tenant gets nothing after a 429 that names no time."""
_KEPT = 5_000


class Pace:
    """The sends of one thread, or of whatever has these limits."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._sent: deque[float] = deque(maxlen=max(count for count, _ in limits))

    def wait(self, now: float) -> float:
        """Seconds until the next send is allowed; 0 where it is allowed now."""
        longest = 0.0
        for count, seconds in self._limits:
            if len(self._sent) >= count:
                longest = max(longest, self._sent[-count] + seconds - now)
        return longest

    def note(self, now: float) -> None:
        """A send leaves now."""
        self._sent.append(now)

    def reserve(self, now: float) -> float:
        """Note the next send for the first moment that is allowed; the seconds until then."""
        pause = self.wait(now)
        self.note(now + pause)
        return pause


class Traffic:
    """Everything that this process sends, by whichever way: the outbox and the sweep share it, other
    processes know nothing of it. A tenant is named by its `short_hash`, with which its engagements begin."""

    def __init__(self) -> None:
        self._paces: OrderedDict[tuple[str, str], Pace] = OrderedDict()
        self._held: dict[str, float] = {}

    def pace(self, kind: str, of: str, limits: Limits) -> Pace:
        """The pace of a tenant, of a conversation, or of another `kind`."""
        pace = self._paces.setdefault((kind, of), Pace(limits))
        self._paces.move_to_end((kind, of))
        if len(self._paces) > _KEPT:
            self._paces.popitem(last=False)
        return pace

    def on_the_wire(self, tenant: str) -> Pace:
        """The pace of what leaves for a tenant."""
        return self.pace("wire", tenant, TENANT_LIMITS)

    def in_conversation(self, conversation: str) -> Pace:
        """The pace of a conversation, with all its threads."""
        return self.pace("conversation", conversation.partition(";")[0], LIMITS)

    def held(self, tenant: str, now: float) -> float:
        """The seconds for which a tenant gets nothing more, because it said that it had too much."""
        left = max(0.0, self._held.get(tenant, 0.0) - now)
        if not left:
            self._held.pop(tenant, None)
        return left

    def hold(self, tenant: str, now: float, seconds: float | None) -> None:
        """A tenant had too much, and named how long to wait, or did not."""
        until = now + (USUAL_HOLD if seconds is None else seconds)
        self._held[tenant] = max(self._held.get(tenant, 0.0), until)
