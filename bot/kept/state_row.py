"""The row that holds an engagement's whole state: a document in columns, and what an analyst looks for."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.core.engagement import Engagement
from bot.core.ports import Change, Column, Insert, Replace, Row
from bot.core.setup.rows import setup_columns
from bot.kept.columns import from_columns, to_columns

STATE_ROW = "state"
"""The key of the row that holds an engagement's whole state."""
SENT_ROW = "sent~"

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Engagement)


def read_state(row: Row) -> Engagement:
    """The engagement that a state row holds."""
    return _decoder.decode(
        from_columns({name: str(value) for name, value in row.columns.items() if name.startswith("doc")})
    )


def state_columns(engagement: Engagement, spare: int = 0) -> dict[str, Column]:
    """The state as a document in columns, with what an analyst looks for beside it. TooLong where it does not
    fit with `spare` bytes left free."""
    fm = engagement.people.get(engagement.fm)
    columns: dict[str, Column] = {
        **setup_columns(engagement.setup),
        "status": engagement.status,
        "fm": fm.name if fm else "",
        "revision": engagement.revision,
        "started": datetime.fromisoformat(engagement.started),
        "updated": datetime.fromisoformat(engagement.updated),
        **to_columns(_encoder.encode(engagement).decode(), spare=spare),
    }
    return columns


def state_change(engagement: Engagement, etag: str | None, spare: int = 0) -> Change:
    """The write of the state: a new one must not exist, an old one must be the one that was read."""
    columns = state_columns(engagement, spare)
    return Insert(STATE_ROW, columns) if etag is None else Replace(STATE_ROW, columns, etag)
