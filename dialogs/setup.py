"""The FM's setup, and the decision about a customer of the enterprise offering."""

from __future__ import annotations

from botbuilder.core import TurnContext
from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.events import Event, GoOn, Redirect, SetUp
from bot.core.leading import needs_decision
from bot.core.replan import redating
from bot.core.screens.forms import redirect_form, setup_form
from bot.core.screens.inputs import sent_values
from bot.core.screens.plan_forms import move_launch_form
from bot.core.screens.workshop import ending
from dialogs.sitting import Sitting
from dialogs.waterfall import AskAndTake

SETUP = "setup"
ACTIONS = ("save_setup", "apply", "redirect", "go_on")


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
        running = sitting.engagement.status == "running"
        if sitting.press is not None:
            event: Event
            match sitting.press.data.action:
                case "save_setup" if await self._previewed(step.context, sitting):
                    return Dialog.end_of_turn
                case "save_setup" | "apply":
                    event = SetUp(sitting.person, sitting.inputs)
                case "redirect":
                    event = Redirect(sitting.person)
                case _:
                    event = GoOn(sitting.person, sitting.inputs)
            sitting.take(event)
        if sitting.faults or needs_decision(sitting.engagement):
            return await step.replace_dialog(self.id)
        # What the FM settled shows on the card that all share; so the FM sees that card, too.
        moved = sitting.press is not None and sitting.press.data.action == "apply"
        card = ending(sitting.viewer, "replanned" if moved else "setup_changed" if running else "setup_saved")
        await sitting.show(step.context, card)
        return await step.cancel_all_dialogs()

    @staticmethod
    async def _previewed(context: TurnContext, sitting: Sitting) -> bool:
        """Whether the launch moves and so dates of the plan: the FM sees which before anything changes."""
        change = redating(sitting.picture, sitting.inputs) if sitting.viewer.is_fm else None
        if change is None:
            return False
        await sitting.show(context, move_launch_form(sitting.viewer, change, sent_values(sitting.inputs)))
        return True
