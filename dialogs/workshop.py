"""The workshop as a talk: leads a person from place to place, as the core names them."""

from __future__ import annotations

from botbuilder.dialogs import DialogTurnResult, WaterfallStepContext

from bot.core.events import Stop
from bot.core.guide import Place, next_for
from bot.core.screens.workshop import ending
from dialogs.roles import ROLES
from dialogs.room import ROOM, options_of
from dialogs.setup import SETUP
from dialogs.waterfall import AskAndTake

WORKSHOP = "workshop"


class WorkshopDialog(AskAndTake):
    """The parent of all rooms: begins the next one, and on return replaces itself."""

    def __init__(self) -> None:
        super().__init__(WORKSHOP)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Begin the place that the core names; at the end show the workshop card with a last word."""
        sitting = self.sitting(step)
        sitting.press = None if sitting.said_something else sitting.press
        following = next_for(sitting.picture, sitting.person.key)
        match following.place:
            case Place.SETUP | Place.DECISION:
                return await step.begin_dialog(SETUP)
            case Place.ROLES:
                return await step.begin_dialog(ROLES)
            case Place.ROOM if following.ask is not None:
                return await step.begin_dialog(ROOM, options_of(following.ask))
        if not sitting.said_something:
            sitting.take(Stop(sitting.person))
        await sitting.show(
            step.context, ending(sitting.viewer, "thanks" if sitting.said_something else "nothing_open")
        )
        return await step.end_dialog()

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """A room was left: see what is next."""
        return await step.replace_dialog(self.id)
