"""The cards that an engagement posts by itself: results, summary, shared material, a question handed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import cards
from bot.core.answers.effects import Hand, Share, TakeBackHand
from bot.core.keys import split_ask_key
from bot.core.meeting.effects import CloseLive, PostLive
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.parts import Button, Said
from bot.core.questions.effects import PostResult, PostShared, PostSummary, UpdateShared
from bot.core.reading.library import Reader, links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.meeting.live import closed_screen, live_screen
from bot.core.screens.minutes.minutes import minutes_screen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.result import result_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.step import Effect
from bot.core.talks.effects import OfferTalks
from bot.core.talks.talks import talks_of, topic
from bot.teams.outbound.messages import Card, address
from bot.teams.outbound.roster import Rosters

_MOST_SHARED = 6


def effect_card(viewer: Viewer, effect: Effect, rosters: Rosters) -> Card:
    """The card of an effect, for everybody in the thread."""
    return cards.render(_SCREENS[type(effect)](viewer, effect, rosters), viewer.words)


def _workshop(viewer: Viewer, effect: PostShared | UpdateShared, rosters: Rosters) -> cards.Screen:
    return workshop_screen(viewer)


def _live(viewer: Viewer, effect: PostLive, rosters: Rosters) -> cards.Screen:
    ask = viewer.picture.find(*split_ask_key(effect.key))
    return live_screen(viewer, ask) if ask else NoticeScreen("question_gone", viewer.stamp())


def _closed(viewer: Viewer, effect: CloseLive, rosters: Rosters) -> cards.Screen:
    ask = viewer.picture.find(*split_ask_key(effect.key))
    return closed_screen(viewer, ask) if ask else NoticeScreen("question_gone", viewer.stamp())


def _result(viewer: Viewer, effect: PostResult, rosters: Rosters) -> cards.Screen:
    return result_screen(viewer, effect.factor)


def _summary(viewer: Viewer, effect: PostSummary, rosters: Rosters) -> cards.Screen:
    return summary_screen(viewer)


def _minutes(viewer: Viewer, effect: PostMinutes | UpdateMinutes, rosters: Rosters) -> cards.Screen:
    given = viewer.engagement.minutes
    if given is None or effect.version != given.version:
        return NoticeScreen("minutes_newer", viewer.stamp())
    return minutes_screen(viewer)


def _shared(viewer: Viewer, effect: Share, rosters: Rosters) -> cards.Screen:
    # What the FM presents is shared here on purpose: the answer asked for it.
    reader = Reader(viewer.language, fm=True)
    found = links(viewer.book, effect.resources, reader, most=_MOST_SHARED)
    return NoticeScreen("shared", viewer.stamp(), links=found)


def _offered(viewer: Viewer, effect: OfferTalks, rosters: Rosters) -> cards.Screen:
    known = [one for one in talks_of(viewer.picture) if one.id in effect.talks]
    titles = ", ".join(say(topic(viewer.book, one), viewer.language) for one in known)
    buttons = (Button("offers", primary=True),)
    return NoticeScreen("offered", viewer.stamp(), values=(("talks", Said(titles)),), buttons=buttons)


def _handed(viewer: Viewer, effect: Hand, rosters: Rosters) -> cards.Screen:
    people = rosters.known(address(viewer.engagement.reference))
    question = viewer.book.questions[effect.question]
    teams_id = people.teams_ids.get(effect.to, effect.to.partition("/")[2])
    return NoticeScreen(
        "handed",
        viewer.stamp(),
        values=(("by", Said(effect.by.name)), ("question", Said(say(question.ask, viewer.language)))),
        mention=(Said(viewer.roster.get(effect.to, "")), teams_id),
        buttons=(Button("my_questions", primary=True),),
    )


def _hand_taken_back(viewer: Viewer, effect: TakeBackHand, rosters: Rosters) -> cards.Screen:
    question = viewer.book.questions[effect.question]
    values = (("by", Said(effect.by.name)), ("question", Said(say(question.ask, viewer.language))))
    return NoticeScreen("hand_taken_back", viewer.stamp(), values=values)


_SCREENS: Mapping[type[Effect], Callable[[Viewer, Any, Rosters], cards.Screen]] = {
    PostShared: _workshop,
    UpdateShared: _workshop,
    PostLive: _live,
    CloseLive: _closed,
    PostResult: _result,
    PostSummary: _summary,
    PostMinutes: _minutes,
    UpdateMinutes: _minutes,
    Share: _shared,
    OfferTalks: _offered,
    Hand: _handed,
    TakeBackHand: _hand_taken_back,
}
"""Every effect and its screen. `rosters` know the ids by which people are mentioned."""
