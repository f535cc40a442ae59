"""The check that everything that the record sheet reads exists, and is of the kind that it needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.source.faults import FilePlace, Found, under


def record_faults(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    """Aspects of nothing, and fields that are not there or are no such fields."""
    record = playbook.record
    yield from _aspects(playbook, vocabulary)
    if record.later is not None:
        yield from _field(("record", "later"), record.later, "multi", vocabulary)
    if record.effort is not None:
        yield from _field(("record", "effort"), record.effort, "choice", vocabulary)
    for position, name in enumerate(record.talks):
        yield from _field(("record", "talks", position), name, "", vocabulary)
    if record.declined is not None:
        yield from under(("record", "declined"), vocabulary.understand(record.declined)[1])


def _aspects(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    factors = {factor.id for factor in playbook.factors}
    count = Counter(aspect.id for aspect in playbook.record.aspects)
    for position, aspect in enumerate(playbook.record.aspects):
        place: FilePlace = ("record", "aspects", position)
        if count[aspect.id] > 1:
            yield Found((*place, "id"), f"{aspect.id} is there more than once")
        if (aspect.factor is None) == (not aspect.questions):
            yield Found(place, "needs either a factor or questions")
        if aspect.factor is not None and aspect.factor not in factors:
            yield Found((*place, "factor"), f"there is no factor {aspect.factor}")
        for number, key in enumerate(aspect.questions):
            if key not in vocabulary.questions:
                yield Found((*place, "questions", number), f"there is no question {key}")
        for number, name in enumerate(aspect.shows):
            yield from _field((*place, "shows", number), name, "", vocabulary)


def _field(place: FilePlace, name: str, kind: str, vocabulary: Vocabulary) -> Iterator[Found]:
    owner, dot, inner = name.partition(".")
    if owner == "setup":
        if inner not in vocabulary.shown:
            yield Found(place, f"the setup has no {inner}")
    elif not dot or inner not in vocabulary.fields.get(owner, {}):
        yield Found(place, f"there is no field {name}")
    elif kind and vocabulary.fields[owner][inner].kind != kind:
        yield Found(place, f"{name} is no {kind} field")
