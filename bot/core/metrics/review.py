"""The success review and complete enablement: due by the values that people entered and the number of
licences, never by a guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.core.engagement import Amount
from bot.core.metrics.followed import Followed, followed
from bot.core.questions.picture import Picture


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """The reason for the success review: enough active use, in percent, or a target that the team reached."""

    why: Literal["active", "own"]
    one: Followed
    percent: Amount = 0


@dataclass(frozen=True, slots=True)
class Enabled:
    """The reason why enablement is complete: enough active users, or percent where licences are few."""

    why: Literal["users", "percent"]
    one: Followed
    number: Amount


def seats(picture: Picture) -> int | None:
    """The number of people that percentages refer to: the licences, else the people whom the change concerns;
    None where neither is known."""
    licences = picture.engagement.setup.licences
    if licences:
        return licences
    people = picture.facts.value(picture.book.playbook.success_review.people) if _is_held(picture) else None
    return people if isinstance(people, int) and people > 0 else None


def active_percent(picture: Picture, one: Followed) -> Amount | None:
    """The active use that a metric shows, in percent, whole where it is computed; None where it shows none,
    or the number of people is not known."""
    if not one.metric.use or one.value is None:
        return None
    if one.metric.percent:
        return one.value
    every = seats(picture)
    return int(one.value * 100 // every) if every else None


def review_due(picture: Picture) -> ReviewDue | None:
    """The reason why the success review is due now, None where it is not, or was held."""
    if picture.engagement.reviewed is not None or not _is_held(picture):
        return None
    rule = picture.book.playbook.success_review
    every = followed(picture)
    for one in every:
        percent = active_percent(picture, one)
        if percent is not None and percent >= rule.active_percent:
            return ReviewDue("active", one, percent)
    return next((ReviewDue("own", one) for one in every if one.reached), None)


def enabled(picture: Picture) -> Enabled | None:
    """The reason why enablement is complete, None while it is not."""
    if not _is_held(picture):
        return None
    rule, every = picture.book.playbook.success_review, seats(picture)
    for one in followed(picture):
        percent = active_percent(picture, one)
        users = one.value if one.metric.use and not one.metric.percent else _users(percent, every)
        if every is not None and every < rule.small_under:
            if percent is not None and percent >= rule.active_percent:
                return Enabled("percent", one, percent)
        elif users is not None and users >= rule.enabled_users:
            return Enabled("users", one, users)
    return None


def _is_held(picture: Picture) -> bool:
    """True where the playbook has a success review."""
    return picture.book.playbook.has("success_review")


def _users(percent: Amount | None, every: int | None) -> int | None:
    return None if percent is None or every is None else int(every * percent // 100)
