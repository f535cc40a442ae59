"""Who was forgotten, as salted hashes: nobody can be told from them, and whoever comes back is recognized."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

import msgspec

from bot.core.ports import Replace, Row, Store, Table, commit_all

FORGOTTEN = "forgotten"
"""Beside the chats. The key of a row is a salted hash; its salt stands in it, so that the rows of several
stores may be put together."""


class Remembered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hash of an object id, or of what is made of a person's key; its salt, and when, in ISO 8601."""

    mark: str
    salt: str
    at: str

    def means(self, text: str) -> bool:
        """True where it was made of this text."""
        return _mark(text, bytes.fromhex(self.salt)) == self.mark


@dataclass(frozen=True, slots=True)
class Register:
    """All who were forgotten."""

    marks: tuple[Remembered, ...] = ()

    def find(self, text: str) -> Remembered | None:
        """The last mark that was made of an object id, or of what is made of a key; None where none was."""
        found = [one for one in self.marks if one.means(text)]
        return max(found, key=lambda one: one.at, default=None)


def new_mark(text: str, salt: bytes, now: datetime) -> Remembered:
    """The mark of somebody who is forgotten now."""
    return Remembered(_mark(text, salt), salt.hex(), now.isoformat(timespec="seconds"))


async def read_register(store: Store) -> Register:
    """The marks in the store."""
    return Register(tuple(_of(row) for row in await store.query(Table.CHANNELS, FORGOTTEN)))


async def remember(store: Store, marks: Iterable[Remembered]) -> None:
    """Write marks; one that is there and later stays as it is."""
    known = {one.mark: one.at for one in (await read_register(store)).marks}
    newer = [one for one in marks if one.at > known.get(one.mark, "")]
    changes = [Replace(one.mark, {"salt": one.salt, "at": datetime.fromisoformat(one.at)}) for one in newer]
    await commit_all(store, Table.CHANNELS, FORGOTTEN, changes)


def written(register: Register) -> bytes:
    """The marks as a file, to be kept beside the backups."""
    return (
        msgspec.json.format(msgspec.json.encode({"ssat_bot_forgotten": 1, "marks": register.marks})) + b"\n"
    )


def read_marks(data: bytes) -> Sequence[Remembered]:
    """The marks of such a file; ValueError where it is none."""
    return msgspec.json.decode(data, type=_File).marks


class _File(msgspec.Struct, forbid_unknown_fields=True):
    ssat_bot_forgotten: int
    marks: list[Remembered]


def _of(row: Row) -> Remembered:
    at = row.columns.get("at")
    told = at.isoformat(timespec="seconds") if isinstance(at, datetime) else ""
    return Remembered(row.key, str(row.columns.get("salt", "")), told)


def _mark(text: str, salt: bytes) -> str:
    return blake2b(text.lower().encode(), key=salt, digest_size=20).hexdigest()
