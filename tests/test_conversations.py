"""Conversations that a person can read, replayed against the whole bot: same words, same file.

To write down anew what the bot says: SSAT_RECORD=1 make test, then read the difference.
"""

import os
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from tests.player import Player
from tests.world import World

SCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(path: Path, book: Book) -> None:
    script = _written(path)
    played = await Player(World(book)).play(script)
    if os.environ.get("SSAT_RECORD"):
        _write(path, played)
    assert played == script


def test_there_are_conversations_in_both_languages() -> None:
    opened = [_written(path) for path in SCRIPTS]
    assert any("(de-DE)>" in text for text in opened)
    assert any("(en-" in text for text in opened)


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, played: str) -> None:
    path.write_text(played, encoding="utf-8")
