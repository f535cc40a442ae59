"""The refusals of the models, in plain sentences for authors of playbooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic import ValidationError

from bot.core.playbook.source.faults import FilePlace, Found
from bot.core.playbook.source.marks import SourceFile
from bot.core.playbook.source.scalars import read_as

_WANTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_TEST: Final = (
    "a test is a word, a number, true or false, a list of words, or a mapping of operators; "
    "a condition is a mapping of tests, or a list of such mappings"
)


def refused(error: ValidationError, source: SourceFile) -> list[Found]:
    """Every fault of a validation once, at its place in the file, with what to write instead."""
    found: dict[FilePlace, str] = {}
    for detail in error.errors(include_url=False):
        place, value = _located(detail["loc"], source.data, detail["type"] == "missing")
        if any(place[: len(faulty)] == faulty for faulty in source.faulty):
            continue
        if "when" in place:
            for inner, message in _of_condition(place, source):
                found.setdefault(inner, message)
        else:
            found.setdefault(place, _sentence(detail, value, source.written(place)))
    return [Found(place, message) for place, message in found.items()]


def quote(written: str | None, value: object) -> str:
    """A sentence on the value that YAML read without quotes, and on how to keep it as text."""
    if not written:
        return f"is {read_as(value)}"
    return f'is {written}, which YAML reads as {read_as(value)}: put it in quotes, "{written}"'


def _located(location: tuple[int | str, ...], data: Any, missing: bool) -> tuple[FilePlace, Any]:
    """The place in the file: the error's path without the names of the types that were tried."""
    place: list[int | str] = []
    for step in location:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        if inside:
            place.append(step)
            data = data[step]
    if missing:
        place.append(location[-1])
    return tuple(place), data


def _sentence(detail: Any, value: object, written: str | None) -> str:
    kind: str = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind in _WANTED:
        wanted = _WANTED[kind]
        found = quote(written, value) if wanted == "text" else f"is {read_as(value)}"
        return f"must be {wanted}, but {found}"
    sentences: dict[str, Callable[[], str]] = {
        "literal_error": lambda: f"must be {context['expected']}, but {_shown(value, written)}",
        "enum": lambda: f"must be {context['expected']}, but {_shown(value, written)}",
        "string_pattern_mismatch": lambda: f'"{value}" is no key: a letter, then letters, digits and _',
        "string_too_long": lambda: f"must have at most {context['max_length']} characters",
    }
    sentence = sentences.get(kind)
    return sentence() if sentence else str(detail["msg"])


def _shown(value: object, written: str | None) -> str:
    return f'is "{value}"' if isinstance(value, str) else quote(written, value)


def _of_condition(place: FilePlace, source: SourceFile) -> Iterator[Found]:
    """The faulty values of a condition: the validation tried every form of a test, and names them all."""
    top = place[: place.index("when") + 1]
    value = source.data
    for step in top:
        value = value[step]
    inner = list(_unfit(value, top, 0))
    if not inner:
        yield Found(top, _TEST)
    for at, wrong in inner:
        unquoted = at != top and source.written(at)
        yield Found(at, quote(unquoted, wrong) if unquoted else _TEST)


def _unfit(value: object, place: FilePlace, depth: int) -> Iterator[tuple[FilePlace, object]]:
    """Values that no test can hold, at their places. `depth` counts mappings."""
    if isinstance(value, dict):
        if depth > 1:
            yield place, value
            return
        for key, inner in value.items():
            yield from _unfit(inner, (*place, key), depth + 1)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            at = (*place, position)
            if depth == 0:
                if isinstance(inner, dict):
                    yield from _unfit(inner, at, 0)
                else:
                    yield at, inner
            elif not isinstance(inner, str):
                yield at, inner
    elif depth == 0 or not isinstance(value, str | int | bool):
        yield place, value
