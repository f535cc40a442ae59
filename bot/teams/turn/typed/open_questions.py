"""The question that each person has open: as this process showed it last, else as the state knows it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

from bot.core.engagement import Person
from bot.core.keys import split_ask_key
from bot.core.questions.identity import as_known
from bot.core.workshop.path_finder import next_for
from bot.kept.engagements import Engagements
from bot.kept.loaded import Loaded
from bot.teams.inbound.incoming import Incoming
from bot.teams.turn.typed.answer import Opened
from dialogs.turn import WorkshopTurn

K = TypeVar("K")

_KEPT = 10_000
_LOOKED_AT = 6
"""Workshops of a person among which the one is looked for in whose middle they stopped."""


class OpenQuestions:
    """What this process has shown to whom, by engagement and person, and in whose own chat."""

    def __init__(self) -> None:
        self._shown: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._in_chat: OrderedDict[str, str] = OrderedDict()

    def open_for(self, turn: WorkshopTurn) -> Opened | None:
        """The question that the person has open, else the next of theirs, which they may not have seen."""
        if turn.engagement.status != "running":
            return None
        person, picture = turn.person.key, turn.picture
        shown, talk = self._shown.get((turn.engagement.id, person)), turn.engagement.talks.get(person)
        if shown is not None:
            ask = picture.find(*split_ask_key(shown))
        elif talk is not None:
            ask = picture.find(talk.question, talk.service)
        else:
            following = next_for(picture, person).ask
            return None if following is None else Opened(following, shown=False)
        return None if ask is None else Opened(ask)

    def remember(self, turn: WorkshopTurn, incoming: Incoming) -> None:
        """Note the question that this turn showed, or that the one before is answered."""
        key = (turn.engagement.id, turn.person.key)
        if turn.asked is not None:
            _keep(self._shown, key, turn.asked.key)
            if turn.personal and turn.engagement.reference.conversation != incoming.conversation:
                _keep(self._in_chat, incoming.conversation, turn.engagement.id)
        elif turn.said_something:
            self._shown.pop(key, None)

    async def workshop_in_chat(self, incoming: Incoming, engagements: Engagements) -> Loaded | None:
        """The workshop of which a person sees a question in their own chat with the bot.

        A new process looks at those that they lead, else at those that concern them: it is the one in whose
        middle they stopped, or the only one there is.
        """
        known, person = self._in_chat.get(incoming.conversation), incoming.person
        if known is not None:
            return await engagements.load(known)
        keys = [key for key, _, _ in await engagements.portfolio.of_fm(person.key)]
        keys = (keys or await engagements.homes.of_person(person.key))[:_LOOKED_AT]
        found = await engagements.listed(keys)
        begun = [one for one in found if _is_in_middle(one, person)] or found
        return begun[0] if len(begun) == 1 else None


def _is_in_middle(one: Loaded, person: Person) -> bool:
    return as_known(one.engagement, person).key in one.engagement.talks


def _keep(known: OrderedDict[K, str], key: K, value: str) -> None:
    """Note it as the newest; the oldest goes where there are very many."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > _KEPT:
        known.popitem(last=False)
