"""What a run of the benchmark says: the table, the goals, and the same as JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.bench.contenders import AGENTS, ANSWER, IN_FLIGHT, STOCK, TOKENS, UPDATE
from tests.bench.rounds import Result

_WIDTHS = (9, 9, 9, 9, 9, 12, 8)


@dataclass(frozen=True)
class Goal:
    """A figure with what it is to reach, and what it must not miss."""

    name: str
    value: float
    goal: float
    floor: float
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """`met`, `floor` where the least is kept, else `missed`."""
        for wanted, word in ((self.goal, "met"), (self.floor, "floor")):
            if (self.value <= wanted) if self.at_most else (self.value >= wanted):
                return word
        return "missed"


def goals(found: Mapping[str, Result], starts: Sequence[float], after_many: float | None) -> list[Goal]:
    """What is to be reached, as far as this run measured it."""
    reached = []
    for name, to, goal, floor in (
        (ANSWER, STOCK, 10, 8),
        (ANSWER, AGENTS, 2.5, 1.8),
        (UPDATE, STOCK, 8, 6),
        (TOKENS, STOCK, 10, 8),
    ):
        if name in found and to in found:
            reached.append(Goal(f"{name}, times {to}", found[name].times(found[to]), goal, floor))
    if starts:
        reached.append(Goal("start to ready, s", median(starts), 1.5, 2.0, at_most=True))
    if ANSWER in found:
        reached.append(Goal("memory after the start, MiB", found[ANSWER].start_mb, 100, 110, at_most=True))
    if after_many is not None:
        reached.append(Goal("memory after many turns, MiB", after_many, 120, 125, at_most=True))
    return reached


def table(results: Sequence[Result]) -> str:
    """A row each, the yardstick first."""
    stock = next((one for one in results if one.name == STOCK), results[0])
    words = ("turns/s", "x stock", "CPU ms", "x stock", "start s", "RSS MiB", "turns")
    head = " " * 30 + "".join(word.rjust(width) for word, width in zip(words, _WIDTHS, strict=True))
    return "\n".join([head, *(_row(one, stock) for one in results)])


def _row(one: Result, stock: Result) -> str:
    memory = f"{one.start_mb:.0f} - {one.memory_mb:.0f}"
    return (
        f"{one.name:30}{one.per_second:9.0f}{one.times(stock):9.2f}{median(one.cpu_ms):9.2f}"
        f"{one.times_cpu(stock):9.2f}{one.start_seconds:9.1f}{memory:>12}{one.turns:8}"
    )


def reached(goals: Sequence[Goal]) -> str:
    """A line a goal."""
    return "\n".join(
        f"{one.name:60}{one.value:8.2f}  {'<=' if one.at_most else '>='} {one.goal:g} (floor {one.floor:g}): "
        f"{one.verdict}"
        for one in goals
    )


def as_json(results: Sequence[Result], goals: Sequence[Goal], starts: Sequence[float]) -> dict[str, Any]:
    """All of it, each round included."""
    stock = results[0]
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "in_flight": IN_FLIGHT,
        "starts": list(starts),
        "contenders": [
            {
                "name": one.name,
                "turns_per_second": [each.per_second for each in one.rounds],
                "cpu_ms": list(one.cpu_ms),
                "times_stock": one.times(stock),
                "times_stock_cpu": one.times_cpu(stock),
                "start_seconds": one.start_seconds,
                "start_mib": one.start_mb,
                "memory_mib": one.memory_mb,
                "turns": one.turns,
            }
            for one in results
        ],
        "goals": [
            {
                "name": one.name,
                "value": one.value,
                "goal": one.goal,
                "floor": one.floor,
                "verdict": one.verdict,
            }
            for one in goals
        ],
    }
