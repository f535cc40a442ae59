"""One engagement as it stands at a moment: its asks, their standings, and each person's open ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import is_

from bot.core.engagement import Engagement
from bot.core.keys import ask_key
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.asks import Asks, asks, is_finished, is_open, queue
from bot.core.questions.facts import EngagementFacts
from bot.core.questions.roster import Roster, named
from bot.core.questions.verdicts import Standing, factor_verdict, of_factor, standing
from bot.core.remembered import ByAsk
from bot.core.verdict import Verdict
from bot.core.workdays import known_zone


@dataclass(frozen=True)
class Picture:
    """Everything that is derived from an engagement, each part computed once, when it is asked for."""

    book: Book
    engagement: Engagement
    now: datetime

    def after(self, engagement: Engagement) -> Picture:
        """The picture of another state, at the same moment."""
        return self if engagement is self.engagement else Picture(self.book, engagement, self.now)

    @cached_property
    def facts(self) -> EngagementFacts:
        """The facts that conditions ask for, on the day it is in the engagement's time zone."""
        zone = self.engagement.setup.time_zone
        local = self.now.astimezone(known_zone(zone)) if zone else self.now
        return EngagementFacts(self.engagement, local.date())

    @cached_property
    def asks(self) -> Asks:
        """The asks that apply, in the order of asking."""
        return asks(self.book, self.facts)

    @cached_property
    def standings(self) -> list[Standing]:
        """The standings of all asks that apply, in the order of asking."""
        return [self.standing(ask) for ask in self.asks]

    def standing(self, ask: Ask) -> Standing:
        """The standing of one ask."""
        key, said = ask.key, self.engagement.voices.get
        voices, settled = said(key), self.engagement.settled.get(key)
        others = self.book.looks_at[ask.question.id]
        known = self._known.get(key)
        if known is not None:
            parts, found = known
            same = parts[0] is voices and parts[1] is settled
            if same and (not others or all(map(is_, parts[2:], map(said, others)))):
                return found
        found = standing(self.book, self.facts, ask)
        self._known[key] = ((voices, settled, *map(said, others)), found)
        return found

    @cached_property
    def _known(self) -> ByAsk[Standing]:
        """The cached standings under the same setup on the same day, each with the parts it follows from."""
        day = (self.facts.today, self.engagement.started)
        return self.book.remembered.standings.get((self.engagement.setup,), day, dict)

    @cached_property
    def named(self) -> Roster:
        """The people of the directory whom the state names, whether they took part or not."""
        return named(self.engagement)

    @cached_property
    def finished(self) -> bool:
        """True when nothing is left to ask."""
        return is_finished(self.engagement, self.asks)

    def queue(self, person: str) -> list[Ask]:
        """The asks that are open for a person, in the order of asking."""
        return queue(self.book, self.engagement, self.asks, person)

    def find(self, question: str, service: str | None) -> Ask | None:
        """An ask of this engagement, None where it is not asked in it."""
        return self.asks.by_key.get(ask_key(question, service))

    def settled(self, ask: Ask) -> bool:
        """True when a question has an answer, or was skipped."""
        return not is_open(self.engagement.voices.get(ask.key, []))

    def room_is_done(self, room: str) -> bool:
        """True when every question of a room is settled for good (a room without questions is not)."""
        mine = self.asks.by_room.get(room, ())
        return bool(mine) and is_finished(self.engagement, mine)

    def of_factor(self, factor: str) -> list[Standing]:
        """The standings that count for a factor."""
        return of_factor(self.standings, factor)

    def verdict(self, factor: str) -> Verdict:
        """The verdict of a factor over all services."""
        return factor_verdict(self.of_factor(factor))
