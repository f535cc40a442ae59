"""/my data: all that is kept of somebody, as a file in their personal chat."""

from bot.teams.presses.own import show_my_data
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Have the file offered; elsewhere than in the personal chat say where it is."""
    await show_my_data(call)


COMMAND = Command("my_data", ("my-data", "meine-daten"), _run, picked=False, in_person=True)
