"""What a typed intent does: a command, a private view, or a button that changes something once pressed."""

from __future__ import annotations

import cards
from bot.core.keys import split_ask_key
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Problem
from bot.core.reading.library import closest
from bot.core.reading.wording import say
from bot.core.screens.left_out import is_left_out
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.forms import aside_form
from bot.core.typed.intents import Meant
from bot.core.typed.spelling import words_of
from bot.core.workshop.start import OVER
from bot.teams.presses.action import Action
from bot.teams.presses.table import ALL_PRESSES
from bot.teams.presses.workshop import offer_next
from bot.teams.turn.call import Call
from bot.teams.turn.home import show_my_questions
from bot.teams.turn.typed.answer import undo_button
from dialogs.press import Press, PressData
from dialogs.turn import WorkshopTurn, card_activity

_COMMANDS = (
    "status", "next_steps", "plan", "check_in", "tasks", "complete", "portfolio", "export", "language",
    "help", "my_data", "forget_me",
)  # fmt: skip
"""Intents that are a command's, by its key: it shows, and changes nothing."""
_VIEWS = ("my_questions", "take_part", "lead", "summary", "minutes", "metrics", "offers")
"""Intents that are a button's: its view is for whoever asks."""
_FM_VIEWS = ("setup", "record", "outcomes", "material")
_CHANGES = ("mute", "unmute")
"""Intents whose act changes something: only the button of this name does it."""
_FM_CHANGES = ("live_start", "live_stop", "discard")
_LANGUAGES = {"german": "de", "english": "en"}
_KIND = ("greeting", "thanks", "later")
_ASIDES = {
    "dont_know": "handed",
    "planned": "planned",
    "not_applicable": "not_applicable",
    "skipped": "skipped",
}
"""Intents that open a form beside the person's open question, by its name."""
_FOR_EVER = "forget_me"
_FEW = 3
"""Words that may be a misspelt command."""
INTENTS = frozenset(
    (
        *_COMMANDS, *_VIEWS, *_FM_VIEWS, *_CHANGES, *_FM_CHANGES, *_LANGUAGES, *_KIND, *_ASIDES,
        "resources", "start", "undo", "hand_over",
    )
)  # fmt: skip
"""Everything that may be meant."""
_HAND_OVER = Button("form", (("form", "hand_over"),), label="hand_over", primary=True)


async def do_what_is_meant(call: Call, meant: Meant, open_ask: Ask | None) -> bool:
    """Do what somebody means; False where it can only be an answer, or nothing here."""
    intent, turn = meant.intent, call.turn
    if intent == "resources":
        await call.show_resources(meant.words)
    elif intent in _COMMANDS:
        await call.tools.commands[intent].run(call, "")
    elif intent in _LANGUAGES:
        await _offer_language(call, _LANGUAGES[intent])
    elif intent == "start":
        await _offer_start(call)
    elif intent in _KIND:
        await _be_kind(call, intent)
    elif intent in _ASIDES:
        return turn is not None and open_ask is not None and await _open_aside(call, turn, open_ask, intent)
    elif turn is None and intent == "my_questions" and call.incoming.scope == "personal":
        await show_my_questions(call)
    elif turn is None:
        await call.refuse_no_workshop()
    elif intent == "undo":
        await _offer_undo(call, turn)
    elif intent in (*_FM_VIEWS, *_FM_CHANGES, "hand_over") and not turn.viewer.is_fm:
        await call.refuse_not_fm()
    elif is_left_out(turn.book, intent):
        await call.refuse(Problem.NOT_INCLUDED)
    elif intent in (*_VIEWS, *_FM_VIEWS):
        await _show_privately(call, turn, intent)
    else:
        await _offer_button(call, _HAND_OVER if intent == "hand_over" else Button(intent, primary=True))
    return True


async def say_what_there_is(call: Call, text: str) -> None:
    """One kind line for what is understood in no way, with the buttons that most people look for; for the
    person alone where Teams takes that. It repeats nothing."""
    commands = call.tools.commands
    # Nobody is led by a guess to the command that cannot be taken back.
    keys = [key for key in commands.keys if key != _FOR_EVER] if len(words_of(text)) <= _FEW else ()
    named = [(key, call.words(f"command.{key}.name")) for key in keys]
    found = closest(text, named)
    if found:
        values = (("command", Said(dict(named)[found[0]])),)
        await _whisper(call, NoticeScreen("did_you_mean", call.stamp, values, buttons=_ways(call)))
    else:
        await _whisper(call, NoticeScreen("not_understood", call.stamp, buttons=_ways(call)))


async def say_files_are_not_read(call: Call) -> None:
    """One sentence for who sends a file or a picture, and no word."""
    await _whisper(call, NoticeScreen("only_attached", call.stamp, buttons=_ways(call)))


def _ways(call: Call) -> tuple[Button, ...]:
    here = call.turn is not None and call.turn.engagement.status not in OVER
    mine = (Button("my_questions", primary=True),) if here else ()
    return (*mine, Button("help", primary=not here), Button("resources", label="search_material"))


async def _whisper(call: Call, screen: cards.Screen) -> None:
    call.whisper(screen)
    await call.show(screen)


async def _be_kind(call: Call, intent: str) -> None:
    if intent == "greeting":
        await _whisper(call, NoticeScreen("greeting", call.stamp, buttons=_ways(call)))
    elif intent == "thanks":
        call.whisper(None)
        await call.show(NoticeScreen("thanked", call.stamp))
    else:
        await _whisper(call, NoticeScreen("typed_later", call.stamp, buttons=_ways(call)[:1]))


async def _show_privately(call: Call, turn: WorkshopTurn, action: str) -> None:
    """The view of a button for whoever asks, in the thread where Teams takes no such reply the button."""
    press = ALL_PRESSES[action]
    button = Button(action, primary=True)
    call.whisper(NoticeScreen("in_private", call.stamp, buttons=(button,)))
    call.press = Press(PressData(action=action), {})
    if isinstance(press, Action):
        await press.run(call, turn)


async def _open_aside(call: Call, turn: WorkshopTurn, ask: Ask, intent: str) -> bool:
    """A form beside the person's open question, as its button opens it."""
    if turn.engagement.status in OVER:
        return False
    form = _ASIDES[intent]
    data = (("form", form), ("question", ask.question.id), ("service", ask.service or ""))
    button = Button("form", data, label=form, primary=True)
    call.whisper(NoticeScreen("in_private", call.stamp, buttons=(button,)))
    turn.asked = ask
    await call.show(aside_form(turn.viewer, ask, form))
    return True


async def _offer_undo(call: Call, turn: WorkshopTurn) -> None:
    """The button that takes the person's last answer back, or that there is nothing to take back."""
    before = turn.engagement.undoable.get(turn.person.key)
    running = turn.engagement.status not in OVER
    ask = turn.picture.find(*split_ask_key(before.ask)) if before is not None and running else None
    alone = undo_button(turn, ask, for_all=False) if ask is not None else None
    if ask is None or alone is None:
        await _whisper(call, NoticeScreen("nothing_to_undo", call.stamp, buttons=_ways(call)[:1]))
        return
    values = (("question", Said(say(ask.question.title, call.words.language))),)
    for_all = undo_button(turn, ask, for_all=True) or alone
    call.whisper(NoticeScreen("undo_this", call.stamp, values, buttons=(for_all,)))
    await call.show(NoticeScreen("undo_this", call.stamp, values, buttons=(alone,)))


async def _offer_button(call: Call, button: Button) -> None:
    await _whisper(call, NoticeScreen("press_to_do", call.stamp, buttons=(button,)))


async def _offer_start(call: Call) -> None:
    """A workshop begins with a press alone; where one runs it is said."""
    turn = call.turn
    if turn is not None and turn.engagement.status in OVER and turn.engagement.status != "gone":
        await offer_next(call)
    elif turn is not None and turn.engagement.status not in OVER:
        ways = (Button("my_questions", primary=True), Button("overview"))
        await _whisper(call, NoticeScreen("runs_already", call.stamp, buttons=ways))
    elif not call.tools.settings.is_fm(call.incoming.person):
        await call.refuse(Problem.NO_FM)
    else:
        button = Button("new_workshop", label="ssat", primary=True)
        await _whisper(call, NoticeScreen("start_here", call.stamp, buttons=(button,)))


async def _offer_language(call: Call, language: str) -> None:
    """The question whether to change the language, in that language."""
    label = "speak_de" if language == "de" else "speak_en"
    button = Button("speak", (("item", language),), label=label, primary=True)
    words = call.tools.texts.words(language)
    card = cards.render(NoticeScreen("speak_it", call.stamp, buttons=(button,)), words)
    call.whisper(NoticeScreen("speak_it", call.stamp, buttons=(button,)))
    await call.context.send_activity(card_activity(card))
