"""The acts of a workshop as facts for conditions: the subjects that begin with `acts.`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.engagement import Mark, Value
from bot.core.metrics.followed import followed
from bot.core.plan.items import items
from bot.core.playbook.checks.vocabulary import ACTS_PREFIX
from bot.core.questions.picture import Picture
from bot.core.talks.talks import talks_of
from bot.core.verdict import Verdict

_GOOD = (Verdict.READY, Verdict.ON_COURSE, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True)
class ActFacts:
    """The facts of an engagement with its acts, beside the answers. A question counts as answered only where
    its answer is ready or on course, for every service: a gap reaches nothing."""

    picture: Picture

    def value(self, subject: str) -> Value | bool | None:
        """The value of a subject, None where there is none."""
        if subject.startswith(ACTS_PREFIX):
            return ACT_VALUES[subject.removeprefix(ACTS_PREFIX)](self.picture)
        if subject in self.picture.book.questions:
            return self._stands(subject)
        return self.picture.facts.value(subject)

    def _stands(self, question: str) -> bool:
        found = [one.verdict for one in self.picture.standings if one.ask.question.id == question]
        return bool(found) and all(verdict in _GOOD for verdict in found)

    def day(self, anchor: str) -> date | None:
        """The day of an anchor."""
        return self.picture.facts.day(anchor)

    def add_workdays(self, day: date, count: int) -> date:
        """The day `count` working days later."""
        return self.picture.facts.add_workdays(day, count)


def act_moments(picture: Picture, act: str) -> list[str]:
    """The moments at which an act was done (ISO 8601 UTC), none where they are not kept."""
    engagement = picture.engagement
    tasks = (one.done for one in engagement.tasks.values())
    match act:
        case "results":
            return [voice.at for voices in engagement.voices.values() for voice in voices]
        case "shown":
            return _moments(*engagement.shown.values())
        case "tasks":
            return _moments(*tasks)
        case "effort" | "next_action":
            return [engagement.overall.at] if engagement.overall.at else []
        case "completed":
            return _moments(engagement.completed)
        case "talks":
            return [one.at for one in talks_of(picture) if one.status == "held" and one.at]
        case "metrics":
            return [one.at for one in engagement.metrics.values() if not one.dropped]
    return []


def _moments(*marks: Mark | None) -> list[str]:
    return [mark.at for mark in marks if mark is not None]


def _unowned(picture: Picture) -> int:
    return sum(not item.closed and not (item.owner and item.owner.get("name")) for item in items(picture))


def _check_in(picture: Picture) -> str | None:
    series = picture.engagement.check_in
    return series.first if series is not None and series.status != "off" else None


ACT_VALUES: Mapping[str, Callable[[Picture], Value | bool | None]] = {
    "results": lambda picture: list(picture.engagement.closed_factors),
    "shown": lambda picture: list(picture.engagement.shown),
    "tasks": lambda picture: [key for key, one in picture.engagement.tasks.items() if one.done],
    "unowned": _unowned,
    "effort": lambda picture: picture.engagement.overall.effort,
    "next_action": lambda picture: picture.engagement.overall.next_action,
    "check_in": _check_in,
    "completed": lambda picture: picture.engagement.completed.at if picture.engagement.completed else None,
    "talks": lambda picture: [one.id for one in talks_of(picture) if one.status == "held"],
    "metrics": lambda picture: [one.metric.id for one in followed(picture)],
}
"""The value of each act that the playbook's vocabulary knows."""
