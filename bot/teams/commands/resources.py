"""/resources [words]: the playbook's material that the words find."""

from bot.core.screens.resources import LONGEST_SEARCH, resources_screen
from bot.teams.call import Call


async def run(call: Call, rest: str) -> None:
    """Reply with what the reader may see of it, here."""
    await call.show(
        resources_screen(call.tools.book, call.stamp, call.reader, call.words, rest[:LONGEST_SEARCH])
    )
