"""Inputs of a card: labelled, with what was typed put back, and a refusal right below its field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from bot.core.parts import Input, Option
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.reading.wording import number_text
from bot.core.recent import Recent
from bot.core.texts import Words
from cards._kit import (
    ActionSet,
    Choice,
    ChoiceSet,
    Container,
    DateInput,
    Element,
    NumberInput,
    TextInput,
    ToggleVisibility,
)
from cards._kit import Input as KitInput
from cards._text import alarm, below, escape, plain, subtle

_NUMBER = re.compile(r"-?\d{1,15}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTERS, _PIXELS = 46, 20
"""Letters of a line, and its height."""
_FEW = 6
"""Inputs that a person has before them at once."""


def fields(
    inputs: Iterable[Input], words: Words, apart: Collection[str] = (), *, kept: bool = False
) -> list[Element]:
    """The inputs, each with its refusal below it, and the list of what was refused (`refused`). `kept` as of
    `placed`."""
    shown = tuple(inputs)
    return [*placed(shown, words, apart, kept=kept), *refused(shown, words)]


def refused(inputs: Sequence[Input], words: Words) -> list[Element]:
    """The line beside the buttons that names everything that was refused. It stands where there are so many
    inputs that a refusal may be out of sight."""
    names = [one.label for one in inputs if one.problem]
    if not names or len(inputs) <= _FEW:
        return []
    return [alarm(words("input.check", fields=", ".join(names)))]


def placed(
    inputs: Iterable[Input], words: Words, apart: Collection[str] = (), *, kept: bool = False
) -> list[Element]:
    """The inputs, each with its refusal below it; those `apart` behind their names, unless refused. With
    `kept` what is empty is the playbook's, the same object each time, unless people are entered in it."""
    found: list[Element] = []
    for one in inputs:
        if one.id in apart and not one.problem:
            found += _apart(one, words)
            continue
        if one.hint and one.expanded:
            found.append(subtle(one.hint))
        if not kept or one.value or one.problem or _is_of_people(one):
            found.append(_placed(one, words))
        else:
            found.append(_recent_fields.get((one, words), (), partial(_placed, one, words)))
        if one.problem:
            found.append(below(one.problem))
    return found


def _is_of_people(one: Input) -> bool:
    """True for a list of people, and for the name that is entered beside it."""
    return one.id.endswith(OTHER_PERSON) or any(option.said for option in one.options)


def _apart(one: Input, words: Words) -> list[Element]:
    """A choice of several behind its name, which says how many are chosen."""
    chosen = sum(option.value in one.value.split(",") for option in one.options)
    title = words("input.chosen" if chosen else "input.unchosen", label=one.label, count=chosen)
    name = f"apart_{one.id}"
    unfold = ToggleVisibility(title=plain(title), target_elements=[name])
    hidden = Container(id=name, visible=False, items=placed((one,), words))
    return [ActionSet(actions=[unfold], spacing="Small"), hidden]


def _placed(one: Input, words: Words) -> Element:
    made = field(one, words)
    if one.whole:
        return Container(items=(made,), min_height=f"{_PIXELS * _lines(one.value)}px")
    deeper = Container(items=(made,)) if _closed_list(one) else made
    return Container(items=(deeper,)) if one.elsewhere else deeper


def _lines(text: str) -> int:
    """The lines of a text in the width of a card, with those of its label and its frame."""
    return 3 + sum(1 + len(line) // _LETTERS for line in text.splitlines())


def _closed_list(one: Input) -> bool:
    """True for a closed list of something else than people.

    A client that redraws only what changed, as the Agents Playground does, keeps the options of a list that
    stood at the same place of the card before. The lists of people are alike, all others stand deeper; one
    that is asked for once more with other options stands `elsewhere`.
    """
    return (
        one.kind in ("choice", "multi")
        and not one.expanded
        and not all(option.said for option in one.options)
    )


def field(one: Input, words: Words) -> KitInput:
    """One input. A value that its kind cannot hold is put back into a field of text."""
    match one.kind:
        case "choice" | "multi":
            return _choices(one, words)
        case "number" if not one.value or _NUMBER.fullmatch(one.value):
            return _number(one, words)
        case "date" if not one.value or _DAY.fullmatch(one.value):
            return DateInput(**_common(one, words), value=one.value or None)
    return TextInput(
        **_common(one, words),
        value=one.value or None,
        placeholder=one.hint or None,
        is_multiline=one.multiline or None,
        max_length=one.max_length,
        style="url" if one.kind == "url" else None,
        height="stretch" if one.whole else None,
    )


def _common(one: Input, words: Words, message: str = "") -> dict[str, object]:
    required = words(f"input.required.{one.kind}") if one.required else ""
    return {
        "id": one.id,
        "label": one.label,
        "is_required": one.required or None,
        "error_message": message or required or None,
    }


def _number(one: Input, words: Words) -> NumberInput:
    limits = {name: value for name, value in (("min", one.min), ("max", one.max)) if value is not None}
    kind = "both" if len(limits) > 1 else next(iter(limits), "")
    shown = {name: number_text(value, words.language) for name, value in limits.items()}
    message = words(f"input.range.{kind}", **shown) if kind else ""
    value = int(one.value) if one.value else None
    return NumberInput(
        **_common(one, words, message), value=value, placeholder=one.hint or None, min=one.min, max=one.max
    )


def _choices(one: Input, words: Words) -> ChoiceSet:
    options = one.options
    said = any(option.said for option in options)
    choices = _made(options) if said else _recent.get((options,), (), lambda: _made(options))
    known = {option.value for option in one.options}
    several = one.kind == "multi"
    value = ",".join(part for part in one.value.split(",") if part in known)
    return ChoiceSet(
        **_common(one, words),
        choices=choices,
        value=value or None,
        style="expanded" if one.expanded else "compact",
        is_multi_select=several or None,
        placeholder=None if one.expanded else words("input.choose"),
        wrap=True,
    )


def _made(options: tuple[Option, ...]) -> list[Choice]:
    return [
        Choice(title=escape(option.title) if option.said else plain(option.title), value=option.value)
        for option in options
    ]


_recent_fields = Recent(512)
_recent = Recent(512)
"""What the playbook offers is the same every time. People are not."""
