"""Values in place of those of a wrong shape, so that all the rest of a playbook can be looked at as well."""

from __future__ import annotations

import types
from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from bot.core.playbook.source.faults import FilePlace, Found

_ROUNDS: Final = 6
"""A stand-in may bring a fault of its own, such as a mapping without its fields."""
_DAY: Final = "2026-01-01"
_TEXT: Final = "x"
_LACKING: Final = ("there is no ", "has no ")
"""In the sentences about what is named and not there: they say nothing where an entry has lost its name."""


class StandIns:
    """The data of a playbook with stand-ins. `model` is the playbook read from it, None where a whole section
    is missing or no stand-in fits: nothing more can be said then."""

    def __init__(self, shape: type[BaseModel], data: Any, error: ValidationError) -> None:
        self.model: Any = None
        self._shape = shape
        self._entries: set[FilePlace] = set()
        self._data = data
        self._nameless = False
        for _ in range(_ROUNDS):
            if not self._replace(error):
                return
            try:
                self.model = shape.model_validate(self._data)
                break
            except ValidationError as next_error:
                error = next_error
        self._names = {name for place in self._entries if (name := self._name(place))}

    def beside(self, found: Iterable[Found]) -> list[Found]:
        """The faults that have nothing to do with the entries in which something stands in."""
        return [one for one in found if not self._concerns(one)]

    def _concerns(self, one: Found) -> bool:
        if any(one.place[: len(entry)] == entry for entry in self._entries):
            return True
        if self._nameless and any(words in one.message for words in _LACKING):
            return True
        words = {part for step in one.place if isinstance(step, str) for part in step.split(".")}
        said = one.message.replace(".", " ").replace(",", " ").replace(";", " ").replace(":", " ")
        return not self._names.isdisjoint(words | set(said.split()))

    def _replace(self, error: ValidationError) -> bool:
        """Put something in every wrong place; False where the playbook as a whole is none."""
        for detail in error.errors(include_url=False):
            place, shape = _known(self._shape, detail["loc"])
            if len(place) < 1 or (len(place) == 1 and detail["type"] != "extra_forbidden"):
                return False
            self._data = _put(self._data, place, detail["type"] == "extra_forbidden", shape)
            self._entries.add(_entry(place))
            self._nameless |= place[-1] == "id"
        return True

    def _name(self, entry: FilePlace) -> str:
        value = self._data
        for step in entry:
            value = value[step] if isinstance(step, int) or step in value else {}
        name = value.get("id") if isinstance(value, dict) else None
        return name if isinstance(name, str) else ""


def _known(shape: type[BaseModel], location: Iterable[int | str]) -> tuple[FilePlace, Any]:
    """The place of a fault as far as the models know it, with the type of what belongs there. Inside a
    condition it is the condition as a whole."""
    place: list[int | str] = []
    kind: Any = shape
    for step in location:
        inner = _inside(kind, step)
        if inner is None:  # the name of a type that was tried
            break
        place.append(step)
        kind = inner
        if _is_condition(inner):
            break
    return tuple(place), kind


def _inside(kind: Any, step: int | str) -> Any:
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return field.annotation if field else Any
    if get_origin(kind) is list and isinstance(step, int):
        return get_args(kind)[0]
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    return None


def _bare(kind: Any) -> Any:
    """A type without what is said about it, and without None."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        kinds = [one for one in get_args(kind) if one is not type(None)]
        return _bare(kinds[0]) if len(kinds) == 1 else kind
    return kind


def _is_condition(kind: Any) -> bool:
    return get_origin(_bare(kind)) in (Union, types.UnionType)


def _stand_in(kind: Any, name: int | str) -> Any:
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        needed = {key: one for key, one in kind.model_fields.items() if one.is_required()}
        return {key: _stand_in(one.annotation, key) for key, one in needed.items()}
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    if get_origin(kind) is list:
        return []
    plain: dict[Any, Any] = {str: _DAY if name == "date" else _TEXT, int: 1, bool: False}
    return plain.get(kind, {})


def _put(data: Any, place: FilePlace, leave_out: bool, kind: Any) -> Any:
    """The data with a stand-in at a place, or without it. What is not on the way there is not copied."""
    step, rest = place[0], place[1:]
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        inner = _put(data[step], rest, leave_out, kind) if rest else _stand_in(kind, step)
        return [*data[:step], inner, *data[step + 1 :]]
    if not isinstance(data, dict) or not isinstance(step, str):
        return data
    if rest:
        return {**data, step: _put(data.get(step, {}), rest, leave_out, kind)}
    if leave_out:
        return {key: value for key, value in data.items() if key != step}
    return {**data, step: _stand_in(kind, step)}


def _entry(place: FilePlace) -> FilePlace:
    """The entry of a list around a place, or the part of the section."""
    for number, step in enumerate(place):
        if isinstance(step, int):
            return place[: number + 1]
    return place[:2]
