"""What is kept of one person in a workshop, as data that is handed to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from bot.core.engagement import Engagement
from bot.core.export.document import engagement_document
from bot.core.keys import identity
from bot.core.plan.items import items
from bot.core.playbook.book import Book
from bot.core.ports import Row
from bot.core.questions.picture import Picture
from bot.core.step import LOG_ROW

_WHERE = ("id", "tenant", "channel", "customer", "status", "started")


def own_document(
    book: Book, engagement: Engagement, rows: Iterable[Row], ids: Collection[str], now: datetime
) -> dict[str, Any]:
    """What a workshop holds of somebody with these ids (in lower case): all that they said, also what was
    written over, what is theirs to do, where others named them, and what is kept by their key. `rows` are the
    workshop's rows. Nothing that others said is in it."""
    beside = {row.key: row for row in rows}
    whole = engagement_document(book, engagement, beside, now)
    keys = {key for key in engagement.people if identity(key) in ids}
    picture = Picture(book, engagement, now)
    owned = {item.id for item in items(picture) if item.owner and item.owner.get("id", "").lower() in ids}
    return {
        **{name: whole[name] for name in _WHERE},
        "leads_it": identity(engagement.fm) in ids,
        "person": [{"key": key, **msgspec.to_builtins(engagement.people[key])} for key in sorted(keys)],
        "answers": [one for one in whole["answers"] if str(one["by"]["id"]).lower() in ids],
        "former": [
            _former(row) for key, row in beside.items() if key.startswith(LOG_ROW) and _is_by(row, ids)
        ],
        "named_in": [found for one in whole["answers"] for found in _named(one, ids)],
        "action_items": [one for one in whole["action_items"] if one["id"] in owned],
        "tasks_done": [
            task for task, one in engagement.tasks.items() if one.done and identity(one.done.by) in ids
        ],
        "besides": _besides(msgspec.to_builtins(engagement), ids),
    }


def _is_by(row: Row, ids: Collection[str]) -> bool:
    return identity(str(row.columns.get("by", ""))) in ids


def _former(row: Row) -> dict[str, Any]:
    at, before = row.columns.get("at"), str(row.columns.get("before") or "null")
    return {
        "what": row.columns.get("what"),
        "question": row.columns.get("ask") or None,
        "at": at.isoformat() if isinstance(at, datetime) else at,
        "before": msgspec.json.decode(before),
    }


def _named(answer: Mapping[str, Any], ids: Collection[str]) -> list[dict[str, Any]]:
    """The fields of somebody else's answer in which they stand, and what was handed to them."""
    if str(answer["by"]["id"]).lower() in ids:
        return []
    where = {"question": answer["question"], "service": answer["service"], "at": answer["at"]}
    found = [
        {**where, "field": name}
        for name, value in answer["value"].items()
        if isinstance(value, dict) and str(value.get("id", "")).lower() in ids
    ]
    if identity(answer["handed_to"] or "") in ids:
        found.append({**where, "field": "handed_to"})
    return found


def _besides(document: Mapping[str, Any], ids: Collection[str]) -> dict[str, Any]:
    """What the state keeps by their key: its value, or true where it is a list of people."""
    found: dict[str, Any] = {}
    for name, value in document.items():
        if name in ("people", "voices"):
            continue
        parts = {name: value} | (
            {f"{name}.{part}": one for part, one in value.items()} if _is_dict(value) else {}
        )
        for where, one in parts.items():
            keys = [key for key in one if identity(str(key)) in ids] if isinstance(one, dict | list) else []
            if keys:
                found[where] = one[keys[0]] if isinstance(one, dict) else True
    return found


def _is_dict(value: object) -> bool:
    return isinstance(value, dict)
