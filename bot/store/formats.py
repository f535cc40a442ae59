"""The format of a store: how its tables and rows lie, as a number that the store carries."""

from __future__ import annotations

from bot.core.ports import StoreUnavailable

FORMAT = 2
"""1: SQLite's tables had the etag behind the columns. 2: it stands before them; Azure's tables began so.

Raised only where the version before could not go on beside it; what changes inside a workshop is a migration
of its own (`bot/kept/migrations.py`).
"""


def check_format(found: int) -> None:
    """StoreUnavailable where a newer version made the store what it is."""
    if not 0 <= found <= FORMAT:
        known = f"it has format {found}, this program knows {FORMAT}"
        raise StoreUnavailable(f"{known}: a newer version wrote it, use that one")
