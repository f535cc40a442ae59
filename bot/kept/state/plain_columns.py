"""The columns of a row as plain JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.core.ports import Column

Plain = str | int | float | bool | list[str]
"""A column as JSON has it. A time is a list of one, the only list there is."""


def plain_columns(columns: Mapping[str, Column]) -> dict[str, Plain]:
    """The columns as JSON has them; an empty one is left out."""
    return {
        name: [value.astimezone(UTC).isoformat()] if isinstance(value, datetime) else value
        for name, value in columns.items()
        if value is not None
    }


def columns_from(plain: Mapping[str, Plain]) -> dict[str, Column]:
    """The columns as they were given; ValueError where a list holds no time."""
    return {
        name: datetime.fromisoformat(value[0] if value else "") if isinstance(value, list) else value
        for name, value in plain.items()
    }
