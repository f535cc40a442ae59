"""Conversations that a person can read, replayed against the whole bot: same words, same file.

They play on the playbook of the tests; those whose first line says so play on the shipped one. To write down
anew what the bot says: `make record`, then read the difference.
"""

import os
from pathlib import Path

import pytest

from bot.core.book import Book
from tests.player import Player
from tests.world import World

SCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))
ON_THE_SHIPPED = "# plays on the shipped playbook"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(path: Path, book: Book, shipped: Book) -> None:
    script = _written(path)
    played = await Player(World(shipped if script.startswith(ON_THE_SHIPPED) else book)).play(script)
    if os.environ.get("SSAT_RECORD"):
        _write(path, played)
    else:
        assert played == script


def test_there_are_conversations_in_both_languages() -> None:
    opened = [_written(path) for path in SCRIPTS]
    for plays_on_the_shipped in (False, True):
        some = [text for text in opened if text.startswith(ON_THE_SHIPPED) is plays_on_the_shipped]
        assert any("(de-DE)>" in text for text in some)
        assert any("(en-" in text for text in some)


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, played: str) -> None:
    path.write_text(played, encoding="utf-8")
