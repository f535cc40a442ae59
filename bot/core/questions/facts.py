"""The facts that conditions ask for: the setup, the answers, and the dates of one engagement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from bot.core.engagement import Engagement, Value, Voice
from bot.core.playbook.ask import Ask
from bot.core.workdays import Workdays, workdays

SAYING = ("answer", "planned", "not_applicable")
"""The kinds of voice that count as an answer; skipping and handing on do not."""


@dataclass(frozen=True)
class EngagementFacts:
    """The facts of an engagement on a day; `value` and `day` are what conditions ask."""

    engagement: Engagement
    today: date

    @cached_property
    def calendar(self) -> Workdays:
        """The working days of the engagement's country and state."""
        setup = self.engagement.setup
        return workdays(setup.country, setup.state)

    @cached_property
    def is_late(self) -> bool:
        """True once the day has passed by which answers were asked for."""
        answer_by = self.day("answer_by")
        return answer_by is not None and self.today > answer_by

    def value(self, subject: str) -> Value | bool | None:
        """The value of a subject of the condition language, None where there is none."""
        if subject == "today":
            return self.today.isoformat()
        owner, _, name = subject.partition(".")
        if owner == "setup":
            found: Value | bool | None = getattr(self.engagement.setup, name)
            return found
        voice = the_answer(self.engagement.voices.get(owner, ()))
        if not name:
            return voice is not None and voice.kind in SAYING
        if voice is None or voice.kind != "answer":
            return None
        return voice.fields.get(name)

    def day(self, anchor: str) -> date | None:
        """The day of an anchor, None where it is not known."""
        if anchor == "today":
            return self.today
        if anchor == "started":
            return date.fromisoformat(self.engagement.started[:10])
        setup = self.engagement.setup
        if anchor == "first_users":
            known = [day for day in (setup.pilot, setup.launch) if day]
            return date.fromisoformat(min(known)) if known else None
        found: str | None = getattr(setup, anchor)
        return date.fromisoformat(found) if found else None

    def add_workdays(self, day: date, count: int) -> date:
        """The day `count` working days later (earlier where negative)."""
        return self.calendar.add(day, count)


@dataclass(frozen=True)
class AnswerFacts:
    """The facts of an engagement with the fields of one answer in front."""

    base: EngagementFacts
    fields: Mapping[str, Any]

    def value(self, subject: str) -> Value | bool | None:
        """The value of the answer's own field, else that of the engagement."""
        if "." in subject or subject == "today" or subject in self.base.engagement.voices:
            return self.base.value(subject)
        found: Value | bool | None = self.fields.get(subject)
        return found

    def day(self, anchor: str) -> date | None:
        """The day of an anchor."""
        return self.base.day(anchor)

    def add_workdays(self, day: date, count: int) -> date:
        """The day `count` working days later."""
        return self.base.add_workdays(day, count)


def is_live(engagement: Engagement, ask: Ask) -> bool:
    """True while the question stands in the thread of a meeting."""
    return engagement.live is not None and engagement.live.ask == ask.key


def the_answer(voices: list[Voice] | tuple[Voice, ...]) -> Voice | None:
    """The voice that counts: the first that says something, else the latest that handed on or skipped."""
    for voice in voices:
        if voice.kind in SAYING:
            return voice
    if len(voices) > 1:
        return max(voices, key=lambda voice: voice.revision)
    return voices[0] if voices else None
