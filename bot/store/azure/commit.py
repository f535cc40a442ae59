"""Stores a commit as one transaction of Azure, and finds out what became of it when the answer is lost."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from azure.core import MatchConditions
from azure.data.tables import UpdateMode
from azure.data.tables.aio import TableClient

from bot.core.ports import Change, Conflict, Delete, Insert, StoreUnavailable
from bot.store.azure.calls import NO_TABLE, Limits, StoreRefused, Unclear, ask, pages
from bot.store.azure.entities import entity_of, etag_of
from bot.store.keys import OPERATION

_OVERTAKEN = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\""
"""For a row of ours that somebody has overwritten meanwhile: well formed, and no row has it."""


@dataclass(frozen=True, slots=True)
class AzureCommit:
    """One commit. Every row it writes carries `operation`, so that a later read recognises it."""

    client: TableClient
    partition: str
    limits: Limits
    operation: str

    @classmethod
    def begin(cls, client: TableClient, partition: str, limits: Limits) -> AzureCommit:
        return cls(client, partition, limits, uuid.uuid4().hex)

    async def store(self, changes: Sequence[Change]) -> Mapping[str, str]:
        """Key -> new etag. Sent again where the answer was lost and nothing was stored.

        A commit of deletes alone cannot be recognised; it is repeated, which does no harm.
        Raises Conflict; StoreRefused or Unclear while looking; StoreUnavailable when the last try is lost,
        too.
        """
        for attempt in range(1, self.limits.tries + 1):
            try:
                return await self._send(changes)
            except Conflict:
                # An earlier try may have arrived late, and be what this one met.
                if attempt > 1 and (stored := await self._stored(changes)):
                    return stored
                raise
            except Unclear as trouble:
                if stored := await self._stored(changes):
                    return stored
                if attempt == self.limits.tries:
                    raise StoreUnavailable(f"table storage: {trouble}, {attempt} times") from trouble
            await asyncio.sleep(self.limits.pause_after(attempt))
        raise AssertionError("one of the tries was the last")

    async def _send(self, changes: Sequence[Change]) -> Mapping[str, str]:
        operations = [self._operation(change) for change in changes]
        try:
            answers = await ask(self.client.submit_transaction(operations), self.limits.request)
        except StoreRefused as refusal:
            if refusal.status == 412 or refusal.code == "EntityAlreadyExists":
                raise Conflict(refusal.code) from refusal
            if refusal.status == 404 and refusal.code != NO_TABLE:
                return await self._without_missing(changes)
            raise
        return {
            change.key: answer["etag"]
            for change, answer in zip(changes, answers, strict=True)
            if not isinstance(change, Delete)
        }

    async def _without_missing(self, changes: Sequence[Change]) -> Mapping[str, str]:
        """Sends the commit without the deletes of rows that are gone, over which Azure refuses the whole.

        Where no such row was gone, a row to be replaced is: Conflict.
        """
        present = await self._find([change.key for change in changes if isinstance(change, Delete)])
        left = [change for change in changes if not isinstance(change, Delete) or change.key in present]
        if len(left) == len(changes):
            raise Conflict("a row to be replaced is gone")
        return await self._send(left) if left else {}

    async def _stored(self, changes: Sequence[Change]) -> Mapping[str, str]:
        """Key -> etag if this commit was stored, else nothing. One row of ours tells: it was all or none."""
        written = [change.key for change in changes if not isinstance(change, Delete)]
        found = await self._find(written, f"and {OPERATION} eq @operation")
        return {key: found.get(key, _OVERTAKEN) for key in written} if found else {}

    async def _find(self, keys: Sequence[str], condition: str = "") -> dict[str, str]:
        """Key -> etag of those rows among `keys` that are there and meet the condition."""
        if not keys:
            return {}
        ordered = sorted(keys, key=lambda key: key.encode("utf-16-be"))
        parameters = {
            "partition": self.partition,
            "first": ordered[0],
            "last": ordered[-1],
            "operation": self.operation,
        }
        search = f"PartitionKey eq @partition and RowKey ge @first and RowKey le @last {condition}".strip()
        found: dict[str, str] = {}
        async for page in pages(self.client, search, parameters, self.limits, ["RowKey"]):
            found.update((entity["RowKey"], etag_of(entity)) for entity in page)
        wanted = set(keys)
        return {key: etag for key, etag in found.items() if key in wanted}

    def _operation(self, change: Change) -> tuple[str, dict[str, Any], dict[str, Any]]:
        if isinstance(change, Delete):
            gone = entity_of(self.partition, change.key, {})
            return "delete", gone, {} if change.etag is None else _only(change.etag)
        entity = entity_of(self.partition, change.key, {**change.columns, OPERATION: self.operation})
        if isinstance(change, Insert):
            return "create", entity, {}
        if change.etag is None:
            return "upsert", entity, {"mode": UpdateMode.REPLACE}
        return "update", entity, {"mode": UpdateMode.REPLACE, **_only(change.etag)}


def _only(etag: str) -> dict[str, Any]:
    return {"etag": etag, "match_condition": MatchConditions.IfNotModified}
