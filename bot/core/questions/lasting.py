"""Lasting cards: the latest of each kind in the thread, which are kept true, and when to look at them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace as replace_step
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Engagement
from bot.core.questions.picture import Picture
from bot.core.step import Post, Step

RESULT_CARD = "result~"
"""The beginning of the kind of a result card; the factor follows."""
SUMMARY_CARD = "summary"
OFFERS_CARD = "offers"
AGENDA_CARD = "agenda"
STATUS_CARD = "status"
PLAN_CARD = "plan"
NEXT_STEPS_CARD = "next_steps"
"""The kinds of lasting cards, which are stored; the workshop card is one besides."""
REFRESH_DUE = "refresh"
"""The item of the due index under which the cards of a workshop are looked at."""
QUIET = timedelta(minutes=2)
"""The time since the last act during which no card is changed under somebody's hands."""


def lasting_cards(engagement: Engagement) -> Mapping[str, str]:
    """The names of the latest cards by their kinds. An older state says only that they were posted."""
    results = (f"{RESULT_CARD}{factor}" for factor in engagement.closed_factors)
    summary = (SUMMARY_CARD,) if engagement.summary_posted else ()
    return {**{name: name for name in (*results, *summary)}, **engagement.posted}


def next_number(engagement: Engagement, kind: str) -> int:
    """The number of the next card of a kind; the first is 1."""
    latest = lasting_cards(engagement).get(kind)
    if latest is None:
        return 1
    number = latest.removeprefix(kind).removeprefix("~")
    return int(number) + 1 if number.isdecimal() else 2


def card_name(kind: str, number: int) -> str:
    """The name of a card of a kind: the first is called as the kind is."""
    return kind if number == 1 else f"{kind}~{number}"


def with_card(engagement: Engagement, kind: str, name: str) -> Engagement:
    """The engagement in which this is the latest card of its kind; the one before is to be marked."""
    known = lasting_cards(engagement)
    before = known.get(kind)
    outdated = engagement.outdated if before in (None, name) else {**engagement.outdated, before: kind}
    return replace(engagement, posted={**known, kind: name}, outdated=outdated)


def with_lasting(before: Picture, step: Step) -> Step:
    """A step with the lasting cards that it posts, and the moment at which those that stand are looked at."""
    was, after = before.engagement, step.engagement
    if after is was:
        return step
    known = lasting_cards(was)
    if known.keys() - lasting_cards(after).keys():
        # What is open again is no longer closed; its card stands all the same.
        after = replace(after, posted={**known, **after.posted})
    for effect in step.effects:
        if isinstance(effect, Post) and effect.lasting:
            after = with_card(after, effect.lasting, effect.name)
    if (known and step.records) or after.shared_stale or after.outdated:
        after = with_refresh(after, before.now)
    return step if after is step.engagement else replace_step(step, engagement=after)


def with_refresh(engagement: Engagement, now: datetime) -> Engagement:
    """The engagement whose cards are looked at when it has been quiet. What waits already keeps its moment,
    so that only the first of many answers writes one."""
    if REFRESH_DUE in engagement.due or engagement.status == "gone":
        return engagement
    return replace(engagement, due={**engagement.due, REFRESH_DUE: utc(now + QUIET)})


def refresh_due(engagement: Engagement) -> dict[str, str]:
    """The moment at which the cards are looked at, as the due index holds it; empty where they are not."""
    at = engagement.due.get(REFRESH_DUE)
    return {REFRESH_DUE: at} if at is not None and engagement.status != "gone" else {}


def quiet_from(engagement: Engagement) -> datetime:
    """The moment from which it counts as quiet, as long as nobody does anything more."""
    return datetime.fromisoformat(engagement.updated) + QUIET


def when_refreshed(engagement: Engagement, marked: Collection[str], *, stale: bool) -> Engagement:
    """The engagement after its cards were looked at: `marked` ones are done with; `stale` where the workshop
    card could not be drawn anew."""
    return replace(
        engagement,
        due={item: at for item, at in engagement.due.items() if item != REFRESH_DUE},
        outdated={name: kind for name, kind in engagement.outdated.items() if name not in marked},
        shared_stale=stale,
    )
