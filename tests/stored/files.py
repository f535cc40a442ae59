"""The folder of a stored store: what is in it, how it is read and written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.store.sqlite.store import SqliteStore
from tests.fakes.store import FakeStore
from tests.stored.later import exported, hindered, presses, recovered, swept, typed, with_rows
from tests.stored.rows import Rows, as_entities, compact, dumped, fill, read, restored
from tests.stored.seen import Seen

SQL, ENTITIES, CARDS, PRESSES = "store.sql", "entities.json", "cards.json", "presses.json"
EXPORTS = "exports"
DONE = {"recovered.txt": recovered, "swept.txt": swept, "hindered.txt": hindered, "typed.txt": typed}
"""File -> what a later process does, of which it tells."""


@dataclass(frozen=True)
class Folder:
    """One folder. The store and the cards in it are old and stay; the rest is what the present code makes of
    them."""

    path: Path

    async def rows(self) -> Rows:
        """The rows of the dump, as the SQLite store gives them."""
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "stored.db"
            restored(self.text(SQL), file)
            return await read(file)

    def cards(self) -> list[Seen]:
        """The cards, as they were seen."""
        return [Seen(**one) for one in self.json(CARDS)]

    def text(self, name: str) -> str:
        """A file."""
        return (self.path / name).read_bytes().decode()

    def lines(self, name: str) -> list[str]:
        """The lines of a file."""
        return self.text(name).removesuffix("\n").split("\n")

    def json(self, name: str) -> Any:
        """A file of JSON."""
        return json.loads(self.text(name))

    async def keep(self, rows: Rows, seen: Sequence[Seen]) -> None:
        """Write the store and the cards, then what the code makes of them."""
        self.path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "stored.db"
            store = SqliteStore(str(file))
            await fill(store, rows)
            await store.close()
            self._write(SQL, dumped(file))
        self._write(ENTITIES, compact(as_entities(rows)) + "\n")
        self._write(CARDS, compact([asdict(one) for one in seen]) + "\n")
        await self.replay()

    async def replay(self) -> None:
        """Write anew what the code makes of the store and the cards."""
        stored = FakeStore()
        await fill(stored, await self.rows())
        found = {name_of(place, one): await presses(stored, one) for place, one in enumerate(self.cards())}
        self._write(PRESSES, compact(found) + "\n")
        for name, does in DONE.items():
            self._write(name, "\n".join([*await with_rows(stored, does), ""]))
        await self._write_all(await exported(stored))

    async def _write_all(self, exports: Mapping[str, str]) -> None:
        (self.path / EXPORTS).mkdir(exist_ok=True)
        for name, text in exports.items():
            self._write(f"{EXPORTS}/{name}", text)

    def _write(self, name: str, text: str) -> None:
        (self.path / name).write_text(text, encoding="utf-8", newline="")


def name_of(place: int, seen: Seen) -> str:
    """What a card is called among its presses."""
    return f"{place + 1} {seen.kind}, {seen.person} in {seen.conversation}"
