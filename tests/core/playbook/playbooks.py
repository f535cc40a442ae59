"""The small playbook, ways to break it, and facts that conditions ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from bot.core.engagement import Value
from bot.core.playbook.load import read_playbook
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.proof.timeline import Timeline

SMALL = Path(__file__).with_name("small_playbook.yaml")
NAME = "playbook.yaml"
TODAY = date(2026, 6, 10)


def small_playbook() -> Playbook:
    """The small playbook, which has no fault."""
    playbook, faults = read_playbook(SMALL.read_text(encoding="utf-8"), NAME)
    assert playbook is not None, faults
    return playbook


def changed(*changes: tuple[str, str]) -> str:
    """The text of the small playbook with passages replaced, each of which stands there once."""
    text = SMALL.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def broken(name: str) -> dict[str, dict[str, str]]:
    """Ways to break the small playbook, by name: what to replace, by what, and the fault to expect."""
    ways: dict[str, dict[str, str]] = yaml.safe_load(SMALL.with_name(name).read_text(encoding="utf-8"))
    return ways


def faults_of(text: str) -> list[str]:
    """The faults of a playbook, as authors see them."""
    return [str(fault) for fault in read_playbook(text, NAME)[1]]


def line_of(text: str, passage: str) -> int:
    """The line on which a passage stands."""
    assert text.count(passage) == 1, passage
    return text.count("\n", 0, text.index(passage)) + 1


@dataclass
class KnownFacts:
    """Facts as told: values by subject, days by anchor."""

    values: Mapping[str, Value | bool | None] = field(default_factory=dict)
    days: Mapping[str, date | None] = field(default_factory=dict)

    def value(self, subject: str, /) -> Value | bool | None:
        return self.values.get(subject)

    def day(self, anchor: str, /) -> date | None:
        return TODAY if anchor == "today" else self.days.get(anchor)

    def add_workdays(self, day: date, count: int, /) -> date:
        return Timeline({}).add_workdays(day, count)
