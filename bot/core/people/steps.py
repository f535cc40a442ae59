"""The steps of people: take part, leave a private view, choose a language."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.people.events import Speak, Stop, TakePart
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, changed, share_card, with_person, without
from bot.core.questions.news import OF_NO_QUESTION, with_news
from bot.core.questions.parse import Entry, chosen, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.step import Step


def _take_part(picture: Picture, event: TakePart, roster: Roster) -> Step:
    engagement = picture.engagement
    roles = tuple((role.id, tuple(role.name.values())) for role in picture.book.playbook.roles)
    values, faults = parse_all([Entry("roles", "multi", roles)], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    mine = chosen(values, "roles")
    listener = picture.book.listener_role
    if len(mine) > 1 and listener in mine:
        mine = [role for role in mine if role != listener]
    known = engagement.people.get(event.by.key)
    if known is not None and known.roles == mine:
        return Step(engagement)
    after = with_person(engagement, event.by, picture.now)
    people = {**after.people, event.by.key: replace(after.people[event.by.key], roles=mine, invited=[])}
    after = with_news(replace(after, people=people), event.by.key, OF_NO_QUESTION, "roles")
    return changed(picture, after, "take_part", event.by, staying=True)


def _stop(picture: Picture, event: Stop, roster: Roster) -> Step:
    engagement = picture.engagement
    after = without(engagement, event.by)
    if after == engagement and not engagement.shared_stale:
        return Step(engagement)
    step = share_card(picture, after, event.by, (), ())
    return Step(engagement) if step == Step(engagement) else step


def _speak(picture: Picture, event: Speak, roster: Roster) -> Step:
    engagement = picture.engagement
    if event.language not in picture.book.playbook.languages:
        return Step(engagement, faults=(Fault(Problem.UNKNOWN_CHOICE),))
    after = with_person(engagement, event.by, picture.now)
    mine = replace(after.people[event.by.key], language=event.language)
    after = replace(after, people={**after.people, event.by.key: mine})
    if event.by.key == engagement.fm:
        after = replace(after, setup=replace(after.setup, language=event.language))
    return Step(engagement) if after == engagement else changed(picture, after, "language", event.by)


HANDLERS: Handlers = {
    TakePart: _take_part,
    Stop: _stop,
    Speak: _speak,
}
