"""Somebody who takes part in workshops by chance: answers, plans, hands on, changes their mind, types."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.filling import filled_by_chance, token
from tests.chaos.presses import UNCLEAR, Answer, Press, problem_of, verdict_of
from tests.chaos.room import ShakyRoom, renamed
from tests.chaos.saying import sent, shown_by
from tests.service.card import Card, actions, inputs, positive, question_of
from tests.service.client import Person

_PATIENCE = 3
"""How often somebody presses again where they were told that nothing can be saved."""
_OLD_KEPT = 12
_ASIDES = ("planned", "handed", "skipped", "not_applicable")
_KINDS = {"answer_more": "answer"}
"""What the store calls what a button sends, where it differs."""
_WORDS = ("Schulung", "Wie geht das?", "/status", "/help", "/resources Teams", "adoption")


@dataclass(kw_only=True)
class Player(Person):
    """`presses` are those that say something, `old` cards of questions that were shown before."""

    room: ShakyRoom
    rng: random.Random
    presses_made: list[Press] = field(default_factory=list)
    old: list[Card] = field(default_factory=list)
    _answers: list[Answer] = field(default_factory=list)

    async def again(self) -> Card:
        """The last press reaches the bot; where nothing could be saved it is pressed again. The card that
        is shown then, which is the old one where no answer came at all."""
        for attempt in range(_PATIENCE):
            answer = await self.room.deliver(self.last, self._answers)
            if problem_of(answer) != "problem.store_down":
                break
            self.room.counts.sorry += 1
            self.last = renamed(self.last)
            await asyncio.sleep(0.2 * attempt)
        if verdict_of(answer) != UNCLEAR and answer[1]:
            self.card = answer[1]["value"]
        return self.card

    async def does(self, action: str, **data: str) -> Card:
        """Press a button that carries only this."""
        self._answers = []
        return await self.invokes({"action": action, "workshop": 1, "revision": 0, **data})

    def glance(self) -> dict[str, Any]:
        """A press that changes nothing, as a new activity."""
        data = {"action": "overview", "workshop": 1, "revision": 0}
        action = {"type": "Action.Execute", "verb": "overview", "data": data}
        value = {"action": action, "trigger": "manual"}
        return self._activity() | {"type": "invoke", "name": "adaptiveCard/action", "value": value}

    async def looks(self) -> Card:
        """Go on with one's own questions."""
        return await self.does("my_questions")

    async def steps(self) -> None:
        """One step by chance at the card that is shown."""
        if question_of(self.card) is None:
            await self._without_question()
            return
        self.old = [*self.old, self.card][-_OLD_KEPT:]
        chosen = self.rng.random()
        if chosen < 0.64:
            await self._says(self.card)
        elif chosen < 0.82:
            await self._says_aside(self.rng.choice(_ASIDES))
        elif chosen < 0.85:
            await self._says(self.card, spoil=True)
        elif chosen < 0.90:
            await self._says(self.rng.choice(self.old))
        elif chosen < 0.93:
            await self._types()
        elif chosen < 0.98:
            await self.changes()
        else:
            await self.does("later")

    async def changes(self) -> None:
        """Open a question in the overview, answered or not, and answer it; then go on."""
        overview = await self.does("overview")
        lines = [one for one in actions(overview) if one["data"]["action"] == "open"]
        if lines:
            self._answers = []
            await self.presses(self.rng.choice(lines))
            if question_of(self.card) is not None:
                await self._says(self.card)
        await self.looks()

    async def _without_question(self) -> None:
        """A form of roles, a result, or nothing that is open."""
        if any(one["id"] == "roles" for one in inputs(self.card)):
            self._answers = []
            await self.presses(positive(self.card), filled_by_chance(self.card, self.rng))
        await self.looks()

    async def _says(self, card: Card, *, spoil: bool = False) -> None:
        """Press the main button of a question's card or of a form beside it."""
        question = question_of(card)
        if question is None:
            return
        values = filled_by_chance(card, self.rng)
        if spoil:
            values |= {name: "of course" for name in _choices(card)}
        action = positive(card)["data"]["action"]
        saying = sent(_KINDS.get(action, action), card, values)
        # One step on, what is left empty says nothing: what was said before stands.
        shown = saying.names if action in _KINDS else shown_by(card)
        press = Press(question, saying, shown=shown)
        if action not in _KINDS or shown:
            self.presses_made.append(press)
        self._answers = press.answers
        self.room.coming.discard(self.id)
        await self.presses(positive(card), values)
        if self.id in self.room.coming:
            # Said otherwise at once: what comes once more must not undo it.
            await self._opens(*question)
            await self._says(self.card)
            await self.looks()

    async def _opens(self, question: str, service: str | None) -> None:
        await self.does("open", question=question, service=service or "")

    async def _says_aside(self, kind: str) -> None:
        button = _button(self.card, lambda data: data.get("form") == kind)
        if button is None:
            return
        self._answers = []
        form = await self.presses(button)
        if any(one["data"]["action"] == kind for one in actions(form)):
            await self._says(form)
        else:
            await self.looks()

    async def _types(self) -> None:
        """A search, a command, or something that may be taken for the answer to the open question."""
        if self.rng.random() < 0.4:
            await self.says(self.rng.choice(_WORDS))
            return
        values = filled_by_chance(self.card, self.rng)
        text = next((value for value in values.values() if len(value) < 40), token())
        self.presses_made.append(Press(None, text))
        await self.says(text)
        await self._saves_typed(text)

    async def _saves_typed(self, text: str) -> None:
        """Press "save" where the bot asked what the text was meant for."""
        shown = self.room.connector.shown.get(self.room.conversation, {})
        for activity in reversed(shown.values()):
            for attached in activity.get("attachments", ()):
                button = _button(attached["content"], lambda data: data.get("typed") == text)
                if button is not None and button["data"]["action"] == "save_typed":
                    data = button["data"]
                    press = Press((data["question"], data.get("service") or None), text)
                    self.presses_made.append(press)
                    self._answers = press.answers
                    await self.presses(button)
                    return


def _button(card: Card, wanted: Callable[[Mapping[str, Any]], bool]) -> Card | None:
    return next((one for one in actions(card) if wanted(one["data"])), None)


def _choices(card: Card) -> list[str]:
    return [one["id"] for one in inputs(card) if one["type"] == "Input.ChoiceSet"]
