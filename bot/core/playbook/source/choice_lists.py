"""Lists of choices that several fields take: written once, they stand in each field when it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.core.playbook.source.faults import FilePlace, Found
from bot.core.playbook.source.marks import SourceFile

CHOICE_LISTS: Final = "choice_lists"
_FROM: Final = "choices_from"
_CHOICES: Final = "choices"


@dataclass(frozen=True, slots=True)
class Expanded:
    """A source in which the fields have their choices; `places` says from where each was taken."""

    source: SourceFile
    places: Mapping[FilePlace, FilePlace] = field(default_factory=dict)

    def at_home(self, found: list[Found]) -> list[Found]:
        """The faults with those of shared lists where they are written, each once."""
        return list(dict.fromkeys(Found(self._home(one.place), one.message) for one in found))

    def _home(self, place: FilePlace) -> FilePlace:
        for taken, home in self.places.items():
            if place[: len(taken)] == taken:
                return (*home, *place[len(taken) :])
        return place


def with_choice_lists(source: SourceFile) -> Expanded:
    """The source with each list in the fields that name it. Names of no list are left for the checks."""
    lists = _lists(source.data)
    if not lists:
        return Expanded(source)
    places: dict[FilePlace, FilePlace] = {}
    data = dict(source.data)
    data["questions"] = [
        _question(question, number, lists, places) for number, question in enumerate(data["questions"])
    ]
    # A choice in a field that took its list has no mark there: its faults are looked up where it is written.
    return Expanded(SourceFile(data, source.top, source.faults, source.faulty), places)


def _lists(data: Any) -> dict[str, tuple[FilePlace, list[Any]]]:
    if not isinstance(data, dict) or not isinstance(data.get("questions"), list):
        return {}
    given = data.get(CHOICE_LISTS)
    return {
        one["id"]: ((CHOICE_LISTS, number, _CHOICES), one[_CHOICES])
        for number, one in enumerate(given if isinstance(given, list) else [])
        if isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(one.get(_CHOICES), list)
    }


def _question(
    question: Any,
    number: int,
    lists: Mapping[str, tuple[FilePlace, list[Any]]],
    places: dict[FilePlace, FilePlace],
) -> Any:
    taking = dict(_taking(question, lists))
    if not taking:
        return question
    fields = list(question["fields"])
    for place, name in taking.items():
        home, choices = lists[name]
        places["questions", number, "fields", place, _CHOICES] = home
        fields[place] = {key: value for key, value in fields[place].items() if key != _FROM}
        fields[place][_CHOICES] = choices
    return {**question, "fields": fields}


def _taking(question: Any, lists: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """The fields of a question that name one of the lists and have no choices of their own."""
    fields = question.get("fields") if isinstance(question, dict) else None
    for place, one in enumerate(fields if isinstance(fields, list) else []):
        named = one.get(_FROM) if isinstance(one, dict) and _CHOICES not in one else None
        if isinstance(named, str) and named in lists:
            yield place, named
