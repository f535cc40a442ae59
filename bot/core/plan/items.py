"""The plan: every gap, risk and promise of the workshop as an action item, and the items of the team's own.

Items follow from the answers; people's acts on them are kept beside these (`Engagement.plan`). So changed
answers change the plan, and no act is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import is_

from bot.core.engagement import Engagement, ItemState, ItemStatus, Person
from bot.core.keys import person_key, split_ask_key
from bot.core.plan.days import action_day
from bot.core.playbook.ask import Ask
from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import NOBODY_NAMED
from bot.core.questions.asks import FM_ROLE, holders
from bot.core.questions.entries import PLANNED_BY
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import Standing, standing
from bot.core.reading.wording import say
from bot.core.remembered import ByAsk
from bot.core.verdict import Verdict

OWN = "own-"
"""The prefix of the ids of the team's own items; no question's id holds a hyphen."""
CLOSED: tuple[ItemStatus, ...] = ("done", "dropped")
_UNTOUCHED = ItemState()


@dataclass(frozen=True, slots=True)
class Item:
    """One action item. `id` is the ask key it follows from, or that of an item of the team's own, which has a
    `title` and no question. `owner` is the value of a person field: somebody outside the channel is only a
    name, is shown like all others, and never reminded. `due` is an ISO day.

    `agreed`: somebody promised that day, so the launch does not move it.
    """

    id: str
    status: ItemStatus
    owner: Mapping[str, str] | None
    due: str
    reason: str | None = None
    question: str | None = None
    service: str | None = None
    title: str = ""
    agreed: bool = False

    @property
    def closed(self) -> bool:
        """True when the item is done or dropped."""
        return self.status in CLOSED

    @property
    def owner_key(self) -> str | None:
        """The key of the owner, None where there is none, or one outside the channel."""
        if self.owner is None or "id" not in self.owner:
            return None
        return person_key(self.owner["tenant"], self.owner["id"])

    def is_overdue(self, today: date) -> bool:
        """True when its day has passed and it is not closed."""
        return not self.closed and self.due < today.isoformat()


def items(picture: Picture) -> tuple[Item, ...]:
    """The whole plan: open items by their days, overdue ones first, then closed ones."""
    plan = picture.engagement.plan
    found = list(derived(picture, picture.standings))
    shown = {item.id for item in found}
    for key, state in plan.items():
        if key.startswith(OWN):
            found.append(_own(key, state))
        elif key not in shown and state.status in CLOSED and split_ask_key(key)[0] in picture.book.questions:
            found.append(_no_longer_asked(picture, key, state))
    return tuple(sorted(found, key=lambda item: (item.closed, item.due)))


def derived(picture: Picture, standings: Iterable[Standing]) -> Iterator[Item]:
    """The items that follow from these standings of questions."""
    engagement = picture.engagement
    values = (picture.facts.today, engagement.started, engagement.fm, engagement.launch_moved)
    kept: ByAsk[Item] = picture.book.remembered.items.get((engagement.setup,), values, dict)
    for one in standings:
        key = one.ask.key
        state = engagement.plan.get(key, _UNTOUCHED)
        if not one.needs_action and state.status not in CLOSED:
            continue
        parts = (one, state, engagement.people)
        known = kept.get(key)
        if known is None or not all(map(is_, known[0], parts)):
            known = kept[key] = (parts, _derived(picture, one))
        yield known[1]


def find_item(picture: Picture, key: str) -> Item | None:
    """An item of the plan, None where it is not in it (any more)."""
    return next((item for item in items(picture) if item.id == key), None)


def item_title(book: Book, item: Item, language: str) -> str:
    """The action in a language; the team's own items in their own words."""
    if item.question is None:
        return item.title
    question = book.questions[item.question]
    title = say(question.action, language) or say(question.title, language)
    return f"{title} ({book.service_names[item.service]})" if item.service else title


def item_is_outlived(picture: Picture, item: Item) -> bool:
    """True when an item is done but the answer that it follows from is still a gap or at risk: the answer is
    to be changed, while the workshop takes answers."""
    if item.status != "done" or item.question is None or picture.engagement.status != "running":
        return False
    ask = picture.find(item.question, item.service)
    return ask is not None and picture.standing(ask).verdict in (Verdict.GAP, Verdict.AT_RISK)


def may_change(engagement: Engagement, item: Item, person: Person) -> bool:
    """True when somebody may change an item: the FM and its owner."""
    return person.key in (engagement.fm, item.owner_key)


def owns_something(picture: Picture, person: Person) -> bool:
    """True when an item of the plan, open or closed, is this person's."""
    return any(item.owner_key == person.key for item in items(picture))


def _derived(picture: Picture, one: Standing) -> Item:
    ask, state = one.ask, picture.engagement.plan.get(one.ask.key, _UNTOUCHED)
    promised = ""
    if one.voice is not None and one.voice.kind == "planned":
        promised = str(one.voice.fields.get("planned_on") or "")
    agreed = state.due or promised
    return Item(
        id=ask.key,
        status=state.status,
        owner=state.owner or _named(one) or _responsible(picture, one),
        due=agreed or action_day(picture, ask).isoformat(),
        reason=state.reason,
        question=ask.question.id,
        service=ask.service,
        agreed=bool(agreed),
    )


def _own(key: str, state: ItemState) -> Item:
    return Item(key, state.status, state.owner, state.due or "", state.reason, title=state.title, agreed=True)


def _no_longer_asked(picture: Picture, key: str, state: ItemState) -> Item:
    """A closed item whose question is not asked any more: it stays in the plan."""
    question, service = split_ask_key(key)
    ask = Ask(picture.book.questions[question], service)
    day = state.due or action_day(picture, ask).isoformat()
    one = standing(picture.book, picture.facts, ask)
    owner = state.owner or _named(one) or _responsible(picture, one)
    return Item(key, state.status, owner, day, state.reason, question, service, agreed=True)


def _named(one: Standing) -> dict[str, str] | None:
    """The person whom the answer names for the gap: who planned to close it, or the person of the field that
    the playbook says (a verdict's own rule first). None where the answer names nobody, or the playbook does
    not say."""
    voice = one.voice
    if voice is None:
        return None
    field: str | None = PLANNED_BY
    if voice.kind != "planned":
        field = (one.rule.closes if one.rule else None) or one.ask.question.closes
    named = voice.fields.get(field) if field and field != NOBODY_NAMED else None
    return named if isinstance(named, dict) else None


def _responsible(picture: Picture, one: Standing) -> dict[str, str] | None:
    """The owner of a gap that nobody was named for: of those whose question it is the one who answered, else
    the first; else who stands in; else whoever of the team answered. The FM does not stand in for a team
    that has nobody yet."""
    book, engagement, roles = picture.book, picture.engagement, one.ask.question.roles
    held = holders(book, engagement, roles)
    if held == [engagement.fm] and FM_ROLE not in roles:
        fm = engagement.people.get(engagement.fm)
        if fm is None or {*roles, book.lead_role}.isdisjoint(fm.roles):
            held = []
    answered = one.voice.by if one.voice is not None else engagement.fm
    if not held and answered == engagement.fm:
        return None
    key = answered if answered in held or not held else held[0]
    tenant, _, object_id = key.partition("/")
    person = engagement.people.get(key)
    return {"tenant": tenant, "id": object_id, "name": person.name if person else ""}
