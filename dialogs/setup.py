"""The FM's setup, and the decision about a customer of the enterprise offering."""

from __future__ import annotations

from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.events import Event, GoOn, Redirect, SetUp
from bot.core.leading import needs_decision
from bot.core.screens.forms import redirect_form, setup_form
from bot.core.screens.inputs import sent_values
from bot.core.screens.workshop import ending
from dialogs.waterfall import AskAndTake

SETUP = "setup"
ACTIONS = ("save_setup", "redirect", "go_on")


class SetupDialog(AskAndTake):
    """Asks for the setup until it is right and decided; then the workshop is open to all."""

    def __init__(self) -> None:
        super().__init__(SETUP)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the setup, or the decision that it leads to."""
        sitting = self.sitting(step)
        sent = sent_values(sitting.inputs) if sitting.faults else None
        opened_again = sitting.press is not None and sitting.press.data.action == "setup"
        decide = needs_decision(sitting.engagement) and not opened_again
        form = redirect_form if decide else setup_form
        await sitting.show(step.context, form(sitting.viewer, sent, sitting.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Save what was sent; refused or undecided, ask again."""
        sitting = self.sitting(step)
        if sitting.press is not None:
            event: Event
            match sitting.press.data.action:
                case "save_setup":
                    event = SetUp(sitting.person, sitting.inputs)
                case "redirect":
                    event = Redirect(sitting.person)
                case _:
                    event = GoOn(sitting.person, sitting.inputs)
            sitting.take(event)
        if sitting.faults or needs_decision(sitting.engagement):
            return await step.replace_dialog(self.id)
        # What the FM settled shows on the card that all share; so the FM sees that card, too.
        await sitting.show(step.context, ending(sitting.viewer, "setup_saved"))
        return await step.cancel_all_dialogs()
