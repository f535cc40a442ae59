"""/resources [words]: the playbook's material that the words find."""

from bot.teams.turn.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with what the reader may see of it, here."""
    await call.show_resources(rest)
