"""The section of playbook.yaml about the page that it implements."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.core.playbook.model.base import Condition, Key, Model, Text


class Method(Model):
    """A section of the page's method: an activity of the FM, with its material."""

    id: Key
    title: Text
    text: list[Text]
    role: Text
    services: list[Key] = []  # empty: all services
    resources: list[Key] = []
    tasks: list[int] = []


class Statement(Model):
    """A goal or a key input of the page."""

    id: Key
    text: Text
    when: Condition = {}


class Outcome(Statement):
    """An outcome of the page. `reached` says by which answers and acts it is; without it only the FM can
    know, unless it has parts, which say it together."""

    part_of: Key | None = None  # its parent
    reached: Condition | None = None


class Revision(Model):
    """One change of the page."""

    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    by: str
    change: Text


class Page(Model):
    """The page that this playbook implements."""

    title: Text
    phase: Text
    owner: str
    overview: Text
    goals: list[Statement]
    methods: list[Method]
    key_inputs: list[Statement]
    outcomes: list[Outcome]
    uncategorised: Text
    history: list[Revision] = []  # newest first
