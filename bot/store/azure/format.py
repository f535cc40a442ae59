"""The number of the format in Azure Table storage: one row in a table of its own, which holds no workshop."""

from __future__ import annotations

from dataclasses import dataclass

from azure.core import MatchConditions
from azure.data.tables import TableEntity, UpdateMode
from azure.data.tables.aio import TableClient

from bot.core.ports import StoreUnavailable
from bot.store.azure.calls import Limits, StoreRefused, ask_again, make_table
from bot.store.azure.entities import etag_of
from bot.store.formats import FORMAT, check_format

FORMAT_TABLE = "format"
TABLES_BEGAN_WITH = 2
"""The format of tables that carry no number yet."""
_KEY = {"PartitionKey": "store", "RowKey": "format"}
_PROBE = {"PartitionKey": "store", "RowKey": "probe"}
_TRIES = 5


@dataclass(frozen=True, slots=True)
class AzureFormat:
    """Reads and writes the number. Its calls raise as those of `azure_calls` do."""

    client: TableClient
    limits: Limits

    async def read(self) -> int | None:
        """The number that the tables carry, if they carry one."""
        found = await self._row()
        return None if found is None else int(found["number"])

    async def write(self) -> None:
        """Let the tables carry the present format. Never lowers it: StoreUnavailable where a newer version
        was here meanwhile."""
        await make_table(self.client, self.limits)
        for _ in range(_TRIES):
            found = await self._row()
            if found is not None:
                check_format(int(found["number"]))
                if found["number"] == FORMAT:
                    return
            if await self._put(found):
                return
        raise StoreUnavailable("the format of the tables is written by many at once")

    async def touch(self) -> None:
        """Write a row beside the number that says nothing: it shows that the tables can be written."""
        await ask_again(lambda: self.client.upsert_entity(_PROBE, UpdateMode.REPLACE), self.limits)

    async def _row(self) -> TableEntity | None:
        try:
            return await ask_again(lambda: self.client.get_entity(*_KEY.values()), self.limits)
        except StoreRefused as refusal:
            if refusal.status == 404:
                return None
            raise

    async def _put(self, before: TableEntity | None) -> bool:
        """False where somebody else was first."""
        entity = {**_KEY, "number": FORMAT}
        try:
            if before is None:
                await ask_again(lambda: self.client.create_entity(entity), self.limits)
            else:
                etag = etag_of(before)
                await ask_again(
                    lambda: self.client.update_entity(
                        entity, UpdateMode.REPLACE, etag=etag, match_condition=MatchConditions.IfNotModified
                    ),
                    self.limits,
                )
        except StoreRefused as refusal:
            if refusal.status in (409, 412):
                return False
            raise
        return True
