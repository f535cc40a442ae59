"""The setup as columns beside the state, for whoever reads the tables."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.engagement import Setup
from bot.core.ports import Column
from bot.core.setup_fields import FIELDS, SetupField


def setup_columns(setup: Setup, fields: Sequence[SetupField] = FIELDS) -> dict[str, Column]:
    """Every field as a typed column: choices joined by commas, days as ISO text. What nobody said has none:
    an empty flag or number would be read as no or 0."""
    values = {field.id: getattr(setup, field.id) for field in fields}
    return {
        name: ",".join(value) if isinstance(value, list) else value
        for name, value in values.items()
        if value is not None
    }
