"""Opens the store that the settings name."""

from __future__ import annotations

from bot.core.ports import Store
from bot.store.formats import FORMAT
from bot.store.sqlite import SqliteStore

_SQLITE = "sqlite:///"
AZURE = "azure-tables"


async def open_store(
    url: str,
    *,
    connection_string: str | None = None,
    endpoint: str | None = None,
    prefix: str = "",
    reading: bool = False,
) -> Store:
    """The store, ready for use.

    `url` is sqlite:///PATH (sqlite:////absolute/path, sqlite:///:memory:) or azure-tables. The latter needs
    a connection string, or an endpoint, which is then used with the identity of this machine; `prefix` goes
    before the names of its tables. With `reading` nothing that is there is changed, so a file may stand where
    nobody can write. ValueError for anything else, StoreUnavailable if it cannot be opened.
    """
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        return SqliteStore(url.removeprefix(_SQLITE), reading=reading)
    if url != AZURE:
        raise ValueError(f"a store is {_SQLITE}PATH or {AZURE}")
    if not connection_string and not endpoint:
        raise ValueError(f"{AZURE} needs a connection string or an endpoint")
    # Imported here, because it takes half a second that a bot on SQLite need not wait.
    from bot.store.azure_tables import AzureTablesStore

    if connection_string:
        store = AzureTablesStore.from_connection_string(connection_string, prefix=prefix)
    else:
        from azure.identity.aio import DefaultAzureCredential

        store = AzureTablesStore.from_endpoint(endpoint or "", DefaultAzureCredential(), prefix=prefix)
    try:
        await store.open(reading=reading)
    except BaseException:
        await store.close()
        raise
    return store


def found_format(store: Store) -> int:
    """The format that a store had when it was opened."""
    found: int = getattr(store, "found_format", FORMAT)
    return found
