"""The material that the FM presents: the questions and sections it belongs to, and when it was shown."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.engagement import Engagement, Mark
from bot.core.playbook.book import Book
from bot.core.playbook.link_watch import Answer
from bot.core.playbook.model.base import Text
from bot.core.playbook.model.playbook import Resource
from bot.core.reading.library import LIVING, living


@dataclass(frozen=True, slots=True)
class Presented:
    """One piece of material for the FM to present. `serves` are the titles of the questions and sections of
    the page that it stands beside."""

    resource: Resource
    serves: tuple[Text, ...]
    shown: Mark | None


def presented(book: Book, engagement: Engagement) -> tuple[Presented, ...]:
    """Every living piece of material that the FM presents, for the services in scope or for all."""
    scope = set(engagement.setup.services)
    found: list[Presented] = []
    for resource in book.playbook.resources:
        if resource.audience != "presented" or living(book, resource.id) is not resource:
            continue
        if resource.services and scope.isdisjoint(resource.services) and resource.id not in engagement.shown:
            continue
        found.append(
            Presented(resource, tuple(_serves(book, resource.id)), engagement.shown.get(resource.id))
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Died:
    """Material that the workshop would offer, what its address answered, and what is offered instead."""

    resource: Resource
    answer: Answer
    instead: Resource | None


def died(book: Book, engagement: Engagement) -> tuple[Died, ...]:
    """The material for the services in scope, or for all, whose page the last check found gone."""
    scope = set(engagement.setup.services)
    return tuple(
        Died(one, answer, living(book, one.id))
        for one in book.playbook.resources
        if one.status in LIVING and (answer := book.watch.gone(one.url)) is not None
        if not one.services or not scope.isdisjoint(one.services)
    )


def find_presented(book: Book, engagement: Engagement, key: str) -> Presented | None:
    """A piece of material that the FM may present, None where there is none of this key."""
    return next((one for one in presented(book, engagement) if one.resource.id == key), None)


def _serves(book: Book, key: str) -> list[Text]:
    """The titles it stands beside, by its own key or in the place of a dead resource."""
    keys = {one.id for one in book.playbook.resources if (alive := living(book, one.id)) and alive.id == key}
    questions = [one.title for one in book.questions.values() if not keys.isdisjoint(one.resources)]
    sections = [one.title for one in book.playbook.page.methods if not keys.isdisjoint(one.resources)]
    return [*questions, *sections]
