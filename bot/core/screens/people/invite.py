"""The form in which the FM says who has which roles, and invites them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Button, Input, Option, Said
from bot.core.people.effects import PostInvitation
from bot.core.people.invitations import SOUGHT, invited_field, known_roles, named_for_roles
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.problems import Fault
from bot.core.questions.parse import NAME_LIMIT
from bot.core.questions.roster import ALL_OFFERED
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import (
    PEOPLE_ROOM,
    fitting_people,
    form_problem,
    in_order,
    problem_at,
    stand_apart,
)
from bot.core.step import Effect
from bot.core.texts import Words


def invite_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """For each role a choice of people, with those in it who have the role, or are named for it."""
    first = not viewer.engagement.invitations
    inputs = invited_inputs(viewer, sent, faults)
    buttons = [Button("save_invitation", primary=True, bare=False)]
    if first:
        buttons.append(Button("save_invitation", label="invite_nobody"))
    return FormScreen(
        "invite" if first else "invite_more",
        viewer.stamp(),
        inputs,
        (*buttons, Button("lead", label="cancel")),
        known=outside(viewer),
        problem=form_problem(faults, viewer.words),
        apart=stand_apart(inputs),
    )


def invited_inputs(
    viewer: Viewer, sent: Mapping[str, str] | None, faults: Sequence[Fault]
) -> tuple[Input, ...]:
    """The inputs of the invitation, one a role; in a large channel also one to look for people, who come
    first once they are found."""
    sought = "" if sent is None else sent.get(SOUGHT, "")
    known, roles = known_roles(viewer.picture), viewer.book.playbook.roles
    found = []
    for role in roles:
        name = invited_field(role.id)
        value = ",".join(known[role.id]) if sent is None else sent.get(name, "")
        people = fitting_people(viewer.people, f"{value},{sought}", PEOPLE_ROOM // len(roles))
        ordered = in_order(people, viewer.engagement.people)
        ordered.sort(key=lambda one: one[0] not in sought.split(","))
        options = tuple(Option(key, who, said=True) for key, who in ordered)
        problem = problem_at(name, faults, viewer.words)
        found.append(Input(name, "multi", say(role.name, viewer.language), value, options, problem=problem))
    if len(viewer.people) > ALL_OFFERED:
        found.append(_search(viewer, sent, faults))
    return tuple(found)


def _search(viewer: Viewer, sent: Mapping[str, str] | None, faults: Sequence[Fault]) -> Input:
    return Input(
        SOUGHT + OTHER_PERSON,
        "text",
        viewer.words("field.sought"),
        "" if sent is None or sent.get(SOUGHT) else sent.get(SOUGHT + OTHER_PERSON, ""),
        max_length=NAME_LIMIT,
        problem=problem_at(SOUGHT, faults, viewer.words),
    )


def outside(viewer: Viewer) -> tuple[tuple[str, Said], ...]:
    """The people whom answers name for a role and whom the channel does not have: they cannot be invited."""
    names = [value["name"] for _, value in named_for_roles(viewer.picture) if "id" not in value]
    if not names:
        return ()
    return ((viewer.words("invitation.outside"), Said(", ".join(dict.fromkeys(names)))),)


def invited_banner(words: Words, effects: Sequence[Effect], *, posted: bool) -> str:
    """The sentence that says what an invitation brought; `posted`: there is a message."""
    people = [len(one.people) for one in effects if isinstance(one, PostInvitation)]
    if not posted or not people:
        return words("banner.nobody_new")
    count = people[-1]
    many = {0: "all", 1: "one"}.get(count, "many")
    return words(f"banner.invited.{many}", count=count)
