"""Tries the store: where it lies, its format, and a row that is written, read and deleted."""

from __future__ import annotations

import os

from bot.cli.doctor.finding import Finding
from bot.cli.opened import opened_store
from bot.core.ports import Delete, Replace, StoreUnavailable, Table
from bot.settings import Settings
from bot.store.formats import FORMAT
from bot.store.open import disk_fault, found_format, sqlite_file

_PARTITION, _KEY = "doctor", "doctor"


async def tried_store(settings: Settings) -> Finding:
    """The finding about the store. One that an earlier version wrote is left as it is, and none is made."""
    if fault := disk_fault(settings.store):
        return _fails(fault)
    file = sqlite_file(settings.store)
    if file is not None and not file.exists():
        if not os.access(file.absolute().parent, os.W_OK | os.X_OK):
            return _fails(
                f"{file.absolute().parent} cannot be written to: make it, and let this user write there"
            )
        return Finding(
            "store", f"{file.name} is not there yet; the service makes it, its folder can be written to"
        )
    try:
        return await _written(settings)
    except StoreUnavailable as trouble:
        return _fails(f"{trouble}: {_to_do(settings)}")
    except ValueError as trouble:
        return _fails(f"{type(trouble).__name__}: copy the connection string from the storage account")


async def _written(settings: Settings) -> Finding:
    async with opened_store(settings, read_only=True) as store:
        found = found_format(store)
    if found != FORMAT:
        says = f"format {found}, this version has {FORMAT}: the service takes it over when it starts"
        return Finding("store", says, "warning")
    async with opened_store(settings) as store:
        await store.probe()
        await store.commit(Table.PENDING, _PARTITION, [Replace(_KEY, {"kind": _KEY})])
        row = await store.get(Table.PENDING, _PARTITION, _KEY)
        await store.commit(Table.PENDING, _PARTITION, [Delete(_KEY)])
    if row is None:
        return _fails("what was written is not there: is it another store than the service has?")
    return Finding("store", f"{settings.store.partition(':')[0]}, written to and read")


def _to_do(settings: Settings) -> str:
    if sqlite_file(settings.store) is not None:
        return "free its disk, give this user the right to write, or restore a backup"
    if settings.azure_tables()["connection_string"]:
        return "check AZURE_STORAGE_CONNECTION_STRING, and that its host can be reached from here"
    return "check AZURE_TABLES_ENDPOINT, and the role Storage Table Data Contributor of this identity"


def _fails(says: str) -> Finding:
    return Finding("store", says, "FAIL")
