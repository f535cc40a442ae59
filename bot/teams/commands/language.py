"""/language de|en: the workshop's language for the FM, that of their own views for everybody else."""

import cards
from bot.core.people.events import Speak
from bot.core.problems import Problem
from bot.core.screens.notice import NoticeScreen
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command
from bot.teams.turn.pick import workshop_of
from dialogs.turn import card_activity

_NAMES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}


async def _run(call: Call, rest: str) -> None:
    """Change it and say so in the new language."""
    if not await workshop_of(call, COMMAND.key, rest):
        return
    wanted = rest.casefold()
    if not wanted:
        await call.refuse(Problem.WHICH_LANGUAGE)
        return
    step = call.here.apply(Speak(call.incoming.person, _NAMES.get(wanted, wanted)))
    if step.faults:
        await call.refuse(Problem.UNKNOWN_LANGUAGE)
        return
    if call.here.viewer.is_fm or call.private:
        await call.show(NoticeScreen("language_set", call.stamp))
        return
    # In the channel the cards for all stay as they are: only this sentence speaks the person's language.
    notice = NoticeScreen("own_language_set", call.stamp)
    await call.context.send_activity(card_activity(cards.render(notice, call.here.words)))


COMMAND = Command("language", ("language", "sprache"), _run, takes_words=True)
