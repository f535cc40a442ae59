"""Conversations that a person can read, replayed against the whole bot: same words, same file.

They play on the playbook of the tests; those whose first line says so play on another one. To write down
anew what the bot says: `make record`, then read the difference.
"""

import os
from pathlib import Path

import pytest

from bot.core.playbook.book import Book
from tests.playbook_of_tests import books_of_two_kinds, readiness_book
from tests.player import Player
from tests.world import World

SCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.txt"))
ON_THE_SHIPPED = "# plays on the shipped playbook"
ON_ANOTHER_KIND = "# plays on a playbook of another kind"
ON_TWO_KINDS = "# plays on two playbooks"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
async def test_a_conversation_goes_as_written(path: Path, book: Book, shipped: Book) -> None:
    script = _written(path)
    named = {ON_THE_SHIPPED: shipped, ON_ANOTHER_KIND: readiness_book(), ON_TWO_KINDS: books_of_two_kinds()}
    playing = next((one for begins, one in named.items() if script.startswith(begins)), book)
    played = await Player(World(playing)).play(script)
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
