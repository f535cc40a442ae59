"""Of two processes that sweep one is killed at random moments: nothing comes twice, and what is unknown is
reported: at most what a process sends side by side. `python -m tests.checkins` does it for a year."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.core.playbook.book import Book
from tests.checkins.killed import run
from tests.checkins.year import FIRST


async def test_killed_at_random_no_check_in_comes_twice_and_what_is_unknown_is_reported(
    book: Book, tmp_path: Path
) -> None:
    counts = await run(book, tmp_path, FIRST + timedelta(weeks=3), copies=3, every=2, seed=5)
    print(counts.table())  # noqa: T201
    assert counts.good, counts.table()
    assert counts.kills >= 4
    assert counts.sent > counts.due / 2
