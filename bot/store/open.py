"""Opens the store that the settings name."""

from __future__ import annotations

from pathlib import Path

from bot.core.ports import Store, StoreUnavailable
from bot.settings import Settings
from bot.store.formats import FORMAT
from bot.store.sqlite.disk import network_disk
from bot.store.sqlite.store import SqliteStore

_SQLITE = "sqlite:///"
AZURE = "azure-tables"


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite store; None for another kind, and for one in memory."""
    path = url.removeprefix(_SQLITE)
    return None if path in (url, "", ":memory:") else Path(path)


def file_fault(url: str, file: Path | str | None) -> str:
    """The trouble with a file that a command is to write, and what to do; empty where there is none. Nothing
    may be written over an SQLite store."""
    own = sqlite_file(url)
    if own is None or not file or own.resolve() != Path(file).resolve():
        return ""
    return f"{file} is the store itself: name another file"


def disk_fault(url: str) -> str:
    """The trouble with the disk that an SQLite store lies on, and what to do; empty where there is none."""
    file = sqlite_file(url)
    kind = network_disk(file) if file else ""
    if not kind:
        return ""
    return (
        f"{kind} is a network disk, where SQLite's locks do not hold and the file breaks: "
        "use a disk of this machine, or azure-tables"
    )


async def open_store(
    url: str,
    *,
    connection_string: str | None = None,
    endpoint: str | None = None,
    authority: str | None = None,
    prefix: str = "",
    read_only: bool = False,
) -> Store:
    """The store, ready for use.

    `url` is sqlite:///PATH (sqlite:////absolute/path, sqlite:///:memory:) or azure-tables. The latter needs
    a connection string, or an endpoint, which is then used with the identity of this machine, as the host
    `authority` knows it (by default that of the public cloud, or AZURE_AUTHORITY_HOST); `prefix` goes before
    the names of its tables. With `read_only` no file is written, nor made, whatever its
    format. ValueError for anything else, StoreUnavailable if it cannot be opened.
    """
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        return SqliteStore(url.removeprefix(_SQLITE), read_only=read_only)
    if url != AZURE:
        raise ValueError(f"a store is {_SQLITE}PATH or {AZURE}")
    if not connection_string and not endpoint:
        raise ValueError(f"{AZURE} needs a connection string or an endpoint")
    # Imported here, because it takes half a second that a bot on SQLite need not wait.
    from bot.store.azure.store import AzureTablesStore

    if connection_string:
        try:
            store = AzureTablesStore.from_connection_string(connection_string, prefix=prefix)
        except ValueError as fault:
            if "prefix" in str(fault):
                raise
            # Not the fault's own words: they may quote the key.
            raise StoreUnavailable("AZURE_STORAGE_CONNECTION_STRING leads to no tables") from None
    else:
        from azure.identity.aio import DefaultAzureCredential

        place = {"authority": authority} if authority else {}
        credential = DefaultAzureCredential(**place)
        store = AzureTablesStore.from_endpoint(endpoint or "", credential, prefix=prefix)
    try:
        await store.open(read_only=read_only)
    except BaseException:
        await store.close()
        raise
    return store


async def open_store_of(settings: Settings, *, read_only: bool = False) -> Store:
    """The store that the settings name, ready for use; `read_only` where nothing is to be written."""
    given = settings.azure_tables()
    return await open_store(
        settings.store,
        connection_string=given["connection_string"],
        endpoint=given["endpoint"],
        authority=None if settings.cloud_name == "public" else settings.cloud.login,
        read_only=read_only,
    )


def found_format(store: Store) -> int:
    """The format that a store had when it was opened."""
    found: int = getattr(store, "found_format", FORMAT)
    return found


async def overwrite_deleted(store: Store) -> bool:
    """Leave nothing of what was deleted where it lay; False where that has to be done once more. Azure Table
    storage does so by itself."""
    return await store.overwrite_deleted() if isinstance(store, SqliteStore) else True
