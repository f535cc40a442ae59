"""The events about the workshop as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.core.engagement import Engagement, Status
from bot.core.problems import Problem
from bot.core.reading.taken_out import led_by_nobody
from bot.core.step import ALWAYS, OPEN, Event


@dataclass(frozen=True, slots=True)
class SetUp(Event):
    """The FM saves the setup or a step of it; `raw` are the inputs by field id, and the card that they were
    on (`bot.core.setup.reading.CARD`)."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = OPEN

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChoosePlaybook(Event):
    """The FM chooses what the workshop is about: the id of one of several playbooks."""

    for_fm: ClassVar[bool] = True

    playbook: str

    def objection(self, engagement: Engagement) -> Problem | None:
        """OLD_CARD once it is set up, or somebody answered: a workshop stays with its playbook."""
        return Problem.OLD_CARD if engagement.status != "setup" or engagement.voices else None


@dataclass(frozen=True, slots=True)
class GoOn(Event):
    """The FM goes on although the customer takes part in the enterprise offering, with a reason."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = OPEN

    raw: Mapping[str, Any]

    def objection(self, engagement: Engagement) -> Problem | None:
        """OLD_CARD where no decision is due and the FM made none to go on."""
        undecided = needs_decision(engagement) or engagement.setup.enterprise_reason is not None
        return None if undecided else Problem.OLD_CARD


@dataclass(frozen=True, slots=True)
class Redirect(Event):
    """The FM leaves this customer to the Adoption SME."""

    for_fm: ClassVar[bool] = True

    def objection(self, engagement: Engagement) -> Problem | None:
        """OLD_CARD where no decision is due and the customer was not left to the Adoption SME."""
        undecided = needs_decision(engagement) or engagement.status == "redirected"
        return None if undecided else Problem.OLD_CARD


@dataclass(frozen=True, slots=True)
class Discard(Event):
    """The FM discards a mistaken start; what was said stays stored and in the export."""

    for_fm: ClassVar[bool] = True
    held_in: ClassVar[frozenset[Status]] = ALWAYS - {"completed"}


@dataclass(frozen=True, slots=True)
class HandOver(Event):
    """The FM hands the workshop to another FM; `raw` holds whom."""

    for_fm: ClassVar[bool] = True

    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TakeOver(Event):
    """Somebody who may lead goes on with a workshop whose FM was forgotten."""

    def objection(self, engagement: Engagement) -> Problem | None:
        """FM_ONLY where somebody leads it."""
        return None if led_by_nobody(engagement) else Problem.FM_ONLY


def needs_decision(engagement: Engagement) -> bool:
    """The FM still has to say what happens with a customer of the enterprise offering."""
    setup = engagement.setup
    return engagement.status == "setup" and setup.enterprise_offering and setup.enterprise_reason is None
