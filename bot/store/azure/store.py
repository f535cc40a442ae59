"""Keeps rows in Azure Table storage: the store of a bot that runs on several machines."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from azure.core.credentials_async import AsyncTokenCredential
from azure.data.tables.aio import TableServiceClient

from bot.core.ports import Change, Conflict, Row, Table
from bot.kept.due_index import SHARDS, end_of_due, hold, is_entry
from bot.store.azure.calls import NO_TABLE, Limits, StoreRefused, ask_again, make_table, pages, trouble_named
from bot.store.azure.commit import AzureCommit
from bot.store.azure.credential import PatientCredential
from bot.store.azure.entities import row_of
from bot.store.azure.format import FORMAT_TABLE, TABLES_BEGAN_WITH, AzureFormat
from bot.store.formats import FORMAT, check_format
from bot.store.keys import check_commit, check_key, end_of, in_order

_DEFAULT = Limits()
_MOST_IN_A_PAGE = 1000
_IN_A_PAGE = 250
"""Rows of any length, so that a page comes within the time of a request."""
_DUE = "PartitionKey eq @partition and RowKey lt @end and held le @until"
_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9]{0,40})?")


class AzureTablesStore:
    """The store port on one client and one HTTP session, kept for the life of the process.

    Call `open` once before the first use; it makes the tables. A read is one request, a commit one more,
    unless something goes wrong; each ends within `limits.call` seconds.
    """

    def __init__(self, service: TableServiceClient, prefix: str, limits: Limits) -> None:
        if not _PREFIX.fullmatch(prefix):
            raise ValueError("the prefix of table names takes letters and digits, a letter first")
        self._service = service
        self._limits = limits
        self._tables = {table: service.get_table_client(prefix + table.value) for table in Table}
        self._number = AzureFormat(service.get_table_client(prefix + FORMAT_TABLE), limits)
        self.found_format = FORMAT
        self._credential: PatientCredential | None = None

    @classmethod
    def from_connection_string(
        cls, connection_string: str, *, prefix: str = "", limits: Limits = _DEFAULT
    ) -> AzureTablesStore:
        """`prefix` goes before the names of the tables. ValueError for a malformed connection string."""
        service = TableServiceClient.from_connection_string(connection_string, **_settings(limits))
        return cls(service, prefix, limits)

    @classmethod
    def from_endpoint(
        cls,
        endpoint: str,
        credential: AsyncTokenCredential,
        *,
        prefix: str = "",
        limits: Limits = _DEFAULT,
    ) -> AzureTablesStore:
        """`endpoint` as https://ACCOUNT.table.core.windows.net. The store closes the credential."""
        patient = PatientCredential(credential)
        service = TableServiceClient(endpoint=endpoint, credential=patient, **_settings(limits))
        store = cls(service, prefix, limits)
        store._credential = patient
        return store

    async def open(self, *, read_only: bool = False) -> None:
        """Makes the tables that are missing, and takes them over where their format is an earlier one, but
        for `read_only`. May be called again. Raises StoreUnavailable, for tables of a newer format, too."""
        with trouble_named():
            async with asyncio.timeout(self._limits.start):
                number = await self._number.read()
                self.found_format = TABLES_BEGAN_WITH if number is None else number
                check_format(self.found_format)
                for client in self._tables.values():
                    await make_table(client, self._limits)
                if number != FORMAT and not read_only:
                    await self._number.write()

    async def get(self, table: Table, partition: str, key: str, known: str = "") -> Row | None:
        check_key(partition)
        check_key(key)
        client = self._tables[table]
        with trouble_named():
            try:
                async with asyncio.timeout(self._limits.call):
                    return row_of(await ask_again(lambda: client.get_entity(partition, key), self._limits))
            except StoreRefused as refusal:
                if refusal.status == 404 and refusal.code != NO_TABLE:
                    return None
                raise

    async def query(self, table: Table, partition: str, prefix: str = "") -> Sequence[Row]:
        check_key(partition)
        check_key(prefix)
        condition, parameters = "PartitionKey eq @partition", {"partition": partition}
        if end := end_of(prefix):
            condition += " and RowKey ge @first and RowKey lt @end"
            parameters.update(first=prefix, end=end)
        found: list[Row] = []
        with trouble_named():
            async with asyncio.timeout(self._limits.call):
                async for page in pages(self._tables[table], condition, parameters, self._limits):
                    found.extend(row_of(entity) for entity in page)
        return in_order(found, prefix)

    async def scan(self, table: Table, key: str) -> AsyncIterator[Row]:
        check_key(key)
        with trouble_named():
            async for page in pages(self._tables[table], "RowKey eq @key", {"key": key}, self._limits):
                for entity in page:
                    yield row_of(entity)

    async def heads(self, table: Table, key: str, column: str) -> AsyncIterator[Row]:
        check_key(key)
        client, wanted = self._tables[table], ["PartitionKey", "RowKey", column]
        with trouble_named():
            async for page in pages(client, "RowKey eq @key", {"key": key}, self._limits, select=wanted):
                for entity in page:
                    yield row_of(entity)

    async def holders(self, table: Table, key: str) -> AsyncIterator[str]:
        check_key(key)
        with trouble_named():
            async for page in pages(
                self._tables[table], "RowKey eq @key", {"key": key}, self._limits, ["PartitionKey"]
            ):
                for entity in page:
                    yield entity["PartitionKey"]

    async def rows(self, table: Table, unreadable: Callable[[str, str], None]) -> AsyncIterator[Row]:
        with trouble_named():
            # A condition that every row meets: there is no query without one.
            async for page in pages(
                self._tables[table], "PartitionKey ge @first", {"first": ""}, self._limits
            ):
                for entity in page:
                    yield row_of(entity)

    async def commit(self, table: Table, partition: str, changes: Sequence[Change]) -> Mapping[str, str]:
        check_commit(partition, changes)
        if not changes:
            return {}
        commit = AzureCommit.begin(self._tables[table], partition, self._limits)
        with trouble_named():
            async with asyncio.timeout(self._limits.call):
                return await commit.store(changes)

    async def due(self, until: datetime, limit: int) -> Sequence[Row]:
        found: list[Row] = []
        with trouble_named():
            async with asyncio.timeout(self._limits.call):
                for shard in SHARDS:
                    found += await self._due_in(shard, until, limit)
        return in_order(found, "")[:limit]

    async def claim(self, row: Row, until: datetime) -> Row | None:
        change = hold(row, until)
        try:
            etags = await self.commit(Table.DUE, row.partition, [change])
        except Conflict:
            return None
        return Row(row.partition, row.key, change.columns, etags[row.key])

    async def probe(self) -> None:
        with trouble_named():
            async with asyncio.timeout(self._limits.call):
                reads = (self.get(table, "probe", "probe") for table in Table)
                await asyncio.gather(self._number.touch(), *reads)

    async def close(self) -> None:
        await self._service.close()
        if self._credential is not None:
            await self._credential.close()

    async def _due_in(self, shard: str, until: datetime, limit: int) -> list[Row]:
        found: list[Row] = []
        keys: dict[str, str | datetime] = {"partition": shard, "end": end_of_due(until)}
        asked = {**keys, "until": until.astimezone(UTC)}
        size = min(limit, _MOST_IN_A_PAGE)
        async for page in pages(self._tables[Table.DUE], _DUE, asked, self._limits, page_size=size):
            found.extend(row for entity in page if is_entry((row := row_of(entity)).columns))
            if len(found) >= limit:
                break
        return found


def _settings(limits: Limits) -> dict[str, Any]:
    """The SDK's own tries are switched off: it would wait for minutes, and repeat writes blindly."""
    tries = {"retry_total": 0, "retry_connect": 0, "retry_read": 0, "retry_status": 0}
    return {**tries, "connection_timeout": limits.start, "read_timeout": limits.start}
