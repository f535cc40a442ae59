"""Opens an SQLite file for commands that only read: nothing is written, whatever the file system allows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

_WAYS = ("mode=ro", "mode=ro&immutable=1")
"""Beside other processes; and where SQLite may not even make the file by which it knows of these."""
_NO_ROOM = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)

Connect = Callable[..., sqlite3.Connection]


def holds_nothing(path: Path) -> bool:
    """True where there is no store yet: who only reads makes none."""
    return not path.exists() or path.stat().st_size == 0


def open_read_only(path: Path, wait: float, connect: Connect = sqlite3.connect) -> sqlite3.Connection:
    """A connection that cannot write. sqlite3.Error where the file cannot be read.

    Where SQLite may make no file beside it, the file is taken as it stands; not where its last writes still
    lie in the log beside it (`-wal`), which then cannot be read: an export would lack what was acknowledged.
    """
    beside = path.with_name(f"{path.name}-wal")
    for way in _WAYS:
        connection = connect(
            f"{path.absolute().as_uri()}?{way}",
            uri=True,
            isolation_level=None,
            timeout=wait,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            connection.close()
            hidden = not holds_nothing(beside)
            if way == _WAYS[-1] or hidden or (error.sqlite_errorcode & 0xFF) not in _NO_ROOM:
                raise
        else:
            return connection
    raise AssertionError("one of the ways was the last")
