"""Carries one press through the waterfalls, on a stack rebuilt from what the press and the state say."""

from __future__ import annotations

from botbuilder.core import StatePropertyAccessor, TurnContext
from botbuilder.dialogs import DialogContext, DialogInstance, DialogSet, DialogState
from botbuilder.dialogs.memory import DialogStateManagerConfiguration

from dialogs import questions, roles, setup
from dialogs.turn import WorkshopTurn, turn_of
from dialogs.waterfall import forget, state_of
from dialogs.workshop import WORKSHOP, WorkshopDialog

TAKEN = questions.TAKES | setup.TAKES | roles.TAKES
"""Action of a button -> the dialog that takes it."""
_NO_MEMORY = DialogStateManagerConfiguration()
Dialogs = DialogSet
"""Every dialog there is, by its id."""


class Stacks(StatePropertyAccessor):
    """The dialog stack of a turn. It is not stored: a press names its question, the answers say what is
    open, so the stack that belongs to it is rebuilt each time and a lost one costs nothing."""

    async def get(self, turn_context: TurnContext, default_value_or_factory: object = None) -> DialogState:
        """The stack that the press belongs to."""
        return DialogState(stack_for(turn_of(turn_context)))

    async def set(self, turn_context: TurnContext, value: object) -> None:
        """Nothing to keep."""

    async def delete(self, turn_context: TurnContext) -> None:
        """Nothing to forget."""


def build_dialogs() -> DialogSet:
    """Every dialog there is."""
    dialogs = DialogSet(Stacks())
    for dialog in (WorkshopDialog, setup.SetupDialog, roles.RolesDialog, questions.QuestionsDialog):
        dialogs.add(dialog())
    return dialogs


async def run_dialogs(dialogs: DialogSet, context: TurnContext) -> None:
    """Let the press's dialog take it, or begin where the person stands."""
    dialog_context = await _context(dialogs, context)
    try:
        if dialog_context.active_dialog is not None:
            await dialog_context.continue_dialog()
        else:
            await dialog_context.begin_dialog(WORKSHOP)
    finally:
        forget(dialog_context)


async def begin_dialog(dialogs: DialogSet, context: TurnContext, dialog: str) -> None:
    """Open a place of its own accord: the setup for changes, the roles."""
    dialog_context = await _context(dialogs, context)
    del dialog_context.stack[:]
    dialog_context.stack.insert(0, _instance(WORKSHOP))
    try:
        await dialog_context.begin_dialog(dialog)
    finally:
        forget(dialog_context)


async def _context(dialogs: DialogSet, context: TurnContext) -> DialogContext:
    # Left alone, every turn builds the scopes and paths by which adaptive dialogs find their memory.
    context.turn_state[DialogStateManagerConfiguration.__name__] = _NO_MEMORY
    return await dialogs.create_context(context)


def stack_for(turn: WorkshopTurn) -> list[DialogInstance]:
    """The stack on which the press was waited for, the active dialog first."""
    press = turn.press
    taken = None if press is None else TAKEN.get(press.data.action)
    if press is None or taken is None:
        return []
    options = taken.options(turn, press)
    return [] if options is None else [_instance(taken.dialog, options), _instance(WORKSHOP)]


def _instance(dialog: str, options: object = None) -> DialogInstance:
    return DialogInstance(dialog, state_of(dialog, options))
