"""The check that the outcomes of a page fit together, and can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.checks.vocabulary import Vocabulary
from bot.core.playbook.model.page import Outcome
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.proof.reach import possible_ways
from bot.core.playbook.proof.samples import TooMany
from bot.core.playbook.source.faults import FilePlace, Found, under


def outcome_faults(playbook: Playbook, vocabulary: Vocabulary) -> Iterator[Found]:
    """Parts of nothing or of themselves, and rules that no answer or act can fulfil."""
    outcomes = playbook.page.outcomes
    yield from _parents(outcomes)
    whole = {outcome.part_of for outcome in outcomes}
    for position, outcome in enumerate(outcomes):
        if outcome.reached is None:
            continue
        place: FilePlace = ("page", "outcomes", position, "reached")
        if outcome.id in whole:
            yield Found(place, f"{outcome.id} has parts: they say whether it is reached")
        compiled, found = vocabulary.understand(outcome.reached, acts=True)
        yield from under(place, found)
        if compiled is None:
            continue
        if not all(compiled.alternatives):
            yield Found(place, "says nothing: leave it out, and the FM says whether it is reached")
            continue
        try:
            if not possible_ways(compiled, None, vocabulary):
                yield Found(place, "can never hold")
        except TooMany as error:
            yield Found(place, f"has too many combinations to try out, {error}")


def _parents(outcomes: list[Outcome]) -> Iterator[Found]:
    parents = {outcome.id: outcome.part_of for outcome in outcomes}
    for position, outcome in enumerate(outcomes):
        place = ("page", "outcomes", position, "part_of")
        if outcome.part_of is not None and outcome.part_of not in parents:
            yield Found(place, f"there is no outcome {outcome.part_of}")
        above, steps = outcome.part_of, 0
        while above is not None and above != outcome.id and steps <= len(parents):
            above, steps = parents.get(above), steps + 1
        if above == outcome.id:
            yield Found(place, f"{outcome.id} is a part of itself")
