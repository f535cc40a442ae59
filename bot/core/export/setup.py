"""The setup as the export says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.engagement import Setup
from bot.core.setup_fields import FIELDS, SetupField

GROUPS = frozenset(field.place[0] for field in FIELDS if len(field.place) > 1)
"""The keys under which several fields stand together."""
_REASON = "reason"
"""The reason that counts of the two of the enterprise offering; each also has a key of its own."""


def setup_document(setup: Setup, fields: Sequence[SetupField] = FIELDS) -> dict[str, Any]:
    """Every field at its place."""
    told: dict[str, Any] = {"enterprise": dict.fromkeys(("offering", "extended_service"))}
    told["enterprise"][_REASON] = setup.enterprise_reason or setup.extended_reason
    for field in fields:
        *groups, key = field.place
        here = told
        for group in groups:
            here = here.setdefault(group, {})
        here[key] = getattr(setup, field.id)
    return told
