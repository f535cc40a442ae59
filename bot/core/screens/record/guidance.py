"""The guidance of the programme for the FM: what it is for, its goals, and its sections one at a time."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.playbook.model.page import Method
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import service_names
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen


def guidance_screen(viewer: Viewer, section: str = "") -> ChecklistScreen:
    """A section of the guidance; without one, or of one that is not there any more, the whole as a list."""
    page, language = viewer.book.playbook.page, viewer.language
    found = next((one for one in page.methods if one.id == section), None)
    if found is not None:
        whole = Button("guidance", label="back_to_guidance", primary=True)
        return _screen(viewer, (CheckGroup("section", (_section(viewer, found),)),), (whole,))
    about = CheckLine(Said(say(page.title, language)), "open", (say(page.overview, language),))
    goals = tuple(CheckLine(Said(say(one.text, language)), "open") for one in page.goals)
    sections = tuple(
        CheckLine(Said(say(one.title, language)), "open", press=Button("guidance", (("item", one.id),)))
        for one in page.methods
    )
    groups = (
        CheckGroup("overview", (about,)),
        CheckGroup("goals", goals, folded=True),
        CheckGroup("sections", sections),
    )
    return _screen(viewer, groups, (Button("tasks", label="back_to_tasks", primary=True),))


def _section(viewer: Viewer, method: Method) -> CheckLine:
    services = ", ".join(service_names(viewer, method.services)) or viewer.words("sheet.all_services")
    said = (say(one, viewer.language) for one in method.text)
    whom = f"{say(method.role, viewer.language)} · {services}"
    return CheckLine(Said(say(method.title, viewer.language)), "open", (whom, *said))


def _screen(viewer: Viewer, groups: tuple[CheckGroup, ...], buttons: tuple[Button, ...]) -> ChecklistScreen:
    customer = Said(viewer.engagement.setup.customer)
    return ChecklistScreen("guidance", viewer.stamp(), customer, groups, buttons=buttons)
