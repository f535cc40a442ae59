"""A workshop as plain JSON, with everything that it needs to go on in another store."""

from __future__ import annotations

from typing import Any

import msgspec

from bot.core.ports import Store
from bot.kept.state.at_once import rows_at_once
from bot.kept.state.columns import from_columns
from bot.kept.state.plain_columns import Plain, plain_columns
from bot.kept.state.row import STATE_ROW

WHOLE_FORMAT = 1


class WholeRow(msgspec.Struct, frozen=True):
    """A row of the workshop; that of the state is without its document."""

    key: str
    columns: dict[str, Plain]


class Whole(msgspec.Struct, frozen=True):
    """The state as a document, and every row: answers, log, plan, posted cards."""

    format: int
    state: dict[str, Any]
    rows: list[WholeRow]


async def whole_of(store: Store, engagement: str) -> Whole | None:
    """A workshop as it stands at one moment; None where it is gone."""
    found = {row.key: row.columns for row in await rows_at_once(store, engagement)}
    if STATE_ROW not in found:
        return None
    document = from_columns(found[STATE_ROW])
    rows = [
        WholeRow(
            key, _without_document(plain_columns(columns)) if key == STATE_ROW else plain_columns(columns)
        )
        for key, columns in found.items()
    ]
    return Whole(WHOLE_FORMAT, msgspec.json.decode(document), rows)


def _without_document(columns: dict[str, Plain]) -> dict[str, Plain]:
    return {name: value for name, value in columns.items() if not name.startswith("doc")}
