"""One engagement as it stands at a moment: its asks, their standings, and each person's open ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import is_
from weakref import proxy

from bot.core.engagement import Engagement
from bot.core.keys import ask_key
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.asks import Asks, asks, is_finished, is_open, queue
from bot.core.questions.closing import (
    Result,
    ResultStands,
    asked,
    is_last,
    open_among,
    result_of,
    without_confirmation,
)
from bot.core.questions.facts import EngagementFacts
from bot.core.questions.roster import Roster, named_by
from bot.core.questions.verdicts import Standing, factor_verdict, standing
from bot.core.remembered import ByAsk
from bot.core.verdict import Verdict
from bot.core.workdays import known_zone


class FromAnswers:
    """What follows from the answers alone: states that differ in anything else have it in common."""

    def __init__(self, book: Book, facts: EngagementFacts) -> None:
        """`facts` are those of any state with these answers, on the day."""
        self.facts, self._engagement = facts, facts.engagement
        # The book remembers this: held in turn, neither would go before the garbage collector came.
        self._book: Book = proxy(book)

    @cached_property
    def every(self) -> Asks:
        """The asks that apply, with the last one."""
        return asks(self._book, self.facts)

    @cached_property
    def result(self) -> Result:
        """The standing of the result."""
        return result_of(self._book, self._engagement, self.every)

    @cached_property
    def asks(self) -> Asks:
        """The asks that apply now."""
        return asked(self._book, self._engagement, self.every, self.result)

    @cached_property
    def standings(self) -> list[Standing]:
        """The standings of all asks that apply."""
        return [self.standing(ask) for ask in self.asks]

    @cached_property
    def by_factor(self) -> Mapping[str, list[Standing]]:
        """The standings that count for each factor, those of service questions included."""
        found: dict[str, list[Standing]] = {}
        for one in self.standings:
            if factor := one.ask.question.factor:
                found.setdefault(factor, []).append(one)
        return found

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict of each factor to which a question belongs, over all services."""
        return {factor: factor_verdict(mine) for factor, mine in self.by_factor.items()}

    @cached_property
    def answered(self) -> Mapping[str, int]:
        """The number of questions of each factor that are settled."""
        return {
            factor: sum([one.ask.key not in self.left for one in mine])
            for factor, mine in self.by_factor.items()
        }

    @cached_property
    def left(self) -> frozenset[str]:
        """The keys of the asks that wait for an answer, or are asked again."""
        asks, voices = self.asks, self._engagement.voices
        left = [ask.key for ask in asks if not (said := voices.get(ask.key)) or is_open(said)]
        return frozenset([*left, asks.last] if asks.again else left)

    def take_over(self, before: FromAnswers, touched: Collection[Ask]) -> None:
        """Have the standings of a state before, where they are worked out and the asks are the same: those of
        the `touched` asks alone are worked out anew, as only they can differ."""
        known: list[Standing] | None = before.__dict__.get("standings")
        if known is not None:
            anew = {ask.key for ask in touched}
            self.standings = [self.standing(one.ask) if one.ask.key in anew else one for one in known]

    @cached_property
    def finished(self) -> bool:
        """True when nothing is left to ask."""
        return not self.asks.again and is_finished(self._engagement, self.asks)

    def standing(self, ask: Ask) -> Standing:
        """The standing of one ask."""
        key, said = ask.key, self._engagement.voices.get
        voices = said(key)
        if not voices:
            return self._unanswered(ask)
        if self.result.stands is ResultStands.CHANGED and is_last(self._book, ask):
            # The word on the result does not hold any more, the rest of the answer does.
            rest = [without_confirmation(self._book, voice) for voice in voices]
            return standing(self._book, self.facts, ask, rest)
        settled = self._engagement.settled.get(key)
        others = self._book.looks_at[ask.question.id]
        known = self._known.get(key)
        if known is not None:
            parts, found = known
            same = parts[0] is voices and parts[1] is settled
            if same and (not others or all(map(is_, parts[2:], map(said, others)))):
                return found
        found = standing(self._book, self.facts, ask)
        self._known[key] = ((voices, settled, *map(said, others)), found)
        return found

    def _unanswered(self, ask: Ask) -> Standing:
        """The standing of an ask to which nobody said anything, which follows from the day alone."""
        known = self._known.get(ask.key)
        if known is not None and known[1].voice is None:
            return known[1]
        found = standing(self._book, self.facts, ask, [])
        self._known[ask.key] = ((None,), found)
        return found

    @cached_property
    def _known(self) -> ByAsk[Standing]:
        """The cached standings under the same setup on the same day, each with the parts it follows from."""
        day = (self.facts.today, self._engagement.started)
        return self._book.remembered.standings.get((self._engagement.setup,), day, dict)


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
    def _from_answers(self) -> FromAnswers:
        """What follows from the answers, worked out once for all states that have the same ones."""
        one = self.engagement
        local = self.now.astimezone(known_zone(one.setup.time_zone)) if one.setup.time_zone else self.now
        today = local.date()
        parts = (one.voices, one.setup, one.excepted, one.settled, one.closing)
        return self.book.remembered.from_answers.get(
            parts, (today, one.started), lambda: FromAnswers(self.book, EngagementFacts(one, today))
        )

    @property
    def facts(self) -> EngagementFacts:
        """The facts that conditions ask for, on the day it is in the engagement's time zone."""
        return self._from_answers.facts

    @property
    def asks(self) -> Asks:
        """The asks that apply now, in the order of asking: the last one not before its time."""
        return self._from_answers.asks

    @property
    def every(self) -> Asks:
        """The asks that apply, with the last one, whether its time has come or not."""
        return self._from_answers.every

    @property
    def result(self) -> Result:
        """The standing of the result of the workshop: confirmed, by whose word, or not."""
        return self._from_answers.result

    @property
    def open_beside_the_last(self) -> int:
        """The number of questions that wait for an answer, without the one that confirms the result."""
        return open_among(self.engagement, (ask for ask in self.asks if ask.key != self.asks.last))

    @property
    def standings(self) -> list[Standing]:
        """The standings of all asks that apply, in the order of asking."""
        return self._from_answers.standings

    def take_over(self, before: Picture, touched: Collection[Ask]) -> None:
        """Have the standings of the picture before (`FromAnswers.take_over`)."""
        self._from_answers.take_over(before._from_answers, touched)

    def standing(self, ask: Ask) -> Standing:
        """The standing of one ask."""
        return self._from_answers.standing(ask)

    @property
    def finished(self) -> bool:
        """True when nothing is left to ask."""
        return self._from_answers.finished

    @cached_property
    def named(self) -> Roster:
        """The people of the directory whom the state names, whether they took part or not."""
        return named_by(self.book, self.engagement)

    def queue(self, person: str) -> list[Ask]:
        """The asks that are open for a person, in the order of asking."""
        return queue(self.book, self.engagement, self.asks, person)

    def find(self, question: str, service: str | None) -> Ask | None:
        """An ask of this engagement, None where it is not asked in it."""
        return self.asks.by_key.get(ask_key(question, service))

    def settled(self, ask: Ask) -> bool:
        """True when a question that applies has an answer, or was skipped, and is not asked again."""
        return ask.key not in self._from_answers.left

    @property
    def left(self) -> int:
        """The number of questions that are not settled."""
        return len(self._from_answers.left)

    def is_asked_again(self, ask: Ask) -> bool:
        """True for the last question while only its confirmation is asked for once more."""
        return self.asks.again and ask.key == self.asks.last

    def room_is_done(self, room: str) -> bool:
        """True when every question of a room is settled for good (a room without questions is not)."""
        mine = self.asks.by_room.get(room, ())
        again = self.asks.again and any(self.is_asked_again(ask) for ask in mine)
        return bool(mine) and not again and is_finished(self.engagement, mine)

    def of_factor(self, factor: str) -> list[Standing]:
        """The standings that count for a factor."""
        return self._from_answers.by_factor.get(factor, [])

    def answered(self, factor: str) -> int:
        """The number of a factor's questions that are settled."""
        return self._from_answers.answered.get(factor, 0)

    def verdict(self, factor: str) -> Verdict:
        """The verdict of a factor over all services."""
        return self._from_answers.verdicts.get(factor, Verdict.NOT_APPLICABLE)
