"""What presses on minutes and files lead to: preview, issue, confirm, the text to send, a file to take."""

from __future__ import annotations

from bot.core.events import ConfirmMinutes, IssueMinutes
from bot.core.papers.files import FileKind, file_name
from bot.core.parse import clean
from bot.core.problems import Problem
from bot.core.screens.export import export_screen
from bot.core.screens.inputs import fault_text
from bot.core.screens.minutes import follow_up_form, minutes_screen
from bot.core.screens.parts import UNSAID, Button, Said
from bot.core.viewer import Viewer
from bot.teams.call import Call
from dialogs.sitting import Sitting

_ON = (Button("my_questions", primary=True),)


async def minutes(call: Call, sitting: Sitting) -> None:
    """The minutes as they stand, for the presser alone."""
    if sitting.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show(minutes_screen(sitting.viewer))


async def issue(call: Call, sitting: Sitting) -> None:
    """Ask the team to confirm them."""
    step = sitting.take(IssueMinutes(sitting.person))
    if step.faults:
        await call.refuse_faults(step.faults, _ON)
    else:
        await call.show(minutes_screen(sitting.viewer))


async def confirm(call: Call, sitting: Sitting) -> None:
    """They are right. Refused: the minutes as they stand now, with the reason."""
    version = clean(call.pressed.inputs.get("version"))
    number = int(version) if version.isdecimal() and len(version) < 6 else 0
    step = sitting.take(ConfirmMinutes(sitting.person, number))
    if any(fault.problem in (Problem.NOT_SET_UP, Problem.WORKSHOP_FINISHED) for fault in step.faults):
        await call.refuse_faults(step.faults)
        return
    problem = fault_text(step.faults[0], sitting.words) if step.faults else ""
    await call.show(minutes_screen(sitting.viewer, problem))


async def follow_up(call: Call, sitting: Sitting) -> None:
    """The text to send to the customer, in the workshop's language."""
    if not sitting.viewer.is_fm:
        await call.refuse_not_fm(_ON)
        return
    theirs = call.tools.texts.words(sitting.engagement.setup.language)
    everybody = Viewer(sitting.picture, theirs)
    await call.show(follow_up_form(sitting.viewer, everybody))


async def take_away(call: Call, sitting: Sitting) -> None:
    """What there is to take, where files can be given; elsewhere it is said where."""
    await _show(call, sitting, UNSAID)


async def take(call: Call, sitting: Sitting) -> None:
    """A file is made and offered beside this turn."""
    kind = next((one for one in FileKind if one.value == call.pressed.inputs.get("file")), None)
    if kind is None:
        await call.refuse(Problem.BAD_PRESS)
        return
    customer = sitting.engagement.setup.customer
    name = Said(file_name(kind, customer, sitting.words, call.now))
    if await _show(call, sitting, name):
        call.tools.taking.offer(call.incoming, kind, sitting.engagement.id)


async def _show(call: Call, sitting: Sitting, asked: Said) -> bool:
    if not sitting.viewer.is_fm:
        await call.refuse_not_fm(_ON)
    elif call.incoming.scope != "personal":
        await call.refuse(Problem.FILES_IN_PERSONAL_CHAT)
    elif sitting.engagement.status == "setup":
        await call.refuse(Problem.NOT_SET_UP)
    else:
        await call.show(export_screen(sitting.viewer, files=call.tools.taking.sends_files, asked=asked))
        return True
    return False
