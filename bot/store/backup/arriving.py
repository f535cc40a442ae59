"""Workshops of an export, checked and written into a store that does not have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.core.engagement import Engagement
from bot.core.keys import engagement_id
from bot.core.ports import Change, Insert, Replace, Store, Table
from bot.kept.hints import Hints
from bot.kept.state.columns import to_columns
from bot.kept.state.other_tenant import moved
from bot.kept.state.plain_columns import columns_from
from bot.kept.state.row import STATE_ROW
from bot.kept.state.whole import WHOLE_FORMAT, Whole
from bot.store.backup.chunks import in_commits
from bot.store.keys import check_commit


class BadExport(Exception):
    """The file, or a workshop in it, cannot be imported: the text says why."""


class _One(msgspec.Struct):
    id: str
    whole: msgspec.Raw = msgspec.Raw()


class _File(msgspec.Struct):
    engagements: list[_One]


@dataclass(frozen=True, slots=True)
class Arriving:
    """A workshop that can be written: its commits, the last of which brings the state."""

    engagement: Engagement
    commits: list[list[Change]]


def arriving(data: bytes, tenant: str | None) -> list[Arriving]:
    """All workshops of an export, moved to a tenant where one is given; BadExport where one is not as it must
    be. Questions that the playbook does not know are kept."""
    try:
        found = msgspec.json.decode(data, type=_File).engagements
    except msgspec.DecodeError:
        raise BadExport("it is no JSON export of ssat-bot, or cut off") from None
    workshops = [_checked(one, tenant) for one in found]
    if len({one.engagement.id for one in workshops}) < len(workshops):
        raise BadExport("it holds a workshop twice")
    return workshops


def _checked(one: _One, tenant: str | None) -> Arriving:
    if not bytes(one.whole):
        raise BadExport("it lacks what a workshop needs to go on (`whole`): export it anew with this version")
    try:
        whole = msgspec.json.decode(one.whole, type=Whole)
        if whole.format != WHOLE_FORMAT:
            raise BadExport(
                f"{one.id} has format {whole.format}, this program knows {WHOLE_FORMAT}: use a later one"
            )
        return _workshop(moved(whole, tenant) if tenant else whole)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError, KeyError, TypeError):
        raise BadExport(f"workshop {one.id!a} cannot be read") from None


def _workshop(whole: Whole) -> Arriving:
    """ValueError and its like where a store would not take it."""
    document = msgspec.json.encode(whole.state)
    engagement = msgspec.json.decode(document, type=Engagement)
    if engagement.id != engagement_id(engagement.tenant, engagement.channel, engagement.number):
        raise ValueError("the id is another workshop's")
    rows = {row.key: columns_from(row.columns) for row in whole.rows}
    if len(rows) < len(whole.rows):
        raise ValueError("a row comes twice")
    state = rows.pop(STATE_ROW, {}) | to_columns(document.decode())
    changes: list[Change] = [Replace(key, columns) for key, columns in rows.items()]
    commits = list(in_commits([*changes, Insert(STATE_ROW, state)]))
    for commit in commits:
        check_commit(engagement.id, commit)
    for at in engagement.due.values():
        datetime.fromisoformat(at)
    return Arriving(engagement, commits)


async def is_there(store: Store, engagement: str) -> bool:
    """True where the store has this workshop."""
    return await store.get(Table.ENGAGEMENTS, engagement, STATE_ROW) is not None


async def write(store: Store, one: Arriving, now: datetime) -> None:
    """Hints first, the state last: before it the workshop does not exist, and another try may write it all
    again. Conflict where somebody else brought it meanwhile."""
    await Hints(store).complete(one.engagement, now)
    for commit in one.commits:
        await store.commit(Table.ENGAGEMENTS, one.engagement.id, commit)
