"""The FM's setup, and the decision about a customer of the enterprise offering."""

from __future__ import annotations

from botbuilder.core import TurnContext
from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.plan.forms import move_launch_form
from bot.core.screens.setup.forms import redirect_form, setup_form
from bot.core.screens.workshop.workshop import ending
from bot.core.setup.events import GoOn, Redirect, SetUp, needs_decision
from bot.core.step import Event
from bot.core.workshop.redating import redating
from dialogs.press import Press
from dialogs.taken import Taken, apply_press
from dialogs.turn import WorkshopTurn
from dialogs.waterfall import AskAndTake

SETUP = "setup"


class SetupDialog(AskAndTake):
    """Asks for the setup until it is right and decided; then the workshop is open to all."""

    def __init__(self) -> None:
        super().__init__(SETUP)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the setup, or the decision that it leads to."""
        turn = self.turn(step)
        sent = sent_values(turn.inputs) if turn.faults else None
        opened_again = turn.press is not None and turn.press.data.action == "setup"
        decide = needs_decision(turn.engagement) and not opened_again
        form = redirect_form if decide else setup_form
        await turn.show(step.context, form(turn.viewer, sent, turn.faults))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Save what was sent; refused or undecided, ask again."""
        turn = self.turn(step)
        running = turn.engagement.status == "running"
        action = turn.press.data.action if turn.press else ""
        if action == "save_setup" and await self._previewed(step.context, turn):
            return Dialog.end_of_turn
        apply_press(turn, TAKES)
        if turn.faults or needs_decision(turn.engagement):
            return await step.replace_dialog(self.id)
        # What the FM settled shows on the card that all share; so the FM sees that card, too.
        moved = action == "apply"
        card = ending(turn.viewer, "replanned" if moved else "setup_changed" if running else "setup_saved")
        await turn.show(step.context, card)
        return await step.cancel_all_dialogs()

    @staticmethod
    async def _previewed(context: TurnContext, turn: WorkshopTurn) -> bool:
        """True where the launch would move, and with it dates of the plan: the FM is shown them first."""
        change = redating(turn.picture, turn.inputs) if turn.viewer.is_fm else None
        if change is None:
            return False
        await turn.show(context, move_launch_form(turn.viewer, change, sent_values(turn.inputs)))
        return True


def _sets_up(turn: WorkshopTurn, press: Press) -> Event:
    return SetUp(turn.person, press.inputs)


def _redirects(turn: WorkshopTurn, press: Press) -> Event:
    return Redirect(turn.person)


def _goes_on(turn: WorkshopTurn, press: Press) -> Event:
    return GoOn(turn.person, press.inputs)


TAKES = {
    "save_setup": Taken(SETUP, _sets_up),
    "apply": Taken(SETUP, _sets_up),
    "redirect": Taken(SETUP, _redirects),
    "go_on": Taken(SETUP, _goes_on),
}
"""Action of a button -> what this dialog takes it for."""
