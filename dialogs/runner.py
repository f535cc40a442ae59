"""Carries one press through the waterfalls, on a stack rebuilt from what the press and the state say."""

from __future__ import annotations

from botbuilder.core import StatePropertyAccessor, TurnContext
from botbuilder.dialogs import DialogContext, DialogInstance, DialogSet, DialogState
from botbuilder.dialogs.memory import DialogStateManagerConfiguration

from dialogs.roles import ROLES, RolesDialog
from dialogs.room import EXCEPT, KINDS, ROOM, RoomDialog, options_of
from dialogs.setup import ACTIONS as SETUP_ACTIONS
from dialogs.setup import SETUP, SetupDialog
from dialogs.turn import WorkshopTurn, turn_of
from dialogs.waterfall import forget, state_of
from dialogs.workshop import WORKSHOP, WorkshopDialog

TAKEN = frozenset({*KINDS, EXCEPT, *SETUP_ACTIONS, "save_roles"})
"""Actions that an open dialog takes."""


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
    for dialog in (WorkshopDialog(), SetupDialog(), RolesDialog(), RoomDialog()):
        dialogs.add(dialog)
    return dialogs


async def run_dialogs(dialogs: DialogSet, context: TurnContext) -> None:
    """Let the press's dialog take it, or begin where the person stands."""
    talk = await _talk(dialogs, context)
    try:
        if talk.active_dialog is not None:
            await talk.continue_dialog()
        else:
            await talk.begin_dialog(WORKSHOP)
    finally:
        forget(talk)


async def begin_dialog(dialogs: DialogSet, context: TurnContext, dialog: str) -> None:
    """Open a place of its own accord: the setup for changes, the roles."""
    talk = await _talk(dialogs, context)
    del talk.stack[:]
    talk.stack.insert(0, _instance(WORKSHOP))
    try:
        await talk.begin_dialog(dialog)
    finally:
        forget(talk)


async def _talk(dialogs: DialogSet, context: TurnContext) -> DialogContext:
    # Left alone, every turn builds the scopes and paths by which adaptive dialogs find their memory.
    context.turn_state[DialogStateManagerConfiguration.__name__] = _NO_MEMORY
    return await dialogs.create_context(context)


def stack_for(turn: WorkshopTurn) -> list[DialogInstance]:
    """The stack on which the press was waited for, the active dialog first."""
    press = turn.press
    if press is None or press.data.action not in TAKEN:
        return []
    if press.data.action in SETUP_ACTIONS:
        return [_instance(SETUP), _instance(WORKSHOP)]
    if press.data.action == "save_roles":
        return [_instance(ROLES), _instance(WORKSHOP)]
    ask = turn.picture.find(press.data.question or "", press.service)
    return [] if ask is None else [_instance(ROOM, options_of(ask)), _instance(WORKSHOP)]


def _instance(dialog: str, options: object = None) -> DialogInstance:
    return DialogInstance(dialog, state_of(dialog, options))
