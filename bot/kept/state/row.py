"""The row that holds an engagement's whole state: a document in columns, and what an analyst looks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from bot.core.engagement import Engagement
from bot.core.ports import Change, Column, Insert, Replace, Row
from bot.core.recent import Recent
from bot.core.setup.rows import setup_columns
from bot.core.setup_fields import FIELDS
from bot.kept.state.columns import from_columns, to_columns
from bot.kept.state.migrations import MIGRATIONS, Document, Migration, latest, migrated, version_of
from bot.kept.state.one_person import Renamed, parted_people, with_people_as_one
from bot.kept.state.unknown import NOTHING, Unknown, joined, parted

STATE_ROW = "state"
"""The key of the row that holds an engagement's whole state."""
SENT_ROW = "sent~"

_DOCUMENT = frozenset(f"doc{number}" for number in range(100))
_KNOWN = _DOCUMENT | {"status", "fm", "revision", "started", "updated", *(one.id for one in FIELDS)}
_setups = Recent(64)
"""The columns of setups, which hardly any write changes."""
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Engagement)


@dataclass(frozen=True, slots=True)
class Later:
    """What a later version wrote into a state row: fields of the document, and columns beside it."""

    fields: Unknown = NOTHING
    columns: Mapping[str, Column] = field(default_factory=dict)

    def left_in(self, engagement: Engagement) -> Later:
        """The same without what stood in parts that the state has no more."""
        return Later(parted(joined(engagement, self.fields))[1], self.columns) if self.fields else self


NOTHING_LATER = Later()


def read_state(row: Row) -> Engagement:
    """The engagement that a state row holds, in the present version. TooNew, or another ValueError."""
    return read_whole(row)[0]


def read_whole(row: Row, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[Engagement, Later]:
    """The engagement that a state row holds, and what a later version wrote there. TooNew, or another
    ValueError."""
    text = _document(row)
    try:
        engagement, fields = _decoder.decode(text), NOTHING
        plain = engagement.version == latest(migrations)
    except msgspec.ValidationError:
        plain = False
    if not plain:
        engagement, fields = _read_slowly(text, migrations)
    if people := parted_people(engagement):
        engagement, fields = _read_slowly(text, migrations, people)
    columns = {name: row.columns[name] for name in row.columns.keys() - _KNOWN}
    return engagement, Later(fields, columns) if fields or columns else NOTHING_LATER


def stored_version(row: Row) -> int:
    """The version in which a state stands in its row; ValueError where it cannot be said."""
    return version_of(_object(_document(row)))


def state_columns(engagement: Engagement, spare: int = 0, later: Later = NOTHING_LATER) -> dict[str, Column]:
    """The state as a document in columns, with what an analyst looks for beside it. TooLong where it does not
    fit with `spare` bytes left free."""
    fm = engagement.people.get(engagement.fm)
    whole: Any = joined(engagement, later.fields) if later.fields else engagement
    columns: dict[str, Column] = {
        **later.columns,
        **_setups.get((engagement.setup,), (), lambda: setup_columns(engagement.setup)),
        "status": engagement.status,
        "fm": fm.name if fm else "",
        "revision": engagement.revision,
        "started": datetime.fromisoformat(engagement.started),
        "updated": datetime.fromisoformat(engagement.updated),
        **to_columns(_encoder.encode(whole).decode(), spare=spare),
    }
    return columns


def state_change(
    engagement: Engagement, etag: str | None, spare: int = 0, later: Later = NOTHING_LATER
) -> Change:
    """The write of the state: a new one must not exist, an old one must be the one that was read."""
    columns = state_columns(engagement, spare, later)
    return Insert(STATE_ROW, columns) if etag is None else Replace(STATE_ROW, columns, etag)


def _read_slowly(
    text: str, migrations: Sequence[Migration], people: Renamed | None = None
) -> tuple[Engagement, Unknown]:
    """The same for a state of another version, with more in it than is known, or with people in it twice."""
    document = migrated(_object(text), migrations)
    known, unknown = parted(with_people_as_one(document, people) if people else document)
    return _decoder.decode(_encoder.encode(known)), unknown


def _document(row: Row) -> str:
    return from_columns({name: str(value) for name, value in row.columns.items() if name.startswith("doc")})


def _object(text: str) -> Document:
    return msgspec.json.decode(text, type=dict[str, Any])
