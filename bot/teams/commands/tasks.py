"""/tasks: the FTOP tasks of the workshop, for the FM."""

from bot.core.parts import Button
from bot.core.problems import Problem
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.left_out import is_left_out
from bot.teams.commands.privately import fm_alone
from bot.teams.presses.record import show_tasks
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of


async def _run(call: Call, rest: str) -> None:
    """Reply with the tasks where only the FM reads them; in the channel with a button that opens them."""
    if not await workshop_of(call, COMMAND.key):
        return
    if is_left_out(call.here.book, COMMAND.key):
        await call.refuse(Problem.NOT_INCLUDED)
    else:
        open_them = (Button("tasks", primary=True),)
        await fm_alone(call, show_tasks, ChooseScreen("tasks", call.stamp, buttons=open_them))


COMMAND = Command("tasks", ("tasks", "aufgaben"), _run, for_fm=True)
