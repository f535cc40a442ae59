"""Taking part: a person says which roles they have."""

from __future__ import annotations

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.people.events import TakePart
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.people.roles import take_part_form
from bot.core.step import Event
from dialogs.press import Press
from dialogs.taken import Taken, apply_press
from dialogs.turn import WorkshopTurn
from dialogs.waterfall import AskAndTake

ROLES = "roles"


class RolesDialog(AskAndTake):
    """Asks for the roles; nobody is asked a question before the bot knows whose it is."""

    def __init__(self) -> None:
        super().__init__(ROLES)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the roles with those the person has."""
        turn = self.turn(step)
        sent = sent_values(turn.inputs) if turn.faults else None
        await turn.show(step.context, take_part_form(turn.viewer, sent, turn.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Keep the roles; refused, ask again."""
        turn = self.turn(step)
        apply_press(turn, TAKES)
        if turn.faults:
            return await step.replace_dialog(self.id)
        return await step.end_dialog()


def _takes_part(turn: WorkshopTurn, press: Press) -> Event:
    return TakePart(turn.person, press.inputs)


TAKES = {"save_roles": Taken(ROLES, _takes_part)}
"""Action of a button -> what this dialog takes it for."""
