"""The source of a file: an engagement as it was read, the book it is read by, its long texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answers.long_texts import with_whole_texts
from bot.core.engagement import Engagement
from bot.core.playbook.book import Book
from bot.core.ports import Row


@dataclass(frozen=True, slots=True)
class Source:
    """One engagement as the store holds it, where long texts are cut, and its voice rows by key, which hold
    them whole.

    Both forms are needed: what depends on the cut state, as the mark of the minutes' content does, must see
    it as everybody does; what writes answers down takes the whole ones.
    """

    book: Book
    engagement: Engagement
    voices: Mapping[str, Row]
    everything: object = None
    """What it needs to go on in another store, as JSON, where that is asked for."""

    @property
    def whole(self) -> Engagement:
        """The engagement with its long texts put back."""
        return with_whole_texts(self.engagement, self.voices)
