"""What happened in a run, counted, and the table that says it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

AMBIGUOUS = ("502", "hang", "delivered, then 504", "delivered, then 500")
"""Faults of the connector after which nobody knows whether a post was delivered."""
_SHOWN = 20


@dataclass
class Counts:
    """`lost`, `doubled` and `foreign` have to stay 0, and so does everything in `wrong`."""

    turns: int = 0
    workshops: int = 0
    finished: int = 0
    acknowledged: int = 0
    refused: int = 0
    unclear: int = 0
    lost: int = 0
    doubled: int = 0
    foreign: int = 0
    kills: int = 0
    false_starts: int = 0
    redelivered: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    connector: Counter[str] = field(default_factory=Counter)
    store: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0
    sorry: Counter[str] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    recovery: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def explained(self) -> int:
        """How many cards may stand in a thread twice: one a kill, one a post of unknown outcome."""
        return self.kills + sum(self.connector[kind] for kind in AMBIGUOUS)

    @property
    def server_errors(self) -> int:
        """Answers that were 5xx."""
        return sum(count for status, count in self.statuses.items() if status >= 500)

    @property
    def good(self) -> bool:
        """Whether the run kept every promise."""
        broken = self.lost + self.doubled + self.foreign + self.cards["missing"] + self.cards["more"]
        return not (broken or self.statuses[500] or self.wrong) and self.cards["twice"] <= self.explained

    def table(self) -> str:
        """Every count with its name, and below them what went wrong."""
        rows = [
            ("turns", f"{self.turns} in {self.seconds:.0f} s"),
            ("workshops", f"{self.workshops}, {self.finished} of them finished"),
            ("answers acknowledged", str(self.acknowledged)),
            ("answers refused", str(self.refused)),
            ("answers of unknown outcome", str(self.unclear)),
            ("lost (0)", str(self.lost)),
            ("doubled (0)", str(self.doubled)),
            ("foreign changes (0)", str(self.foreign)),
            ("kills", f"{self.kills}, {self.false_starts} restarts failed at the store"),
            ("redeliveries", _by_kind(self.redelivered)),
            ("sent again by people", str(self.repeated)),
            ("connector faults", _by_kind(self.connector)),
            ("store faults", _by_kind(self.store)),
            ("5xx answers", _by_kind(Counter({str(k): v for k, v in self.statuses.items() if k >= 500}))),
            ("requests without an answer", str(self.unanswered)),
            ("answers that nothing was saved, or perhaps", _by_kind(self.sorry)),
            ("result and summary cards due", str(self.cards["due"])),
            ("  posted once", str(self.cards["once"])),
            (f"  posted twice (at most {self.explained})", str(self.cards["twice"])),
            ("  posted still more often (0)", str(self.cards["more"])),
            ("  missing (0)", str(self.cards["missing"])),
            ("recovery", f"{self.recovery:.0f} s"),
        ]
        width = max(len(name) for name, _ in rows) + 2
        lines = [f"{name:{width}}{value}" for name, value in rows]
        return "\n".join([*lines, *(f"WRONG: {one}" for one in self.wrong[:_SHOWN])])


def _by_kind(counted: Counter[str]) -> str:
    kinds = ", ".join(f"{kind}: {count}" for kind, count in sorted(counted.items()) if count)
    return f"{counted.total()} ({kinds})" if kinds else "0"
