"""The cards of what is due."""

from __future__ import annotations

from collections.abc import Mapping

import cards
from bot.core.checkins.due import CHECK_IN_DUE, LOST_DUE, SILENCE_DUE, SILENT
from bot.core.checkins.reminders import Reminder
from bot.core.courier import Card
from bot.core.engagement import Person
from bot.core.parts import Button, Said
from bot.core.questions.picture import Picture
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, name_of
from bot.core.screens.checkins.agenda import agenda_screen
from bot.core.screens.checkins.reminder import reminder_screen
from bot.core.screens.notice import NoticeScreen
from bot.core.texts import Texts


def reminder_card(picture: Picture, texts: Texts, one: Reminder, teams_ids: Mapping[str, str]) -> Card:
    """The card of a reminder: in the workshop's language, or in that of the person it goes to."""
    viewer = _viewer(picture, texts, one.to)
    if one.item == CHECK_IN_DUE:
        screen = agenda_screen(viewer, one.following, one.people, teams_ids)
        return cards.render(screen, viewer.words)
    if one.item == SILENCE_DUE:
        return cards.render(_silence(viewer), viewer.words)
    if one.item == LOST_DUE:
        return cards.render(_lost(viewer), viewer.words)
    if one.to is None:
        return cards.render(_answer_by(viewer, one, teams_ids), viewer.words)
    return cards.render(reminder_screen(viewer, one.items), viewer.words)


def _viewer(picture: Picture, texts: Texts, to: str | None) -> Viewer:
    engagement = picture.engagement
    if to is None:
        return Viewer(picture, texts.words(engagement.setup.language))
    known = engagement.people.get(to)
    words = texts.words((known and (known.language or known.client)) or engagement.setup.language)
    tenant, _, object_id = to.partition("/")
    return Viewer(picture, words, Person(tenant, object_id, known.name if known else ""), personal=True)


def _silence(viewer: Viewer) -> NoticeScreen:
    values = (("customer", Said(viewer.engagement.setup.customer)), ("count", Said(str(SILENT))))
    buttons = (Button("check_in", primary=True), Button("items", label="open_plan"))
    return NoticeScreen("silence", viewer.stamp(), values=values, buttons=buttons)


def _lost(viewer: Viewer) -> NoticeScreen:
    values = (("customer", Said(viewer.engagement.setup.customer)),)
    return NoticeScreen("lost", viewer.stamp(), values=values, buttons=(Button("check_in", primary=True),))


def _answer_by(viewer: Viewer, one: Reminder, teams_ids: Mapping[str, str]) -> NoticeScreen:
    day = day_text(viewer.engagement.setup.answer_by or "", viewer.language)
    people = tuple(
        (name_of(viewer.engagement, key), teams_ids.get(key, key.partition("/")[2])) for key in one.people
    )
    values, buttons = (("day", Said(day)),), (Button("my_questions", primary=True),)
    if not people:
        return NoticeScreen("answer_by_all", viewer.stamp(), values=values, buttons=buttons)
    return NoticeScreen("answer_by", viewer.stamp(), values=values, people=people, buttons=buttons)
