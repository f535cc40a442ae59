"""/language de|en: the workshop's language for the FM, that of their own views for everybody else."""

from bot.core.events import Speak
from bot.core.problems import Problem
from bot.core.screens.notice import NoticeScreen
from bot.teams.call import Call
from bot.teams.commands.pick import workshop_of

_NAMES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}


async def run(call: Call, rest: str) -> None:
    """Change it and say so in the new language."""
    if not await workshop_of(call, "language"):
        return
    wanted = rest.casefold()
    if not wanted:
        await call.refuse(Problem.WHICH_LANGUAGE)
        return
    step = call.here.take(Speak(call.incoming.person, _NAMES.get(wanted, wanted)))
    if step.faults:
        await call.refuse(Problem.UNKNOWN_LANGUAGE)
    else:
        await call.show(NoticeScreen("language_set", call.stamp))
