"""Looks for a person in everything that a store holds."""

from __future__ import annotations

import re

from bot.core.ports import Store, Table


async def rows_that_name(store: Store, *words: str) -> list[str]:
    """The rows in which any of these words stands, each with what stands around it."""
    found = []
    pattern = re.compile(
        "|".join(rf"(?<![a-z0-9]){re.escape(one)}(?![a-z0-9])" for one in words), re.IGNORECASE
    )
    for table in Table:
        async for row in store.rows(table, _all_can_be_read):
            for name, text in (("", row.partition), ("", row.key), *row.columns.items()):
                if isinstance(text, str) and (at := pattern.search(text)):
                    around = text[max(0, at.start() - 60) : at.end() + 40]
                    found.append(f"{table.value} {row.partition} {row.key} {name}: {around}")
    return found


def _all_can_be_read(partition: str, key: str) -> None:
    raise AssertionError(f"{partition} {key} cannot be read")
