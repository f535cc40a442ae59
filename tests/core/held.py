"""A workshop with check-ins, an item of somebody, and what becomes of it when something falls due."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from bot.core.cadence import Cadence, next_after
from bot.core.checkins.due import owner_item
from bot.core.checkins.kinds import Postponed, Reminder, ToEach
from bot.core.checkins.reminders import reminder, when_begun, when_sent, with_dues
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Engagement, ItemState, Person
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from bot.core.questions.lasting import when_refreshed
from bot.core.questions.picture import Picture
from bot.core.workdays import workdays
from tests.core.workshops import IT, Workshop, running


class Held(Workshop):
    """What falls due in a workshop, and is sent, at the moments that a test names."""

    @classmethod
    def of(cls, book: Book, *, check_ins: bool = True, **inputs: str) -> Held:
        """A running workshop in which it has been quiet, by default with weekly check-ins on Tuesdays at 10
        in Berlin."""
        held = cls(book)
        held.engagement = when_refreshed(running(book, **inputs).engagement, (), stale=False)
        if check_ins:
            held.series("weekly")
        return held

    def series(self, rhythm: str = "weekly", **given: object) -> None:
        """The FM set check-ins."""
        usual = {
            "rhythm": rhythm,
            "weekday": 1,
            "hour": 10,
            "time_zone": "Europe/Berlin",
            "until": "2027-06-01",
        }
        cadence = Cadence(**(usual | given))  # type: ignore[arg-type]
        first = self.now.date()
        due = next_after(cadence, first, self.now, workdays("DE"))
        series = CheckIn(cadence, first.isoformat(), next_due=utc(due) if due else None)
        self.becomes(check_in=series)

    def owes(self, day: str, person: Person = IT, *, key: str = "own-1", title: str = "Räume buchen") -> None:
        """Somebody has an item of the team's own, due on that day."""
        owner = {"tenant": person.tenant, "id": person.id, "name": person.name}
        self.becomes(plan={**self.engagement.plan, key: ItemState(title=title, owner=owner, due=day)})

    def becomes(self, **changes: object) -> Engagement:
        """The workshop changes by hand, and knows what is due."""
        self.engagement = replace(self.engagement, **changes)
        self.engagement = with_dues(self.picture, items(self.picture))
        return self.engagement

    def at(self, moment: str) -> Held:
        """The clock says so (UTC)."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        return self

    def wanted(self, item: str) -> Reminder | Postponed | ToEach | None:
        """What is sent for something that is due."""
        return reminder(self.picture, item, self.engagement.due[item])

    def sends(self, item: str) -> Reminder:
        """It is sent."""
        one = self.wanted(item)
        assert isinstance(one, Reminder), one
        self.engagement = when_begun(self.picture, one)
        self.engagement = when_sent(Picture(self.book, self.engagement, self.now), one)
        return one


OF_IT = owner_item(IT.key)
