"""The rows of one workshop beside its state without a person, as changes of just the rows that were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.ports import Change, Delete, Insert, Replace, Row
from bot.kept.forgetting.eraser import Eraser
from bot.kept.merged_rows import revision_of
from bot.kept.posted import ERASED
from bot.kept.state.row import SENT_ROW, STATE_ROW


def erased_rows(rows: Iterable[Row], eraser: Eraser) -> Iterator[list[Change]]:
    """What becomes of each row that speaks of them, to be committed together. The card of a paper that names
    them is marked: what stands in the thread is to be drawn anew."""
    taken = set[str]()
    for row in sorted(rows, key=revision_of, reverse=True):
        if row.key == STATE_ROW:
            continue
        key, columns = eraser.key_of(row.key), eraser.columns(row.columns)
        if key == row.key and columns == row.columns:
            continue
        if row.key.startswith(SENT_ROW) and "card0" in columns:
            columns["says"] = ERASED
        taken, double = taken | {key}, key in taken
        if double:
            # Of two rows of one person the later word stays.
            yield [Delete(row.key, row.etag)]
        elif key == row.key:
            yield [Replace(key, columns, row.etag)]
        else:
            yield [Insert(key, columns), Delete(row.key, row.etag)]
