"""An engagement and what happened in it, as rows of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from bot.core.answers.rows import RecordVoice, _voice
from bot.core.checkins.rows import CHECK_IN_ROW, SERIES, RecordCheckIn, _series
from bot.core.columns import from_columns, to_columns
from bot.core.engagement import Engagement
from bot.core.metrics.rows import RecordMetric, _metric
from bot.core.plan.rows import RecordItem, _action
from bot.core.playbook.book import Book
from bot.core.ports import Change, Column, Insert, Replace, Row
from bot.core.record.rows import RecordTask, _task
from bot.core.setup.rows import setup_columns
from bot.core.step import Record, RecordLog

STATE_ROW = "state"
"""The key of the row that holds an engagement's whole state."""
LOG_ROW = "log~"
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


def record_changes(
    book: Book, engagement: Engagement, records: Sequence[Record], now: datetime
) -> list[Change]:
    """The rows of voices, action items, tasks and the log that go with a change of state, in one go."""
    changes: list[Change] = []
    for place, record in enumerate(records):
        match record:
            case RecordVoice():
                changes.append(_voice(book, engagement, record))
            case RecordItem():
                changes.append(_action(book, engagement, record))
            case RecordTask():
                changes.append(_task(engagement, record))
            case RecordMetric():
                changes.append(_metric(book, engagement, record))
            case RecordCheckIn():
                changes.append(Replace(CHECK_IN_ROW + SERIES, _series(engagement, record.check_in)))
            case RecordLog():
                stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%f")
                key = f"{LOG_ROW}{stamp}~{engagement.revision:06d}~{place}"
                changes.append(Insert(key, _log(engagement, record, now)))
    return changes


def _log(engagement: Engagement, record: RecordLog, now: datetime) -> Mapping[str, Column]:
    one = engagement.people.get(record.by)
    before = "" if record.before is None else msgspec.json.encode(record.before).decode()
    return {
        "what": record.what,
        "by": record.by,
        "by_name": one.name if one else "",
        "ask": record.key,
        "at": now.astimezone(UTC),
        "before": before,
    }
