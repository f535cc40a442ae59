"""The forms of a talk: accept it, decline it, say that it was held; and the request for an expert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.parts import Button, Input, Link, Option, Said, Stamp
from bot.core.problems import Fault
from bot.core.questions.entries import BECAUSE
from bot.core.reading.library import links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at
from bot.core.talks.events import TalkAct
from bot.core.talks.request import expert_request
from bot.core.talks.steps import TALK_DAY, TALKS, WHY_NOT, talk_entries
from bot.core.talks.talks import Talk, topic

ACTS: Mapping[str, TalkAct] = {
    "talk_accept": "accept",
    "talk_decline": "decline",
    "talk_held": "held",
    "talk_requested": "requested",
}
"""Action of a button -> what it says of the talk."""


@dataclass(frozen=True, slots=True)
class RequestScreen:
    """The request for an expert: `subject` and `text` to be copied, and where it goes. Only the FM reads it,
    and only in the personal chat."""

    stamp: Stamp
    title: str
    subject: Said
    text: Said
    links: tuple[Link, ...]
    requested: str = ""  # ISO day
    buttons: tuple[Button, ...] = ()


def talk_form(
    viewer: Viewer,
    one: Talk,
    form: str,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
) -> FormScreen:
    """The form of an act, with what is known, or with what was sent put back."""
    values = dict(sent) if sent is not None else _known(viewer, one, form)
    here = (("item", one.id),)
    return FormScreen(
        form,
        viewer.stamp(),
        tuple(_inputs(viewer, ACTS[form], values, faults)),
        (
            Button(form, here, label="save", primary=True, bare=False),
            Button("offer", here, label="back_to_item"),
        ),
        subject=say(topic(viewer.book, one), viewer.language),
        problem=form_problem(faults, viewer.words),
    )


def request_screen(viewer: Viewer, one: Talk) -> RequestScreen:
    """The request filled in from the engagement, with the FM's guide and the page that takes requests."""
    request = expert_request(viewer.picture, one)
    here = (("item", one.id),)
    return RequestScreen(
        stamp=viewer.stamp(),
        title=say(topic(viewer.book, one), viewer.language),
        subject=Said(request.subject),
        text=Said(request.text),
        links=links(viewer.book, viewer.book.playbook.discussions.resources, viewer.reader, most=4),
        requested=one.requested or "",
        buttons=(
            Button("talk_requested", here, primary=not one.requested),
            Button("offer", here, label="back_to_item"),
        ),
    )


def _known(viewer: Viewer, one: Talk, form: str) -> dict[str, str]:
    today = viewer.picture.facts.today.isoformat()
    match form:
        case "talk_accept":
            day = one.day if one.day and one.day >= today else ""
            return {TALKS: ",".join(one.talks), TALK_DAY: day}
        case "talk_held":
            return {TALK_DAY: one.day if one.day and one.day <= today else today}
    return {}


def _inputs(viewer: Viewer, act: TalkAct, values: Mapping[str, str], faults: Sequence[Fault]) -> list[Input]:
    playbook, language = viewer.book.playbook, viewer.language
    options = {
        TALKS: tuple(Option(one.id, say(one.label, language)) for one in playbook.discussions.talks),
        WHY_NOT: tuple(Option(one.id, say(one.label, language)) for one in playbook.reasons),
    }
    label = {TALK_DAY: "talk_held_on" if act == "held" else "talk_day", BECAUSE: "talk_because"}
    return [
        Input(
            entry.id,
            input_kind(entry.kind),
            viewer.words(f"field.{label.get(entry.id, entry.id)}"),
            values.get(entry.id, ""),
            options.get(entry.id, ()),
            required=entry.required,
            expanded=entry.id == TALKS,
            multiline=entry.id == BECAUSE,
            max_length=entry.limit if entry.kind == "text" else None,
            problem=problem_at(entry.id, faults, viewer.words),
        )
        for entry in talk_entries(viewer.book, act)
    ]
