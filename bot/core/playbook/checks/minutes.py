"""The check that everything that the minutes state as decided can be answered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.source.faults import FilePlace, Found
from bot.core.setup_fields import SETUP_DAYS


def minutes_faults(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    """Decisions without a field, fields that are not there, and parts of the setup that are no days."""
    for position, decided in enumerate(playbook.minutes.decided):
        here: FilePlace = ("minutes", "decided", position, "parts")
        if not decided.parts:
            yield Found(here, "names no field")
        for number, part in enumerate(decided.parts):
            place: FilePlace = (*here, number, "fields")
            if not part.fields:
                yield Found(place, "names no field")
            for one, name in enumerate(part.fields):
                yield from _field((*place, one), name, vocabulary)


def _field(place: FilePlace, name: str, vocabulary: Vocabulary) -> Iterator[Found]:
    owner, _, inner = name.partition(".")
    if owner == "setup":
        if inner not in SETUP_DAYS:
            yield Found(place, f"the setup has no day {inner}")
    elif inner not in vocabulary.fields.get(owner, {}):
        yield Found(place, f"there is no field {name}")
