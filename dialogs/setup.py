"""The FM's setup, and the decision about a customer of the enterprise offering."""

from __future__ import annotations

from botbuilder.core import TurnContext
from botbuilder.dialogs import Dialog, DialogTurnResult, WaterfallStepContext

from bot.core.people.events import Invite
from bot.core.questions.parse import clean
from bot.core.screens.forms.inputs import sent_values
from bot.core.screens.people.invite import invite_form, invited_banner
from bot.core.screens.plan.forms import move_launch_form
from bot.core.screens.setup.forms import begin_form, redirect_form, setup_form
from bot.core.screens.setup.playbooks import is_unchosen, playbooks_screen
from bot.core.screens.workshop.workshop import ending, workshop_screen
from bot.core.setup.events import GoOn, Redirect, SetUp, needs_decision
from bot.core.setup.reading import CARD
from bot.core.setup_fields import fields_on
from bot.core.step import Event
from bot.core.workshop.redating import redating
from cards import Screen
from dialogs.press import Press
from dialogs.taken import Taken, apply_press
from dialogs.turn import WorkshopTurn
from dialogs.waterfall import AskAndTake

SETUP = "setup"
_SECOND = frozenset(field.id for field in fields_on("second"))


class SetupDialog(AskAndTake):
    """Asks for the setup in two steps until it is right and decided; then the workshop is open to all."""

    def __init__(self) -> None:
        super().__init__(SETUP)

    async def ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Show the step that is due: the setup, whom to invite, or the decision that it leads to."""
        turn = self.turn(step)
        await turn.show(step.context, _form(turn))
        return Dialog.end_of_turn

    async def take(self, step: WaterfallStepContext) -> DialogTurnResult:
        """Save what was sent; refused, undecided, or with a step to come, ask again."""
        turn = self.turn(step)
        running = turn.engagement.status == "running"
        action = turn.press.data.action if turn.press else ""
        if action in ("save_setup", "setup_next") and await self._previewed(step.context, turn):
            return Dialog.end_of_turn
        apply_press(turn, TAKES)
        if turn.faults or needs_decision(turn.engagement) or _has_second(turn):
            return await step.replace_dialog(self.id)
        if _invites(turn):
            await turn.show(step.context, _invited(turn))
            return await step.cancel_all_dialogs()
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


def _form(turn: WorkshopTurn) -> Screen:
    """The form that the press leads to; refused, the one that holds the field. Of several playbooks one is
    chosen first."""
    action = turn.press.data.action if turn.press else ""
    if action not in TAKES and is_unchosen(turn.viewer):
        return playbooks_screen(turn.viewer)
    values, faults = sent_values(turn.inputs), turn.faults
    if faults and action in ("setup_next", "save_setup", "apply"):
        return setup_form(turn.viewer, values, faults)
    if faults and action == "begin" and any(fault.field in _SECOND for fault in faults):
        return begin_form(turn.viewer, values, faults)
    if _has_second(turn):
        return begin_form(turn.viewer)
    if needs_decision(turn.engagement) and action != "setup":
        return redirect_form(turn.viewer, values if action in ("begin", "go_on") else None, faults)
    return setup_form(turn.viewer, None, faults)


def _has_second(turn: WorkshopTurn) -> bool:
    """True after the first step."""
    first = turn.press is not None and turn.press.data.action == "setup_next"
    return first and turn.engagement.status == "setup"


def _invites(turn: WorkshopTurn) -> bool:
    """True where the press comes from the second step, which says who is invited."""
    return clean(turn.inputs.get(CARD)) == "second"


def _invited(turn: WorkshopTurn) -> Screen:
    """Invite whom the second step named, and the card that all share."""
    before = turn.engagement.invitations
    faults = turn.apply(Invite(turn.person, turn.inputs)).faults
    turn.effects[:] = dict.fromkeys(turn.effects)  # the shared card is drawn once
    if faults:
        return invite_form(turn.viewer, sent_values(turn.inputs), faults)
    posted = turn.engagement.invitations != before
    return workshop_screen(turn.viewer, invited_banner(turn.words, turn.effects, posted=posted))


def _sets_up(turn: WorkshopTurn, press: Press) -> Event:
    return SetUp(turn.person, press.inputs)


def _redirects(turn: WorkshopTurn, press: Press) -> Event:
    return Redirect(turn.person)


def _goes_on(turn: WorkshopTurn, press: Press) -> Event:
    return GoOn(turn.person, press.inputs)


TAKES = {
    "setup_next": Taken(SETUP, _sets_up),
    "begin": Taken(SETUP, _sets_up),
    "save_setup": Taken(SETUP, _sets_up),
    "apply": Taken(SETUP, _sets_up),
    "redirect": Taken(SETUP, _redirects),
    "go_on": Taken(SETUP, _goes_on),
}
"""Action of a button -> what this dialog takes it for."""
