"""The workshop as a conversation: leads a person from place to place, as the core names them."""

from __future__ import annotations

from botbuilder.dialogs import DialogTurnResult, WaterfallStepContext

from bot.core.people.events import Stop
from bot.core.screens.workshop.workshop import ending
from bot.core.workshop.path_finder import Place, next_for
from dialogs.questions import QUESTIONS, options_of
from dialogs.roles import ROLES
from dialogs.setup import SETUP
from dialogs.waterfall import AskAndTake

WORKSHOP = "workshop"


class WorkshopDialog(AskAndTake):
    """The parent of all rooms: begins the next one, and on return replaces itself."""

    def __init__(self) -> None:
        super().__init__(WORKSHOP)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Begin the place that the core names; at the end show the workshop card with a last word."""
        turn = self.turn(step)
        turn.press = None if turn.said_something else turn.press
        following = next_for(turn.picture, turn.person.key)
        match following.place:
            case Place.SETUP | Place.DECISION:
                return await step.begin_dialog(SETUP)
            case Place.ROLES:
                return await step.begin_dialog(ROLES)
            case Place.ROOM if following.ask is not None:
                return await step.begin_dialog(QUESTIONS, options_of(following.ask))
        if not turn.said_something:
            turn.apply(Stop(turn.person))
        word = "thanks" if turn.said_something else "nothing_open"
        await turn.show(step.context, ending(turn.viewer, word))
        return await step.end_dialog()

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """A room was left: see what is next."""
        return await step.replace_dialog(self.id)
