"""The caches of the core that belong to a book, with their sizes, in one place.

A `Book` owns them, and they end with the book: no module of the core holds a state of its own. Results are
found by the identity of the parts that they were computed from (`Recent`), so a cached result is always the
one that would be computed.

Not listed here are pure functions of plain values under `functools.cache`: the calendars, states and time
zones (`workdays`, `playbook.proof.timeline`), days and countries as a language writes them
(`reading.wording`, `screens.setup.forms`), the sentences of texts.yaml (`texts`), keys of places and people
(`keys`, `checkins.due`), and the fields of the model's classes (`playbook.checks.sentences`). They are given
neither a state nor a playbook, so their results hold for good, and in every book.
"""

from __future__ import annotations

from typing import TypeVar

from bot.core.recent import Recent

T = TypeVar("T")
ByAsk = dict[str, tuple[tuple[object, ...], T]]
"""By ask key, each with the parts it follows from: where these changed, only this result is computed anew."""


class Remembered:
    """The cached results of one book, with the number of results held of each kind."""

    def __init__(self) -> None:
        """Begin with empty caches."""
        self.candidates = Recent(128)
        """The questions that may be asked, by depth and services."""
        self.asks = Recent(128)
        """The asks of an engagement, by the setup and the answers that decide about them."""
        self.from_answers = Recent(64)
        """What follows from the answers of a workshop, by the answers and the day."""
        self.queues = Recent(64)
        """The open asks of a person, by all voices and people."""
        self.named = Recent(64)
        """The people whom a workshop names, by all voices and the plan."""
        self.named_in = Recent(64)
        """The people whom each answer of a workshop names."""
        self.known = Recent(64)
        """The people known in a workshop, by who takes part, all voices and the plan."""
        self.standings = Recent(64)
        """The standings of questions, by the setup and the day."""
        self.items = Recent(64)
        """The items that follow from answers, by the setup and the day."""
        self.entries = Recent(512)
        """The entries of questions, by field and the services that it offers."""
        self.inputs = Recent(512)
        """The empty inputs of questions, what fields of the setup offer, and the states of a country, by
        language."""
        self.links = Recent(512)
        """Resources as they are shown, by language."""
