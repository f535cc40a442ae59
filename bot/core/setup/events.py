"""What the FM does with a workshop as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.engagement import Person


@dataclass(frozen=True, slots=True)
class SetUp:
    """The FM saves the setup; `raw` are the inputs by field id."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoOn:
    """The FM goes on although the customer takes part in the enterprise offering, with a reason."""

    by: Person
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Redirect:
    """The FM leaves this customer to the Adoption SME."""

    by: Person


@dataclass(frozen=True, slots=True)
class Discard:
    """The FM discards a mistaken start; what was said stays stored and in the export."""

    by: Person


@dataclass(frozen=True, slots=True)
class HandOver:
    """The FM hands the workshop to another FM; `raw` holds whom."""

    by: Person
    raw: Mapping[str, Any]
