"""Workshops around the world with a year of check-ins, swept through the code of `ssat-bot remind --now`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.core.cadence import Cadence, Rhythm, occurrences
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Engagement
from bot.core.keys import engagement_id
from bot.core.playbook.book import Book
from bot.core.ports import Store, Table
from bot.core.workdays import Workdays, workdays
from bot.kept.due_index import schedule_all
from bot.kept.state.row import STATE_ROW, read_state, state_change
from tests.core.held import Held
from tests.core.workshops import FM

FIRST = date(2026, 11, 2)
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
HOUR = 9


@dataclass(frozen=True)
class Place:
    """Where a workshop is: its zone, country and state, and its rhythm."""

    zone: str
    country: str
    state: str
    rhythm: Rhythm
    weekday: int

    @property
    def calendar(self) -> Workdays:
        return workdays(self.country, self.state)

    def cadence(self, until: date) -> Cadence:
        return Cadence(self.rhythm, self.weekday, HOUR, self.zone, until.isoformat())

    def moments(self, until: date) -> list[datetime]:
        """When its check-ins are."""
        return list(occurrences(self.cadence(until), FIRST, self.calendar))

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))


PLACES = (
    Place("Europe/Berlin", "DE", "BY", "weekly", 3),
    Place("America/New_York", "US", "", "weekly", 0),
    Place("Asia/Kolkata", "IN", "", "fortnightly", 2),
    Place("Pacific/Auckland", "NZ", "", "weekly", 4),
)


async def plant(
    store: Store, book: Book, service_url: str, until: date, copies: int = 1, moved: timedelta = timedelta()
) -> dict[str, Place]:
    """Workshops in the store, so many of each place; the place of each by its conversation. `moved` says how
    much earlier or later their first check-in falls due."""
    found: dict[str, Place] = {}
    for number in range(copies):
        for place in PLACES:
            engagement = _engagement(book, place, f"19:{place.zone}-{number}", service_url, until, moved)
            await schedule_all(store, engagement.id, engagement.due, BEGIN)
            await store.commit(Table.ENGAGEMENTS, engagement.id, [state_change(engagement, None)])
            found[f"{engagement.channel};messageid={engagement.reference.thread}"] = place
    return found


def _engagement(
    book: Book, place: Place, channel: str, service_url: str, until: date, moved: timedelta
) -> Engagement:
    held = Held.of(book, check_ins=False)
    held.now = BEGIN
    moments = place.moments(until)
    setup = replace(held.engagement.setup, country=place.country, state=place.state, time_zone=place.zone)
    return held.becomes(
        id=engagement_id("contoso", channel, 1),
        channel=channel,
        # This is about check-ins alone: of their silence the FM does not want to hear.
        muted=[FM.key],
        setup=replace(setup, answer_by=None, launch="2028-01-01", pilot=None),
        reference=replace(held.engagement.reference, conversation=channel, service_url=service_url),
        check_in=CheckIn(place.cadence(until), FIRST.isoformat(), next_due=utc(moments[0] + moved)),
    )


async def next_moment(store: Store) -> datetime | None:
    """When the next check-in of all workshops is due."""
    rows = [row async for row in store.scan(Table.ENGAGEMENTS, STATE_ROW)]
    due = [read_state(row).due.get("checkin") for row in rows]
    return min((datetime.fromisoformat(one) for one in due if one), default=None)


def expected(places: Mapping[str, Place], until: date) -> dict[str, list[datetime]]:
    """The moments of the check-ins of each conversation."""
    return {conversation: place.moments(until) for conversation, place in places.items()}


A_YEAR = FIRST + timedelta(days=364)
