"""An engagement and what happened in it, as rows of the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b

import msgspec

from bot.core.book import Book
from bot.core.checkin import WEEKDAYS
from bot.core.checkin_events import RecordCheckIn
from bot.core.documents import cut, join
from bot.core.effects import Record, RecordLog, RecordVoice
from bot.core.engagement import CheckIn, Engagement, split_ask_key
from bot.core.plan import Item, item_title
from bot.core.plan_events import RecordItem
from bot.core.ports import Change, Column, Delete, Insert, Replace, Row
from bot.core.record_events import RecordTask
from bot.core.tasks import TaskLine
from bot.core.value_events import RecordMetric
from bot.core.wording import say

STATE = "state"
"""The key of the row that holds an engagement's whole state."""
VOICE = "voice~"
ACTION = "action~"
TASK = "task~"
METRIC = "metric~"
CHECK_IN = "checkin~"
SERIES = "1"
"""The id of the series of check-ins: a workshop has one."""
LOG = "log~"
SENT = "sent~"

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Engagement)


def engagement_id(tenant: str, channel: str, number: int) -> str:
    """The partition of an engagement: readable to an operator by its tenant, safe as a key."""
    return f"{place_key(tenant, channel)}~{number:04d}"


def place_key(tenant: str, channel: str) -> str:
    """The key of a channel or chat."""
    return f"{short_hash(tenant)}~{short_hash(channel)}"


def short_hash(text: str) -> str:
    """A key made of any text: the same for the same text, safe in every store."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def read_state(row: Row) -> Engagement:
    """The engagement that a state row holds."""
    return _decoder.decode(
        join({name: str(value) for name, value in row.columns.items() if name.startswith("doc")})
    )


def state_columns(engagement: Engagement, spare: int = 0) -> dict[str, Column]:
    """The state as a document in columns, with what an analyst looks for beside it. TooLong where it does not
    fit with `spare` bytes left free."""
    setup = engagement.setup
    fm = engagement.people.get(engagement.fm)
    columns: dict[str, Column] = {
        "customer": setup.customer,
        "status": engagement.status,
        "language": setup.language,
        "country": setup.country,
        "fm": fm.name if fm else "",
        "revision": engagement.revision,
        "started": datetime.fromisoformat(engagement.started),
        "updated": datetime.fromisoformat(engagement.updated),
        **cut(_encoder.encode(engagement).decode(), spare=spare),
    }
    return columns


def state_change(engagement: Engagement, etag: str | None, spare: int = 0) -> Change:
    """The write of the state: a new one must not exist, an old one must be the one that was read."""
    columns = state_columns(engagement, spare)
    return Insert(STATE, columns) if etag is None else Replace(STATE, columns, etag)


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
                changes.append(Replace(CHECK_IN + SERIES, _series(engagement, record.check_in)))
            case RecordLog():
                stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%f")
                key = f"{LOG}{stamp}~{engagement.revision:06d}~{place}"
                changes.append(Insert(key, _log(engagement, record, now)))
    return changes


def voice_key(key: str, person: str) -> str:
    """The row of one person's answer to one question."""
    question, service = split_ask_key(key)
    return f"{VOICE}{question}~{service or '-'}~{short_hash(person)}"


def action_key(item: str) -> str:
    """The row of an action item."""
    return ACTION + item.replace("@", "~")


def metric_key(metric: str) -> str:
    """The row of a metric."""
    return METRIC + metric.replace("@", "~")


def _metric(book: Book, engagement: Engagement, record: RecordMetric) -> Change:
    name, service = split_ask_key(record.key)
    metric, state = book.metrics[name], record.state
    last = state.readings[-1] if state.readings else None
    language = engagement.setup.language
    columns: dict[str, Column] = {
        "name": say(metric.name, language),
        "service": service or "",
        "unit": say(metric.unit, language),
        "target": float(state.target),
        "date": state.date,
        "followed": not state.dropped,
        "at": datetime.fromisoformat(engagement.updated),
    }
    # A number that is not known has no column, so that no sum counts it as nought.
    if state.baseline is not None:
        columns["baseline"] = float(state.baseline)
    if last is not None:
        columns |= {"value": float(last.value), "day": last.day}
    return Replace(metric_key(record.key), columns)


def _action(book: Book, engagement: Engagement, record: RecordItem) -> Change:
    key, item = action_key(record.id), record.item
    return Delete(key) if item is None else Replace(key, _item(book, engagement, item))


def _item(book: Book, engagement: Engagement, item: Item) -> Mapping[str, Column]:
    owner = item.owner or {}
    return {
        "title": item_title(book, item, engagement.setup.language),
        "owner_tenant": owner.get("tenant", ""),
        "owner_id": owner.get("id", ""),
        "owner_name": owner.get("name", ""),
        "due": item.due,
        "status": item.status,
        "reason": item.reason or "",
        "question": item.question or "",
        "service": item.service or "",
        "at": datetime.fromisoformat(engagement.updated),
    }


def _task(engagement: Engagement, record: RecordTask) -> Change:
    key, task = TASK + record.id, record.task
    return Delete(key) if task is None else Replace(key, _task_columns(engagement, task))


def _task_columns(engagement: Engagement, task: TaskLine) -> Mapping[str, Column]:
    tenant, _, object_id = (task.done.by if task.done else "").partition("/")
    one = engagement.people.get(task.done.by) if task.done else None
    columns: dict[str, Column] = {
        "name": say(task.name, engagement.setup.language),
        "required": task.required,
        "service": ",".join(task.services),
        "own": task.own,
        "done": task.done is not None,
        "done_by_tenant": tenant,
        "done_by_id": object_id,
        "done_by_name": one.name if one else "",
        "note": task.note,
        "at": datetime.fromisoformat(engagement.updated),
    }
    if task.done:
        columns["done_at"] = datetime.fromisoformat(task.done.at)
    return columns


def _series(engagement: Engagement, check_in: CheckIn) -> Mapping[str, Column]:
    cadence = check_in.cadence
    return {
        "cadence": cadence.rhythm,
        "weekday": WEEKDAYS[cadence.weekday],
        "nth": cadence.nth if cadence.rhythm == "monthly" else None,
        "hour": cadence.hour,
        "time_zone": cadence.time_zone,
        "until": cadence.until,
        "status": check_in.status,
        "next_due": _moment(check_in.next_due),
        "paused_until": check_in.paused_until or "",
        "last_sent": _moment(check_in.last_sent),
        "at": datetime.fromisoformat(engagement.updated),
    }


def _moment(at: str | None) -> datetime | None:
    return datetime.fromisoformat(at) if at else None


def _voice(book: Book, engagement: Engagement, record: RecordVoice) -> Change:
    voice = record.voice
    question, service = split_ask_key(record.key)
    tenant, _, object_id = voice.by.partition("/")
    one = engagement.people.get(voice.by)
    columns: Mapping[str, Column] = {
        "question": question,
        "factor": book.questions[question].factor or "",
        "service": service or "",
        "kind": voice.kind,
        "verdict": record.verdict,
        "value": json.dumps(voice.fields, ensure_ascii=False),
        "reason": voice.reason or "",
        "handed_to": voice.handed_to or "",
        "confirmed": voice.confirmed,
        "by_tenant": tenant,
        "by_id": object_id,
        "by_name": one.name if one else "",
        "at": datetime.fromisoformat(voice.at),
        "revision": voice.revision,
        "playbook_version": voice.playbook_version,
    }
    return Replace(voice_key(record.key, voice.by), columns)


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
