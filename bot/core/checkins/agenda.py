"""The agenda of a check-in: items overdue or due until the next one, gaps, disputed and open questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.checkins.due import local_today, notice_moments, owner_item, recall_day, zone_of
from bot.core.plan.items import Item, items
from bot.core.playbook.ask import Ask
from bot.core.questions.picture import Picture
from bot.core.verdict import Verdict

SHOWN = 4
"""Lines of one list; the rest is counted."""
_NO_NEXT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Agenda:
    """`gaps` are those that neither list of items holds; `unanswered` is empty before the answer-by date
    comes near."""

    overdue: tuple[Item, ...]
    coming: tuple[Item, ...]
    gaps: tuple[Item, ...]
    disputed: tuple[Ask, ...]
    unanswered: tuple[Ask, ...]


def agenda(picture: Picture, following: str | None) -> Agenda:
    """The agenda of a check-in before the one at `following` (ISO 8601 UTC), None where it is the last."""
    plan = [item for item in items(picture) if not item.closed]
    today, until = picture.facts.today, _until(picture, following).isoformat()
    overdue = tuple(item for item in plan if item.is_overdue(today))
    coming = tuple(item for item in plan if today.isoformat() <= item.due <= until)
    listed = {item.id for item in (*overdue, *coming)}
    missing = {one.ask.key for one in picture.standings if one.verdict is Verdict.GAP} - listed
    return Agenda(
        overdue,
        coming,
        tuple(item for item in plan if item.id in missing),
        tuple(one.ask for one in picture.standings if one.disputed),
        tuple(unanswered(picture)) if _wants_answers(picture) else (),
    )


def unanswered(picture: Picture) -> list[Ask]:
    """The questions that nobody has answered."""
    return [ask for ask in picture.asks if not picture.settled(ask)]


def mentioned(picture: Picture, people: Iterable[str | None]) -> tuple[str, ...]:
    """Of these people those who may be mentioned today: not muted, and not addressed otherwise today."""
    return tuple(dict.fromkeys(one for one in people if one and may_be_mentioned(picture, one)))


def may_be_mentioned(picture: Picture, person: str) -> bool:
    """True when the person has not muted mentions and gets no other message today."""
    engagement, today = picture.engagement, local_today(picture)
    notice = engagement.due.get(owner_item(person))
    told = engagement.told.get(person) == today.isoformat()
    return person not in engagement.muted and not told and (notice is None or _day(picture, notice) > today)


def is_named(picture: Picture, item: Item) -> bool:
    """True when the owner of an overdue item is named to all: on the days after their own notice of it."""
    return _day(picture, notice_moments(picture, item.due)[1]) < local_today(picture)


def _until(picture: Picture, following: str | None) -> date:
    return _day(picture, following) if following else local_today(picture) + _NO_NEXT


def _wants_answers(picture: Picture) -> bool:
    """True after the answer-by date, and on the day on which a check-in replaces the reminder of it."""
    answer_by, today = picture.facts.day("answer_by"), picture.facts.today
    return answer_by is not None and (today > answer_by or today == recall_day(picture))


def _day(picture: Picture, moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(zone_of(picture.engagement)).date()
