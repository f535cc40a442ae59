"""The message that invites: what this is, who is asked for what, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.parts import Button, Said, Stamp
from bot.core.questions.asks import is_open, responsible
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import minutes_for

MOST_INVITED = 20
"""People whom the message mentions; further ones stand in it by name."""


@dataclass(frozen=True, slots=True)
class InvitedLine:
    """The people who have the same roles, each with the id by which Teams mentions them, empty where it shall
    not; `questions` are asked of each of them."""

    roles: tuple[str, ...]
    people: tuple[tuple[Said, str], ...]
    questions: int
    minutes: int


@dataclass(frozen=True, slots=True)
class InvitationScreen:
    """Without `lines` it speaks to everybody; all questions are `total`. `first`: the workshop begins now."""

    stamp: Stamp
    customer: Said
    lines: tuple[InvitedLine, ...]
    total: int
    minutes: int
    answer_by: str = ""  # ISO day
    first: bool = True
    buttons: tuple[Button, ...] = (Button("my_questions", primary=True),)


def invitation_screen(
    viewer: Viewer, number: int, people: Sequence[str], teams_ids: Mapping[str, str]
) -> InvitationScreen:
    """The invitation of these people."""
    picture = viewer.picture
    total = sum(is_open(picture.engagement.voices.get(ask.key, [])) for ask in picture.asks)
    return InvitationScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        lines=_lines(viewer, people, teams_ids),
        total=total,
        minutes=minutes_for(total),
        answer_by=viewer.engagement.setup.answer_by or "",
        first=number == 1,
    )


def _lines(viewer: Viewer, people: Sequence[str], teams_ids: Mapping[str, str]) -> tuple[InvitedLine, ...]:
    names = {role.id: say(role.name, viewer.language) for role in viewer.book.playbook.roles}
    together: dict[tuple[str, ...], list[str]] = {}
    for key in people:
        known = viewer.engagement.people.get(key)
        if known is not None:
            together.setdefault(tuple(role for role in names if role in known.roles), []).append(key)
    mentioned = set(people[:MOST_INVITED])
    found = []
    for roles in sorted(together, key=lambda roles: [list(names).index(role) for role in roles]):
        keys, count = together[roles], _asked(viewer, together[roles][0])
        shown = tuple(
            (viewer.name(key), teams_ids.get(key, key.partition("/")[2]) if key in mentioned else "")
            for key in keys
        )
        found.append(InvitedLine(tuple(names[role] for role in roles), shown, count, minutes_for(count)))
    return tuple(found)


def _asked(viewer: Viewer, person: str) -> int:
    """The number of open questions that are this person's."""
    engagement = viewer.engagement
    return sum(
        is_open(engagement.voices.get(ask.key, [])) and person in responsible(viewer.book, engagement, ask)
        for ask in viewer.picture.asks
    )
