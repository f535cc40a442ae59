"""/next-steps: what this customer and this FM do now."""

from bot.core.screens.next_steps import next_steps_screen
from bot.teams.call import Call
from bot.teams.commands.pick import workshop_of


async def run(call: Call, rest: str) -> None:
    """Reply with the steps: the customer's version in the channel, the FM's own privately."""
    if await workshop_of(call, "next_steps"):
        await call.show(next_steps_screen(call.viewer))
