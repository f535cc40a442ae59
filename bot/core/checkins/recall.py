"""The FM has people reminded of open questions: who hears in person, and who is mentioned in the thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from bot.core.checkins.agenda import unanswered
from bot.core.checkins.due import at_the_hour, local_today, recall_item
from bot.core.clock import utc
from bot.core.engagement import Engagement, Person, Recall
from bot.core.questions.asks import responsible
from bot.core.questions.changes import with_person
from bot.core.questions.picture import Picture

MENTION_DUE = "remind_all"
"""The item of the due index of the message in the thread to those who could not be reached in person."""
_OTHERS_FIRST = timedelta(minutes=5)
"""How long that message waits for the outcome of those in person, to speak to all of them at once."""


def people_asked(picture: Picture) -> list[str]:
    """The people who may be reminded of open questions: not the FM, whose every question it is."""
    engagement = picture.engagement
    asked = (person for ask in unanswered(picture) for person in responsible(picture.book, engagement, ask))
    silenced = {engagement.fm, *engagement.muted}
    return [person for person in dict.fromkeys(asked) if person not in silenced]


def is_told_today(picture: Picture, person: str) -> bool:
    """True when this workshop has written to the person, or mentioned them, on this local day."""
    return picture.engagement.told.get(person) == local_today(picture).isoformat()


def next_recall(picture: Picture) -> date | None:
    """The first day on which the FM can have people reminded again; None where that is now."""
    recall, today = picture.engagement.recall, local_today(picture)
    if recall is None or recall.day < today.isoformat():
        return None
    return picture.facts.add_workdays(date.fromisoformat(recall.day), 1)


def new_recall(picture: Picture) -> Recall:
    """The messages to all who have open questions: now, on a day off at the usual hour of the next working
    day."""
    today, moment = local_today(picture), picture.now
    if not picture.facts.calendar.is_workday(today):
        today = picture.facts.add_workdays(today, 1)
        moment = at_the_hour(picture.engagement, today)
    return Recall(today.isoformat(), utc(moment), waiting=people_asked(picture))


def with_recall(picture: Picture, names: Mapping[str, str]) -> Engagement:
    """The engagement that has these messages to send. Whoever was only handed a question is known from now
    on, by their name in `names`: a mention needs it."""
    recall = new_recall(picture)
    after = replace(picture.engagement, recall=recall)
    for key in recall.waiting:
        tenant, _, object_id = key.partition("/")
        after = with_person(after, Person(tenant, object_id, names.get(key, "")), picture.now)
    return after


def recall_of_today(picture: Picture) -> Recall | None:
    """The last recall as it is when a workshop goes on after a while: what was to be sent on an earlier day
    is not sent any more."""
    recall = picture.engagement.recall
    if recall is None or recall.day >= local_today(picture).isoformat():
        return recall
    return replace(recall, waiting=[], unreached=[])


def waiting_for(engagement: Engagement, item: str) -> str | None:
    """The person whose message this item is, while it is still to come."""
    waiting = engagement.recall.waiting if engagement.recall else ()
    return next((person for person in waiting if recall_item(person) == item), None)


def recall_dues(picture: Picture) -> Mapping[str, str]:
    """The moment of each message in person that is still to come, and is not on its way."""
    engagement = picture.engagement
    recall = engagement.recall
    if recall is None:
        return {}
    items = map(recall_item, recall.waiting)
    return {item: recall.at for item in items if engagement.sending.get(item) != recall.at}


def mention_dues(picture: Picture) -> Mapping[str, str]:
    """The moment of the mention of all who could not be reached: at once where nobody is left to try."""
    engagement = picture.engagement
    recall, known = engagement.recall, engagement.due.get(MENTION_DUE)
    if recall is None or not recall.unreached or MENTION_DUE in engagement.sending:
        return {}
    now = utc(picture.now)
    to_try = recall.at <= now and any(not is_told_today(picture, one) for one in recall.waiting)
    wanted = utc(picture.now + _OTHERS_FIRST) if to_try else now
    return {MENTION_DUE: min(known, wanted) if known else wanted}


def when_reached(engagement: Engagement, item: str) -> Engagement:
    """The engagement when the person of this item got the message."""
    after = when_dropped(engagement, item)
    if after is engagement or after.recall is None:
        return engagement
    return replace(after, recall=replace(after.recall, reached=after.recall.reached + 1))


def when_unreached(engagement: Engagement, item: str) -> Engagement:
    """The engagement when the person of this item cannot be reached: nobody has told them anything today."""
    person, after = waiting_for(engagement, item), when_dropped(engagement, item)
    if person is None or after.recall is None:
        return engagement
    told = {key: day for key, day in after.told.items() if key != person}
    recall = replace(after.recall, unreached=[*after.recall.unreached, person])
    return replace(after, told=told, recall=recall)


def when_dropped(engagement: Engagement, item: str) -> Engagement:
    """The engagement that waits for this item no longer; the same object where it did not."""
    recall = engagement.recall
    if recall is None:
        return engagement
    if item == MENTION_DUE and recall.unreached:
        return replace(engagement, recall=replace(recall, unreached=[]))
    if waiting_for(engagement, item) is None:
        return engagement
    waiting = [person for person in recall.waiting if recall_item(person) != item]
    return replace(engagement, recall=replace(recall, waiting=waiting))


def when_mentioned(engagement: Engagement, count: int) -> Engagement:
    """The engagement when so many of those who could not be reached stand in the thread."""
    after = when_dropped(engagement, MENTION_DUE)
    if after.recall is None:
        return engagement
    return replace(after, recall=replace(after.recall, mentioned=after.recall.mentioned + count))
