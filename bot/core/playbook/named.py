"""The entries of a playbook that have a part of their own in a workshop, by what the playbook says of them.

An older playbook says it of none: there the ids tell that the shipped one has always had.
"""

from __future__ import annotations

from bot.core.playbook.model.playbook import Playbook

_STANDS_IN, _LISTENS, _RHYTHM = "project_lead", "listener", "CL.rhythm"


def standing_in(playbook: Playbook) -> str:
    """The role that is asked where nobody has the role of a question; empty where there is none."""
    marked = next((role.id for role in playbook.roles if role.stands_in), "")
    return marked or _role(playbook, _STANDS_IN)


def listening(playbook: Playbook) -> str:
    """The role of those who get no questions; empty where there is none."""
    marked = next((role.id for role in playbook.roles if role.listens), "")
    return marked or _role(playbook, _LISTENS)


def wished_rhythm(playbook: Playbook) -> str:
    """The field with the rhythm of check-ins that the team wishes for."""
    return playbook.check_ins.rhythm or _RHYTHM


def _role(playbook: Playbook, key: str) -> str:
    return next((role.id for role in playbook.roles if role.id == key), "")
