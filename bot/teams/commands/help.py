"""/help: what can be typed."""

from bot.core.parts import Button
from bot.core.screens.help import help_screen
from bot.core.screens.left_out import is_left_out
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command


async def _run(call: Call, rest: str) -> None:
    """Reply with the commands that concern whoever asks, here; the FM's only where the FM asks."""
    personal, known = call.incoming.scope == "personal", call.tools.commands
    leads = await _leads(call)
    book = call.turn.book if call.turn is not None else call.tools.book
    mine = [key for key in known.keys if (leads or not known[key].for_fm) and not is_left_out(book, key)]
    here = [key for key in mine if personal or not known[key].in_person]
    more = len(here) < len(mine)
    buttons = (Button("my_questions", primary=True),) if _is_here(call) else ()
    screen = help_screen(call.stamp, call.words, here, buttons, leads=leads, personal=personal, more=more)
    await call.show(screen)


async def _leads(call: Call) -> bool:
    """In the personal chat, too, what somebody leads or may begin."""
    if call.leads or call.incoming.scope != "personal":
        return call.leads
    return bool(await call.tools.engagements.portfolio.of_fm(call.incoming.person.key))


def _is_here(call: Call) -> bool:
    """True where this conversation has a workshop of its own."""
    return call.turn is not None and call.turn.engagement.channel == call.incoming.conversation


COMMAND = Command("help", ("help", "hilfe"), _run)
