"""The inputs of a question as its card holds them for a person, every text whole."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.engagement import Value, Voice
from bot.core.playbook.ask import Ask
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.questions.facts import the_answer
from bot.core.screens.questions.question import standing_values
from dialogs.turn import WorkshopTurn


def own_voice(turn: WorkshopTurn, ask: Ask) -> Voice | None:
    """The person's own answer to a question."""
    voices = turn.engagement.voices.get(ask.key, [])
    return next((voice for voice in voices if voice.by == turn.person.key), None)


def shown_values(turn: WorkshopTurn, ask: Ask) -> Mapping[str, str]:
    """The values that stand in the question's card; of a long text the beginning."""
    shown = own_voice(turn, ask) or the_answer(turn.engagement.voices.get(ask.key, []))
    return standing_values(turn.viewer, ask, shown, None)


async def with_standing(turn: WorkshopTurn, ask: Ask, inputs: Mapping[str, str]) -> dict[str, str]:
    """Inputs put into those that the card of the question holds already, every text whole."""
    voice, whole = (
        own_voice(turn, ask) or the_answer(turn.engagement.voices.get(ask.key, [])),
        dict[str, Value](),
    )
    if voice is not None and voice.cut and turn.read_whole is not None:
        whole = dict(await turn.read_whole(ask.key, voice.by))
    standing = standing_values(turn.viewer, ask, voice, whole)
    # A person has two inputs, of which one would hide the other.
    given = {name.removesuffix(OTHER_PERSON) for name in inputs}
    return {
        name: one for name, one in standing.items() if name.removesuffix(OTHER_PERSON) not in given
    } | dict(inputs)
