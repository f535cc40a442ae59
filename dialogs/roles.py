"""Taking part: a person says which roles they have."""

from __future__ import annotations

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.events import TakePart
from bot.core.screens.forms import take_part_form
from bot.core.screens.inputs import sent_values
from dialogs.waterfall import AskAndTake

ROLES = "roles"


class RolesDialog(AskAndTake):
    """Asks for the roles; nobody is asked a question before the bot knows whose it is."""

    def __init__(self) -> None:
        super().__init__(ROLES)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the roles with those the person has."""
        sitting = self.sitting(step)
        sent = sent_values(sitting.inputs) if sitting.faults else None
        await sitting.show(step.context, take_part_form(sitting.viewer, sent, sitting.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Keep the roles; refused, ask again."""
        sitting = self.sitting(step)
        sitting.take(TakePart(sitting.person, sitting.inputs))
        if sitting.faults:
            return await step.replace_dialog(self.id)
        return await step.end_dialog()
