"""The cards that an engagement posts by itself: results, summary, shared material, a question handed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import cards
from bot.core.answers.effects import Hand, Share, TakeBackHand
from bot.core.keys import split_ask_key
from bot.core.meeting.effects import CloseLive, PostCount, PostLive
from bot.core.minutes.content import Standpoint
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.parts import Button, Said
from bot.core.people.effects import PostInvitation
from bot.core.questions.effects import PostShared, UpdateCount, UpdateShared
from bot.core.reading.library import Reader, links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lasting import lasting_screen, screen_mark
from bot.core.screens.meeting.live import closed_screen, count_notice, live_screen
from bot.core.screens.minutes.minutes import minutes_screen, superseded_screen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.people.invitation import invitation_screen
from bot.core.screens.workshop.workshop import posted_screen
from bot.core.step import Effect, Post
from bot.teams.outbound.messages import Card, address
from bot.teams.outbound.roster import Rosters

_MOST_SHARED = 6


def effect_card(viewer: Viewer, effect: Effect, rosters: Rosters) -> tuple[Card, str]:
    """The card of an effect, for everybody in the thread; of a lasting card also the mark of what it says,
    else empty."""
    if isinstance(effect, Post) and effect.lasting:
        lasting = lasting_screen(viewer, effect.lasting, effect.name)
        if lasting is None:
            return cards.render(NoticeScreen("question_gone", viewer.stamp()), viewer.words), ""
        return cards.render(lasting, viewer.words), screen_mark(lasting, viewer.language)
    return cards.render(_SCREENS[type(effect)](viewer, effect, rosters), viewer.words), ""


def _workshop(viewer: Viewer, effect: PostShared | UpdateShared, rosters: Rosters) -> cards.Screen:
    return posted_screen(viewer)


def _live(viewer: Viewer, effect: PostLive, rosters: Rosters) -> cards.Screen:
    ask = viewer.picture.find(*split_ask_key(effect.key))
    return live_screen(viewer, ask) if ask else NoticeScreen("question_gone", viewer.stamp())


def _count(viewer: Viewer, effect: PostCount | UpdateCount, rosters: Rosters) -> cards.Screen:
    return count_notice(viewer, effect.key)


def _closed(viewer: Viewer, effect: CloseLive, rosters: Rosters) -> cards.Screen:
    ask = viewer.picture.find(*split_ask_key(effect.key))
    return closed_screen(viewer, ask) if ask else NoticeScreen("question_gone", viewer.stamp())


def _minutes(viewer: Viewer, effect: PostMinutes | UpdateMinutes, rosters: Rosters) -> cards.Screen:
    given = viewer.engagement.minutes
    if given is None or effect.version != given.version:
        return superseded_screen(viewer, effect.version)
    screen = minutes_screen(viewer)
    if screen.stands != Standpoint.WAITING:
        return screen
    teams_ids = rosters.known(address(viewer.engagement.reference)).teams_ids
    asked = ((viewer.name(key), teams_ids.get(key, key.partition("/")[2])) for key in given.asked)
    return replace(screen, asked=tuple(asked))


def _shared(viewer: Viewer, effect: Share, rosters: Rosters) -> cards.Screen:
    # What the FM presents is shared here on purpose: the answer asked for it.
    reader = Reader(viewer.language, fm=True)
    found = links(viewer.book, effect.resources, reader, most=_MOST_SHARED)
    return NoticeScreen("shared", viewer.stamp(), links=found)


def _handed(viewer: Viewer, effect: Hand, rosters: Rosters) -> cards.Screen:
    people = rosters.known(address(viewer.engagement.reference))
    question = viewer.book.questions[effect.question]
    teams_id = people.teams_ids.get(effect.to, effect.to.partition("/")[2])
    return NoticeScreen(
        "handed",
        viewer.stamp(),
        values=(("by", Said(effect.by.name)), ("question", Said(say(question.ask, viewer.language)))),
        mention=(Said(viewer.roster.get(effect.to, "")), teams_id),
        buttons=(Button("my_questions", _the_question(effect), primary=True),),
    )


def _the_question(effect: Hand) -> tuple[tuple[str, str], ...]:
    """The question to which the button leads whoever it was handed to."""
    return (("question", effect.question), ("service", effect.service or ""))


def _invited(viewer: Viewer, effect: PostInvitation, rosters: Rosters) -> cards.Screen:
    ids = rosters.known(address(viewer.engagement.reference)).teams_ids
    return invitation_screen(viewer, effect.number, effect.people, ids)


def _hand_taken_back(viewer: Viewer, effect: TakeBackHand, rosters: Rosters) -> cards.Screen:
    question = viewer.book.questions[effect.question]
    values = (("by", Said(effect.by.name)), ("question", Said(say(question.ask, viewer.language))))
    return NoticeScreen("hand_taken_back", viewer.stamp(), values=values)


_SCREENS: Mapping[type[Effect], Callable[[Viewer, Any, Rosters], cards.Screen]] = {
    PostShared: _workshop,
    UpdateShared: _workshop,
    PostLive: _live,
    CloseLive: _closed,
    PostCount: _count,
    UpdateCount: _count,
    PostMinutes: _minutes,
    UpdateMinutes: _minutes,
    Share: _shared,
    Hand: _handed,
    PostInvitation: _invited,
    TakeBackHand: _hand_taken_back,
}
"""Every effect but lasting cards, and its screen. `rosters` know the ids by which people are mentioned."""
