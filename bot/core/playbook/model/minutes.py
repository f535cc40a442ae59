"""The section of playbook.yaml about the minutes: which answers are decisions."""

from __future__ import annotations

from bot.core.playbook.model.base import Condition, Model, Text


class DecidedPart(Model):
    """One thing of a decision: the first of these fields that was answered says it ("ST1.sponsor",
    "setup.launch"), behind its name where it has one."""

    fields: list[str]
    name: Text | None = None


class Decided(Model):
    """One decision, a line of the minutes: one only where `when` holds. A part that is only a choice stands
    beside another one, unless it is the first."""

    name: Text
    when: Condition = {}
    parts: list[DecidedPart]


class MinutesPage(Model):
    """The decisions that the minutes state first, in their order."""

    decided: list[Decided] = []
