"""The rows of a workshop in which people were made one: rewritten beside the commit of the state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from bot.core.answers.rows import VOICE_ROW
from bot.core.engagement import Engagement
from bot.core.keys import short_hash
from bot.core.ports import Change, Column, Delete, Replace, Row, Store, Table, commit_all
from bot.core.record.rows import TASK_ROW
from bot.core.step import LOG_ROW
from bot.kept.state.one_person import Renamed, people_rewritten
from bot.kept.state.row import SENT_ROW

_PEOPLE = ("handed_to", "by")
_TENANTS = ("by_tenant", "done_by_tenant")
_JSON = ("value", "before")


async def rewrite_rows(store: Store, engagement: Engagement) -> None:
    """Write the rows of people under the key that stays. Done again it changes nothing: a process may die
    before the state is committed, which is then read, and its people are made one, as before."""
    for prefix in (VOICE_ROW, LOG_ROW, TASK_ROW, SENT_ROW):
        rows = await store.query(Table.ENGAGEMENTS, engagement.id, prefix)
        await commit_all(store, Table.ENGAGEMENTS, engagement.id, _changes(rows, engagement.merged))


def under_keys_that_stay(rows: Iterable[Row], renamed: Renamed) -> dict[str, Row]:
    """Rows by the keys that they will have; where two meet, the one of the later revision."""
    hashes = {short_hash(old): short_hash(new) for old, new in renamed.items()}
    found: dict[str, Row] = {}
    for row in sorted(rows, key=revision_of):
        found["~".join(hashes.get(part, part) for part in row.key.split("~"))] = row
    return found


def _changes(rows: Iterable[Row], renamed: Renamed) -> list[Change]:
    before, changes = {row.key: row for row in rows}, list[Change]()
    after = under_keys_that_stay(before.values(), renamed)
    for key, row in after.items():
        columns = _columns(row.columns, renamed)
        if key != row.key or columns != row.columns:
            changes.append(Replace(key, columns))
    changes += (Delete(key) for key in before if key not in after)
    return changes


def _columns(columns: Mapping[str, Column], renamed: Renamed) -> Mapping[str, Column]:
    changed = dict(columns)
    for name in _PEOPLE:
        value = columns.get(name)
        changed |= {name: renamed[value]} if isinstance(value, str) and value in renamed else {}
    for name in _JSON:
        value = columns.get(name)
        if isinstance(value, str) and any(old.partition("/")[2] in value for old in renamed):
            found = people_rewritten(msgspec.json.decode(value), renamed)
            changed[name] = msgspec.json.encode(found).decode()
    for name in _TENANTS:
        stays = renamed.get(f"{columns.get(name)}/{columns.get(name.replace('_tenant', '_id'))}")
        changed |= {name: stays.partition("/")[0]} if stays is not None else {}
    return changed


def revision_of(row: Row) -> int:
    """The revision of the workshop with which a row was written; 0 where it does not say."""
    found = row.columns.get("revision")
    return found if isinstance(found, int) else 0
