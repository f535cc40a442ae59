"""The calendar of an engagement, as data: check-ins, due dates, milestones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from bot.core.cadence import occurrences
from bot.core.engagement import CheckIn
from bot.core.plan.items import Item, item_title, items
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import reason_text
from bot.core.screens.talks.talks import offer_line
from bot.core.talks.talks import talks_of
from bot.core.workdays import known_zone

CHECK_IN_MINUTES = 30
_MOST_CHECK_INS = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """Something at an hour: `start` in the zone in which it was agreed."""

    id: str
    start: datetime
    minutes: int
    title: str
    about: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Something on a day, the whole of it."""

    id: str
    day: date
    title: str
    about: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one workshop. `id` and an entry's id name it for ever, so that what is imported again
    replaces what was imported before; `sequence` grows with every change."""

    id: str
    name: str
    sequence: int
    entries: tuple[Meeting | Day, ...]


def dates(viewer: Viewer) -> Dates:
    """The check-ins to come, the days of the plan, pilot and launch, in the reader's language."""
    engagement, words = viewer.engagement, viewer.words
    customer = engagement.setup.customer or words("record.untitled")
    entries: tuple[Meeting | Day, ...] = (
        *_milestones(viewer, customer),
        *_talks(viewer, customer),
        *_check_ins(viewer, customer),
        *_due(viewer, customer),
    )
    return Dates(engagement.id, words("calendar.name", customer=customer), engagement.revision, entries)


def _milestones(viewer: Viewer, customer: str) -> list[Day]:
    setup, words = viewer.engagement.setup, viewer.words
    named = (
        ("pilot", setup.pilot, words("field.pilot")),
        ("launch", setup.launch, words("field.launch")),
    )
    return [
        Day(key, date.fromisoformat(day), _titled(viewer, customer, title))
        for key, day, title in named
        if day
    ]


def _talks(viewer: Viewer, customer: str) -> list[Day]:
    words = viewer.words
    return [
        Day(
            f"talk-{one.id}",
            date.fromisoformat(one.day),
            _titled(viewer, customer, words("calendar.talk", what=line.title)),
            line.talks,
        )
        for one in talks_of(viewer.picture)
        if one.status == "accepted" and one.day and (line := offer_line(viewer, one))
    ]


def _check_ins(viewer: Viewer, customer: str) -> list[Meeting]:
    """Numbered through the whole series: when its hour or its weekday changes, each entry moves with it."""
    series = viewer.engagement.check_in
    if series is None:
        return []
    zone = known_zone(series.cadence.time_zone)
    title = _titled(viewer, customer, viewer.words("calendar.check_in"))
    about = viewer.words("calendar.check_in_about")
    found = []
    for number, moment, taken in _moments(viewer, series):
        local = moment.astimezone(zone)
        cancelled = not taken or _falls_out(series, local.date())
        found.append(Meeting(f"check-in-{number}", local, CHECK_IN_MINUTES, title, about, cancelled))
    return [one for one in found if one.start > viewer.picture.now]


def _moments(viewer: Viewer, series: CheckIn) -> Iterator[tuple[int, datetime, bool]]:
    """The check-ins by their numbers, and whether each takes place: a moved one at its new moment; those
    passed over for it do not."""
    first, calendar = date.fromisoformat(series.first), viewer.picture.facts.calendar
    moments = list(islice(occurrences(series.cadence, first, calendar), _MOST_CHECK_INS))
    due = datetime.fromisoformat(series.next_due) if series.next_due else None
    for number, moment in enumerate(moments, 1):
        following = moments[number] if number < len(moments) else None
        if due is None or moment >= due:
            yield number, moment, True
        elif following is None or due < following:
            yield number, due, True
        else:
            yield number, moment, False


def _falls_out(series: CheckIn, day: date) -> bool:
    if series.status == "off":
        return True
    if series.status == "paused":
        return series.paused_until is None or day.isoformat() < series.paused_until
    return False


def _due(viewer: Viewer, customer: str) -> list[Day]:
    return [_day(viewer, item, customer) for item in items(viewer.picture) if item.due]


def _day(viewer: Viewer, item: Item, customer: str) -> Day:
    words = viewer.words
    title = item_title(viewer.book, item, viewer.language)
    sign = words("plan.sign.done") + " " if item.status == "done" else ""
    lines = []
    if item.owner:
        lines.append(words("calendar.owner", name=item.owner.get("name", "")))
    if item.status == "stuck" and item.reason:
        lines.append(words("plan.because") + reason_text(viewer.book, item.reason, viewer.language))
    return Day(
        f"action-{item.id}",
        date.fromisoformat(item.due),
        _titled(viewer, customer, f"{sign}{title}"),
        "\n".join(lines),
        cancelled=item.status == "dropped",
    )


def _titled(viewer: Viewer, customer: str, what: str) -> str:
    """A title that names the customer first, so that it still does where a calendar cuts it."""
    return viewer.words("calendar.of", what=what, customer=customer)
