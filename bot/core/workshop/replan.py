"""The part of every step that keeps the plan up to date: rows, urgency, due dates, a moved launch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from operator import attrgetter

from msgspec.structs import replace

from bot.core.checkins.reminders import with_dues
from bot.core.engagement import Engagement, Voice
from bot.core.keys import split_ask_key
from bot.core.plan.items import Item, derived, items
from bot.core.plan.rows import RecordItem
from bot.core.plan.urgency import first_needed
from bot.core.playbook.ask import Ask
from bot.core.questions.picture import Picture
from bot.core.step import Record, Step

MOST_ROWS = 90
"""Rows of items in one transaction, which takes 100 changes in Azure Table storage; further ones wait until
they change."""

_ASIDE = ("voices", "revision", "updated", "seen", "talks", "news", "last_answer", "live", "undoable")
_POSTED = ("closed_factors", "summary_posted", "shared_stale")
_deciding = attrgetter(*(name for name in Engagement.__struct_fields__ if name not in (*_ASIDE, *_POSTED)))
"""The fields of an engagement from which items follow, or might, beside the answers."""


def with_plan(before: Picture, step: Step) -> Step:
    """A step with its effect on the plan: the day on which the launch was moved, the rows of changed items,
    the urgency, and the moments at which something falls due."""
    after = step.engagement
    if after is before.engagement or not step.records:
        return step
    moved = after.setup.launch != before.engagement.setup.launch and before.engagement.status != "setup"
    # A step that took the launch back says itself when it was last moved.
    if moved and after.launch_moved == before.engagement.launch_moved:
        after = replace(after, launch_moved=before.facts.today.isoformat())
    then = before.after(after)
    touched = _touched(before, then)
    if touched is not None:
        then.take_over(before, touched)
    old, new = _compared(before, then, touched)
    rows = _rows(old, new)
    mended = _mended(before, then, old, new)
    if mended != after.mended:
        after = replace(after, mended=mended)
        then = before.after(after)
    if touched is None or rows or then.finished != before.finished:
        plan = items(then)
        after, urgent = with_dues(then, plan), first_needed(then, plan)
        if urgent != after.urgent:
            after = replace(after, urgent=urgent)
    if not rows and after is step.engagement:
        return step
    return Step(after, step.effects, (*step.records, *rows), step.faults)


def renewed(picture: Picture, records: Sequence[Record]) -> tuple[Engagement, tuple[RecordItem, ...]]:
    """The engagement with all that is stored of its plan worked out anew, and the rows of its items but those
    among the `records` that are written anyway. What the transaction has no room for waits until it changes.
    """
    plan = items(picture)
    after = replace(with_dues(picture, plan), urgent=first_needed(picture, plan), plan_behind=False)
    written = {one.id for one in records if isinstance(one, RecordItem)}
    rows = (RecordItem(item.id, item) for item in plan if item.question and item.id not in written)
    return after, tuple(islice(rows, max(0, MOST_ROWS - len(written))))


def _rows(old: Mapping[str, Item], new: Mapping[str, Item]) -> tuple[RecordItem, ...]:
    changed = [RecordItem(key, item) for key, item in new.items() if old.get(key) != item]
    gone = [RecordItem(key, None) for key in old if key not in new]
    return tuple([*changed, *gone][:MOST_ROWS])


def _mended(before: Picture, after: Picture, old: Mapping[str, Item], new: Mapping[str, Item]) -> list[str]:
    """The keys of all items that left the plan so far because their own question got a better answer."""
    was, now = before.engagement.voices, after.engagement.voices
    left = [key for key in old if key not in new and _is_said_anew(after, key, was, now)]
    known = [key for key in after.engagement.mended if key not in new]
    return [*known, *(key for key in left if key not in known)]


def _is_said_anew(
    after: Picture, key: str, was: Mapping[str, list[Voice]], now: Mapping[str, list[Voice]]
) -> bool:
    """True when the step brought the question another answer; an answer taken back is none."""
    if key not in now or was.get(key) is now[key]:
        return False
    settled = after.engagement.settled.get(key)
    newest = max(voice.revision for voice in now[key])
    return after.engagement.revision in (newest, settled.revision if settled else 0)


def _compared(
    before: Picture, after: Picture, touched: Sequence[Ask] | None
) -> tuple[dict[str, Item], dict[str, Item]]:
    """The items before and after, by id; where only answers changed, those alone that follow from them."""
    if touched is None:
        return {item.id: item for item in items(before)}, {item.id: item for item in items(after)}
    old, new = ([picture.standing(ask) for ask in touched] for picture in (before, after))
    return (
        {item.id: item for item in derived(before, old)},
        {item.id: item for item in derived(after, new)},
    )


def _touched(before: Picture, after: Picture) -> list[Ask] | None:
    """The asks whose standing can differ from before; None where it can be any."""
    was, now = before.engagement, after.engagement
    same = before.asks is after.asks or before.asks == after.asks
    if not same or _deciding(was) != _deciding(now):
        return None
    old, new = was.voices, now.voices
    said = [key for key, voices in new.items() if old.get(key) is not voices]
    said += old.keys() - new
    concerned = {other for key in said for other in before.book.dependents[split_ask_key(key)[0]]}
    if before.result.stands is not after.result.stands and before.book.last is not None:
        concerned.add(before.book.last.question.id)  # its verdict follows from all answers
    return [ask for ask in before.asks if ask.question.id in concerned]
