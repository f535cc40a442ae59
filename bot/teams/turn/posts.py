"""The cards that an engagement posts by itself: results, summary, shared material, a question handed on."""

from __future__ import annotations

import cards
from bot.core.answers.effects import Hand, Share
from bot.core.keys import split_ask_key
from bot.core.meeting.effects import CloseLive, PostLive
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.parts import Button, Said
from bot.core.questions.effects import PostResult, PostSummary
from bot.core.reading.library import Reader, links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.meeting.live import closed_screen, live_screen
from bot.core.screens.minutes.minutes import minutes_screen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.workshop.result import result_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.step import Effect
from bot.core.talks.effects import OfferTalks
from bot.core.talks.talks import talks_of, topic
from bot.teams.outbound.messages import Card, address
from bot.teams.outbound.roster import Rosters

_MOST_SHARED = 6


def post_card(viewer: Viewer, effect: Effect, rosters: Rosters) -> Card:
    """The card of an effect, for everybody in the thread. TypeError for one that is no message of its own."""
    match effect:
        case PostLive() | CloseLive():
            ask = viewer.picture.find(*split_ask_key(effect.key))
            if ask is None:
                return cards.render(NoticeScreen("question_gone", viewer.stamp()), viewer.words)
            screen = live_screen(viewer, ask) if isinstance(effect, PostLive) else closed_screen(viewer, ask)
            return cards.render(screen, viewer.words)
        case PostResult():
            return cards.render(result_screen(viewer, effect.factor), viewer.words)
        case PostMinutes() | UpdateMinutes():
            given = viewer.engagement.minutes
            if given is None or effect.version != given.version:
                return cards.render(NoticeScreen("minutes_newer", viewer.stamp()), viewer.words)
            return cards.render(minutes_screen(viewer), viewer.words)
        case PostSummary():
            return cards.render(summary_screen(viewer), viewer.words)
        case Share():
            # What the FM presents is shared here on purpose: the answer asked for it.
            reader = Reader(viewer.language, fm=True)
            found = links(viewer.book, effect.resources, reader, most=_MOST_SHARED)
            return cards.render(NoticeScreen("shared", viewer.stamp(), links=found), viewer.words)
        case OfferTalks():
            return cards.render(_offered(viewer, effect), viewer.words)
        case Hand():
            return cards.render(_handed(viewer, effect, rosters), viewer.words)
    raise TypeError(f"no card for {type(effect).__name__}")


def _offered(viewer: Viewer, effect: OfferTalks) -> NoticeScreen:
    known = [one for one in talks_of(viewer.picture) if one.id in effect.talks]
    titles = ", ".join(say(topic(viewer.book, one), viewer.language) for one in known)
    buttons = (Button("offers", primary=True),)
    return NoticeScreen("offered", viewer.stamp(), values=(("talks", Said(titles)),), buttons=buttons)


def _handed(viewer: Viewer, effect: Hand, rosters: Rosters) -> NoticeScreen:
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
