"""The moments at which reminders fall due, the one to send now, the engagement before and after a send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bot.core.checkins.due import local_today
from bot.core.checkins.kinds import (
    CHECK_IN_DUE,
    KINDS,
    LOST_DUE,
    SILENCE_DUE,
    SILENT,
    Postponed,
    Reminder,
    ToEach,
    kind_item,
    kind_of_item,
)
from bot.core.checkins.recall import (
    MENTION_DUE,
    when_dropped,
    when_mentioned,
    when_reached,
    when_unreached,
    with_recall,
)
from bot.core.checkins.series import HELD_IN
from bot.core.checkins.unreached import UNREACHED_DUE, when_fm_knows, when_reachable, when_unreachable
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Engagement
from bot.core.plan.items import Item, items
from bot.core.questions.lasting import (
    AGENDA_CARD,
    REFRESH_DUE,
    card_name,
    lasting_cards,
    next_number,
    refresh_due,
    with_card,
    with_refresh,
)
from bot.core.questions.picture import Picture


def is_expected(engagement: Engagement, item: str, at: str) -> bool:
    """True when the engagement has this as due, or as being sent."""
    held = item == REFRESH_DUE or engagement.status in HELD_IN
    due = held and engagement.due.get(item) == at
    return due or is_sending(engagement, item, at)


def is_sending(engagement: Engagement, item: str, at: str) -> bool:
    """True when a send of this began and its outcome is not recorded yet."""
    series = engagement.check_in
    if item == CHECK_IN_DUE:
        return series is not None and series.sending == at
    return engagement.sending.get(item) == at


def reminder(picture: Picture, item: str, at: str) -> Reminder | Postponed | ToEach | None:
    """The message to send for an item of the due index, until when it waits, or that each
    hears in person; None where it is obsolete."""
    if picture.engagement.lost and kind_item(item) != LOST_DUE:
        return None
    kind = kind_of_item(item)
    return kind.reminder(picture, item, at) if kind else None


def dues(picture: Picture, plan: Sequence[Item]) -> dict[str, str]:
    """Item -> the moment at which it falls due next, for everything that does.

    An item that the engagement lists as due stays due until it is dealt with, however late it is.
    """
    if picture.engagement.lost:
        known = picture.engagement.due
        return {LOST_DUE: known[LOST_DUE]} if LOST_DUE in known else {}
    refresh = refresh_due(picture.engagement)
    if picture.engagement.status not in HELD_IN:
        return refresh
    return {item: at for kind in KINDS for item, at in kind.dues(picture, plan).items()} | refresh


def with_dues(picture: Picture, plan: Sequence[Item]) -> Engagement:
    """The engagement with its `due` brought up to date; the same object where nothing changed."""
    found = dues(picture, plan)
    return picture.engagement if found == picture.engagement.due else replace(picture.engagement, due=found)


def when_recalled(picture: Picture, item: str, at: str) -> Engagement:
    """The engagement when the people with open questions are told in person instead of by this item."""
    after = with_recall(picture, {})
    return _with_dues(picture, replace(after, due=_without(after.due, item, at)))


def when_begun(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the send begins: another instance that reads it does not send it once more."""
    engagement, today = picture.engagement, local_today(picture).isoformat()
    addressed = (*one.people, one.to) if one.to else one.people
    after = replace(
        engagement,
        due=_without(engagement.due, one.item),
        # Messages of other days limit nobody any more.
        told={key: day for key, day in engagement.told.items() if day == today}
        | dict.fromkeys(addressed, today),
    )
    series = after.check_in
    if one.item == CHECK_IN_DUE and series is not None:
        going = replace(series, status="on", paused_until=None, next_due=one.following, sending=one.at)
        after = replace(after, check_in=going)
    else:
        after = replace(after, sending={**after.sending, one.item: one.at})
    return _with_dues(picture, after)


def when_refused(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the send was refused and can be repeated: it is due as before."""
    engagement = picture.engagement
    addressed = {*one.people, one.to}
    after = replace(
        _ended(engagement, one),
        told={key: day for key, day in engagement.told.items() if key not in addressed},
    )
    series = after.check_in
    if one.item != CHECK_IN_DUE:
        after = replace(after, due={**after.due, one.item: one.at})
    elif series is not None and series.status == "on" and series.next_due == one.following:
        after = replace(after, check_in=replace(series, next_due=one.at))
    return _with_dues(picture, after)


def when_sent(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when it was sent. Any change since the check-in before counts as a reaction to it."""
    after = _ended(picture.engagement, one)
    series = after.check_in
    if one.to is not None:
        after = when_reachable(after, one.to)
    if one.item == UNREACHED_DUE:
        return _with_dues(picture, when_fm_knows(after))
    if one.item == MENTION_DUE:
        return _with_dues(picture, when_mentioned(after, len(one.people)))
    if (reached := when_reached(after, one.item)) is not after:
        return _with_dues(picture, reached)
    if one.item != CHECK_IN_DUE or series is None:
        return after
    silent = series.silent + 1 if series.last_sent and series.revision == after.revision else 0
    done = replace(series, last_sent=utc(picture.now), revision=after.revision, silent=silent)
    before, after = after, _over(replace(after, check_in=done))
    after = with_card(after, AGENDA_CARD, agenda_name(after))
    if lasting_cards(before):
        # The one before is to say so, and others name the next check-in.
        after = with_refresh(after, picture.now)
    if silent == SILENT:
        after = replace(after, due={**after.due, SILENCE_DUE: utc(picture.now)})
    return _with_dues(picture, after)


def agenda_name(engagement: Engagement) -> str:
    """The name of the agenda that is posted next."""
    return card_name(AGENDA_CARD, next_number(engagement, AGENDA_CARD))


def when_given_up(picture: Picture, item: str, at: str) -> Engagement:
    """The engagement when it will not be sent again, although it is unknown whether it arrived."""
    after = when_dropped(_over(_ended(picture.engagement, Reminder(item, at))), item)
    return _with_dues(picture, replace(after, due=_without(after.due, item, at)))


def when_not_reached(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the person to whom it was to go cannot be reached: where the FM had them reminded
    of their open questions, they are mentioned in the thread instead."""
    after = when_unreached(_ended(picture.engagement, one), one.item)
    return when_given_up(picture.after(after), one.item, one.at)


def when_aside(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the thread took what could not go to the person in person."""
    sent = replace(when_sent(picture, one), unreached=picture.engagement.unreached)
    after = when_unreachable(picture.after(sent), one.to or "", one.item, one.at, heard=True)
    return _with_dues(picture, after)


def when_lost(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when nothing took what was for a person: it waits until they add the app."""
    given_up = picture.after(when_not_reached(picture, one))
    return _with_dues(picture, when_unreachable(given_up, one.to or "", one.item, one.at, heard=False))


def when_gone(picture: Picture, one: Reminder) -> Engagement:
    """The engagement when the conversation is gone: its check-ins are paused until the FM, who is told,
    resumes them."""
    after = when_dropped(_ended(picture.engagement, one), one.item)
    series = after.check_in
    if series is not None and series.status != "off":
        resting = replace(series, status="paused", paused_until=None, next_due=None)
        after = replace(after, check_in=resting, due={**after.due, LOST_DUE: utc(picture.now)})
    return _with_dues(picture, after)


def when_place_ends(picture: Picture) -> Engagement:
    """The engagement when its channel, its team or the bot in it is gone: nothing falls due any more but that
    its FM is told. The same object where that is known."""
    if picture.engagement.lost:
        return picture.engagement
    now = utc(picture.now)
    after = replace(picture.engagement, lost=now, due={**picture.engagement.due, LOST_DUE: now})
    return _with_dues(picture, after)


def when_place_returns(picture: Picture) -> Engagement:
    """The engagement when its place is there again: what was to fall due does. The same object where it was
    never gone."""
    if not picture.engagement.lost:
        return picture.engagement
    return _with_dues(
        picture, replace(picture.engagement, lost="", due=_without(picture.engagement.due, LOST_DUE))
    )


def _ended(engagement: Engagement, one: Reminder) -> Engagement:
    """The engagement in which this message is no longer marked as being sent."""
    series = engagement.check_in
    if one.item != CHECK_IN_DUE:
        return replace(engagement, sending=_without(engagement.sending, one.item, one.at))
    if series is None or series.sending != one.at:
        return engagement
    return replace(engagement, check_in=replace(series, sending=None))


def _over(engagement: Engagement) -> Engagement:
    """The engagement with its series off where no check-in is left."""
    series: CheckIn | None = engagement.check_in
    if series is None or series.status != "on" or series.next_due is not None:
        return engagement
    return replace(engagement, check_in=replace(series, status="off"))


def _without(moments: Mapping[str, str], item: str, at: str | None = None) -> dict[str, str]:
    return {key: moment for key, moment in moments.items() if key != item or (at and moment != at)}


def _with_dues(picture: Picture, engagement: Engagement) -> Engagement:
    then = Picture(picture.book, engagement, picture.now)
    return with_dues(then, items(then))
