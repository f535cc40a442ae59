"""/forget me: asks whether the bot shall forget somebody, and says what stays."""

from bot.teams.presses.own import ask_to_forget
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Ask first; elsewhere than in the personal chat say where it can be asked."""
    await ask_to_forget(call)


COMMAND = Command("forget_me", ("forget-me", "vergiss-mich"), _run, picked=False, in_person=True)
