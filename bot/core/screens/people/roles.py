"""The roles that somebody takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Button, Input, Option
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, problem_at


def take_part_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The roles of a person, prefilled with those they have."""
    known = viewer.engagement.people.get(viewer.person.key) if viewer.person else None
    value = sent.get("roles", "") if sent is not None else ",".join(known.roles) if known else ""
    roles = tuple(Option(role.id, say(role.name, viewer.language)) for role in viewer.book.playbook.roles)
    label, problem = viewer.words("field.roles"), problem_at("roles", faults, viewer.words)
    one = Input("roles", "multi", label, value, roles, required=True, expanded=True, problem=problem)
    buttons = (Button("save_roles", primary=True, bare=False), Button("later", label="cancel"))
    return FormScreen(
        "take_part", viewer.stamp(), (one,), buttons, problem=form_problem(faults, viewer.words)
    )
