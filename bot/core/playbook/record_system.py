"""A playbook with the operator's name for the system in which FMs keep tasks and status."""

from __future__ import annotations

import json

from bot.core.playbook.model.playbook import Playbook
from bot.core.texts import RECORD_SYSTEM


def naming(playbook: Playbook, record_system: str) -> Playbook:
    """The playbook with this name in all its sentences."""
    if record_system == RECORD_SYSTEM:
        return playbook
    named = json.dumps(record_system)[1:-1]
    # What a file leaves out stays left out: its default may depend on that.
    said = playbook.model_dump_json(exclude_unset=True).replace(RECORD_SYSTEM, named)
    return Playbook.model_validate_json(said)
