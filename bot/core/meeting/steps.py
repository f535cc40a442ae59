"""The live pace: the FM puts one question to the thread at a time, settles it, and goes on."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from bot.core.answers.settling import settled
from bot.core.clock import utc
from bot.core.engagement import Engagement, Live, Person, Voice
from bot.core.keys import split_ask_key
from bot.core.meeting.effects import CloseLive, PostCount, PostLive
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.questions.changes import Handlers, changed
from bot.core.questions.effects import UpdateCount
from bot.core.questions.facts import SAYING
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.questions.verdicts import is_disputed
from bot.core.step import Effect, Record, Step

HINT_AFTER = timedelta(minutes=2)
"""The time after which the FM reads a hint that the question stands for long; it stays open."""


def _start(picture: Picture, event: LiveStart, roster: Roster) -> Step:
    """Put the first open question to the thread; one that stands there already stays."""
    return _begin(picture, event.by)


def _begin(picture: Picture, by: Person) -> Step:
    engagement = picture.engagement
    if engagement.live is not None:
        return Step(engagement)
    return _put(picture, engagement, by, "live_start", [], [])


def _next(picture: Picture, event: LiveNext, roster: Roster) -> Step:
    """Settle the question that stands in the thread by what most people said, and put the next one.

    Where nobody said anything it stays open and is in everybody's queue. Pressed twice, or on the card of an
    earlier question, nothing happens: the question that the FM saw has been left already.
    """
    engagement, by, seen = picture.engagement, event.by, event.seen
    if seen and (engagement.live is None or engagement.live.ask != seen):
        return Step(engagement)
    if engagement.live is None:
        return _begin(picture, by)
    after, records = _settle_live(picture, engagement.live, by)
    effects = [*_closing(engagement.live)]
    return _put(picture, after, by, "live_next", effects, records, after_ask=engagement.live.ask)


def _stop(picture: Picture, event: LiveStop, roster: Roster) -> Step:
    return stop_meeting(picture, event.by)


def stop_meeting(picture: Picture, by: Person) -> Step:
    """The end of the meeting; questions still open stay in everybody's queue."""
    engagement = picture.engagement
    if engagement.live is None:
        return Step(engagement)
    after, records = _settle_live(picture, engagement.live, by)
    step = changed(picture, replace(after, live=None), "live_end", by, staying=True)
    effects = (*_closing(engagement.live), *step.effects)
    return Step(step.engagement, effects, (*records, *step.records))


def _closing(live: Live) -> tuple[Effect, ...]:
    return (CloseLive(live.ask), UpdateCount(live.ask, closed=True))


def tally(voices: list[Voice]) -> list[tuple[Voice, int]]:
    """The different answers with their counts, the most frequent first; of equals the one given first."""
    counted: Counter[bytes] = Counter()
    first: dict[bytes, Voice] = {}
    for voice in voices:
        if voice.kind in SAYING:
            said = msgspec.json.encode((voice.kind, voice.fields), order="sorted")
            counted[said] += 1
            first.setdefault(said, voice)
    return [(first[said], count) for said, count in counted.most_common()]


def expected(book: Book, engagement: Engagement) -> int:
    """The number of people who may answer: everybody who takes part, without listeners."""
    return sum(any(role != book.listener_role for role in one.roles) for one in engagement.people.values())


def stands_long(engagement: Engagement, now: datetime) -> bool:
    """True when the question in the thread has stood there for HINT_AFTER."""
    live = engagement.live
    return live is not None and now - datetime.fromisoformat(live.opened) > HINT_AFTER


def live_ask(picture: Picture) -> Ask | None:
    """The question that stands in the thread."""
    live = picture.engagement.live
    return picture.find(*split_ask_key(live.ask)) if live else None


def _settle_live(picture: Picture, live: Live, by: Person) -> tuple[Engagement, list[Record]]:
    engagement = picture.engagement
    ask = live_ask(picture)
    voices = engagement.voices.get(live.ask, [])
    if ask is None or not is_disputed(voices, engagement.settled.get(live.ask)):
        return engagement, []
    return settled(picture, ask, tally(voices)[0][0], by)


def _put(
    picture: Picture,
    after: Engagement,
    by: Person,
    what: str,
    effects: list[Effect],
    records: list[Record],
    after_ask: str = "",
) -> Step:
    """Put the next open question, first those behind the one that stood there."""
    then = picture.after(after)
    keys = [ask.key for ask in then.asks if not then.settled(ask)]
    every = [ask.key for ask in then.asks]
    behind = every.index(after_ask) + 1 if after_ask in every else 0
    left = [key for key in every[behind:] if key in keys]
    live = Live(left[0], utc(picture.now)) if left else None
    step = changed(picture, replace(after, live=live), what, by, staying=True)
    put: tuple[Effect, ...] = (PostLive(live.ask), PostCount(live.ask)) if live else ()
    return Step(step.engagement, (*effects, *step.effects, *put), (*records, *step.records))


HANDLERS: Handlers = {
    LiveStart: _start,
    LiveNext: _next,
    LiveStop: _stop,
}
