"""The cards of what is due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import cards
from bot.core.checkins.due import OWNER_DUE, RECALL_DUE
from bot.core.checkins.kinds import (
    ANSWER_BY_DUE,
    CHECK_IN_DUE,
    DIFFERS_DUE,
    LOST_DUE,
    SILENCE_DUE,
    SILENT,
    Reminder,
    kind_item,
)
from bot.core.checkins.recall import MENTION_DUE
from bot.core.checkins.unreached import UNREACHED_DUE, unreached_people
from bot.core.courier import Card
from bot.core.engagement import Person
from bot.core.parts import Button, Said
from bot.core.questions.heard import HEARD_DUE
from bot.core.questions.picture import Picture
from bot.core.reading.shared import Shared
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, language_of
from bot.core.screens.checkins.agenda import AgendaScreen, agenda_screen
from bot.core.screens.checkins.open_questions import OpenQuestionsScreen, open_questions_screen
from bot.core.screens.checkins.reminder import ReminderScreen, reminder_screen
from bot.core.screens.lasting import LastingScreen, dated, screen_mark
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.settle import disputed_titles, settle_button
from bot.core.screens.workshop.heard import heard_notice


def reminder_card(
    picture: Picture, shared: Shared, one: Reminder, teams_ids: Mapping[str, str], *, in_thread: bool = False
) -> tuple[Card, str]:
    """The card of a reminder: in the workshop's language, or in that of the person it goes to, perhaps where
    they alone see it `in_thread`; of a lasting card also the mark of what it says, else empty."""
    viewer = _viewer(picture, shared, one.to, personal=not in_thread)
    screen = SCREENS[kind_item(one.item)](viewer, one, teams_ids)
    says = screen_mark(screen, viewer.language) if isinstance(screen, AgendaScreen) else ""
    return cards.render(screen, viewer.words), says


def neutral_card(picture: Picture, shared: Shared, one: Reminder, teams_ids: Mapping[str, str]) -> Card:
    """A card for all that mentions the person of a reminder, without a word of it: the button shows it to
    them alone."""
    viewer = shared.viewer(picture)
    person = _people(viewer, replace(one, people=(one.to or "",)), teams_ids)
    owned = kind_item(one.item) == OWNER_DUE
    button = Button("items" if owned else "lead", label="for_me", primary=True)
    return cards.render(
        NoticeScreen("something_for_you", viewer.stamp(), people=person, buttons=(button,)), viewer.words
    )


def _viewer(picture: Picture, shared: Shared, to: str | None, *, personal: bool) -> Viewer:
    engagement = picture.engagement
    if to is None:
        return shared.viewer(picture)
    known = engagement.people.get(to)
    words = shared.texts.words(language_of(engagement, to))
    tenant, _, object_id = to.partition("/")
    return Viewer(picture, words, Person(tenant, object_id, known.name if known else ""), personal=personal)


def _check_in(viewer: Viewer, one: Reminder, teams_ids: Mapping[str, str]) -> LastingScreen:
    return dated(viewer, agenda_screen(viewer, one.following, one.people, teams_ids))


def _silence(viewer: Viewer, _: Reminder, __: Mapping[str, str]) -> NoticeScreen:
    values = (("customer", Said(viewer.engagement.setup.customer)), ("count", Said(str(SILENT))))
    buttons = (Button("check_in", primary=True), Button("items", label="open_plan"))
    return NoticeScreen("silence", viewer.stamp(), values=values, buttons=buttons)


def _lost(viewer: Viewer, _: Reminder, __: Mapping[str, str]) -> NoticeScreen:
    values = (("customer", Said(viewer.engagement.setup.customer)),)
    return NoticeScreen("lost", viewer.stamp(), values=values, buttons=(Button("check_in", primary=True),))


def _heard(viewer: Viewer, one: Reminder, _: Mapping[str, str]) -> NoticeScreen:
    return heard_notice(viewer, one.at)


def _differs(viewer: Viewer, _: Reminder, __: Mapping[str, str]) -> NoticeScreen:
    values = (
        ("customer", Said(viewer.engagement.setup.customer)),
        ("questions", Said(", ".join(disputed_titles(viewer)))),
    )
    buttons = (*settle_button(viewer, primary=True), Button("lead"))
    return NoticeScreen("differs", viewer.stamp(), values=values, buttons=buttons)


def _answer_by(viewer: Viewer, _: Reminder, __: Mapping[str, str]) -> NoticeScreen:
    day = day_text(viewer.engagement.setup.answer_by or "", viewer.language)
    values, buttons = (("day", Said(day)),), (Button("my_questions", primary=True),)
    return NoticeScreen("answer_by_all", viewer.stamp(), values=values, buttons=buttons)


def _owner(viewer: Viewer, one: Reminder, _: Mapping[str, str]) -> ReminderScreen:
    return reminder_screen(viewer, one.items)


def _recall(viewer: Viewer, one: Reminder, _: Mapping[str, str]) -> OpenQuestionsScreen:
    return open_questions_screen(viewer)


def _mention(viewer: Viewer, one: Reminder, teams_ids: Mapping[str, str]) -> NoticeScreen:
    buttons = (Button("my_questions", primary=True),)
    people = _people(viewer, one, teams_ids)
    return NoticeScreen("reminded", viewer.stamp(), people=people, buttons=buttons)


def _unreached(viewer: Viewer, _: Reminder, __: Mapping[str, str]) -> NoticeScreen:
    people = ", ".join(viewer.name(key) for key in unreached_people(viewer.engagement))
    values = (("customer", Said(viewer.engagement.setup.customer)), ("names", Said(people)))
    return NoticeScreen("unreached", viewer.stamp(), values=values, buttons=(Button("lead", primary=True),))


def _people(viewer: Viewer, one: Reminder, teams_ids: Mapping[str, str]) -> tuple[tuple[Said, str], ...]:
    """The people whom a message mentions, by the ids that Teams knows."""
    return tuple((viewer.name(key), teams_ids.get(key, key.partition("/")[2])) for key in one.people)


SCREENS: Mapping[str, Callable[[Viewer, Reminder, Mapping[str, str]], cards.Screen]] = {
    CHECK_IN_DUE: _check_in,
    SILENCE_DUE: _silence,
    LOST_DUE: _lost,
    HEARD_DUE: _heard,
    DIFFERS_DUE: _differs,
    ANSWER_BY_DUE: _answer_by,
    OWNER_DUE: _owner,
    RECALL_DUE: _recall,
    MENTION_DUE: _mention,
    UNREACHED_DUE: _unreached,
}
"""The item of a kind of reminder -> its screen."""
