"""What the core remembers, so that it is not worked out anew: all of it, with its sizes, in one place.

A `Book` owns it, and what was remembered goes with the book: no module of the core holds a state of its own.
Results are known by the identity of the parts that they were worked out from (`Recent`), so it can never be
seen in a result that it was remembered.

No part of it are pure functions of plain values under `functools.cache`: the calendars, states and time zones
(`workdays`, `playbook.proof.timeline`), days and countries as a language writes them (`reading.wording`,
`screens.setup.forms`), the sentences of texts.yaml (`texts`), short hashes of keys (`checkins.due`), and the
fields of the model's classes (`playbook.checks.sentences`). They are given neither a state nor a playbook, so
what they find is true for good, and in every book.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from bot.core.recent import Recent

if TYPE_CHECKING:
    # All of this is worked out with a book, which has to be there first.
    from bot.core.parts import Input, Link
    from bot.core.plan.items import Item
    from bot.core.playbook.ask import Ask
    from bot.core.playbook.conditions.compiled import Compiled
    from bot.core.questions.asks import Asks
    from bot.core.questions.verdicts import Standing

T = TypeVar("T")
ByAsk = dict[str, tuple[tuple[object, ...], T]]
"""By ask key, each with what it followed from: where only that changed, only this one is worked out anew."""


class Remembered:
    """What was worked out lately with one book, and of each kind how many results are held."""

    def __init__(self) -> None:
        """Nothing is remembered yet."""
        self.candidates: Recent[Sequence[tuple[Ask, Compiled | None]]] = Recent(128)
        """What may be asked, by depth and services."""
        self.asks: Recent[Asks] = Recent(128)
        """What is asked, by the setup and the answers that decide about it."""
        self.queues: Recent[list[Ask]] = Recent(64)
        """What is open for a person, by all that was said."""
        self.standings: Recent[ByAsk[Standing]] = Recent(64)
        """How questions stand, by the setup and the day."""
        self.items: Recent[ByAsk[Item]] = Recent(64)
        """The items that follow from answers, by the setup and the day."""
        self.inputs: Recent[Input] = Recent(512)
        """The empty inputs of questions, by field and language."""
        self.links: Recent[Link] = Recent(512)
        """Resources as they are shown, by language."""
