"""Opens an SQLite file to be read alone, even where nobody can write."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

_NO_PLACE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_PROBE = "SELECT 1 FROM sqlite_master"


def open_to_read(path: str, patience: float) -> sqlite3.Connection:
    """A connection that writes nothing. Beside the file SQLite keeps who reads it; where that cannot be, the
    file is taken as it stands, unless its last writes still lie beside it (sqlite3.Error)."""
    try:
        return _opened(path, "mode=ro", patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_PLACE or _has_writes_beside(path):
            raise
        return _opened(path, "mode=ro&immutable=1", patience)


def _opened(path: str, how: str, patience: float) -> sqlite3.Connection:
    address = f"{Path(path).absolute().as_uri()}?{how}"
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=patience, check_same_thread=False
    )
    try:
        connection.execute(_PROBE).fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _has_writes_beside(path: str) -> bool:
    beside = f"{path}-wal"
    return os.path.exists(beside) and os.path.getsize(beside) > 0
