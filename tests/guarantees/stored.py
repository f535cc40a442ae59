"""What a store holds of a channel's engagement, as the export tells it, read without another process."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.core.answers.rows import VOICE_ROW
from bot.core.export.document import engagement_document
from bot.core.ports import Store, Table
from bot.kept.loaded import always
from bot.store.open import open_store
from tests.playbook_of_tests import book_of_tests
from tests.readable import readable


async def opened(settings: Mapping[str, str]) -> Store:
    """The store that a bot's settings name."""
    place = settings.get("AZURE_STORAGE_CONNECTION_STRING")
    return await open_store(settings["SSAT_STORE"], connection_string=place)


async def stored(settings: Mapping[str, str], channel: str) -> dict[str, Any]:
    """The engagement of a channel that has one."""
    return (await all_stored(settings))[channel]


async def all_stored(settings: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Channel -> its engagement."""
    store = await opened(settings)
    try:
        found = [one.engagement for one in await readable(store, always(book_of_tests()))]
        return {
            one.channel: engagement_document(
                book_of_tests(),
                one,
                {row.key: row for row in await store.query(Table.ENGAGEMENTS, one.id, VOICE_ROW)},
                datetime.now(UTC),
            )
            for one in found
        }
    finally:
        await store.close()
