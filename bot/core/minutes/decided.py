"""The decisions that the minutes state first, as the playbook names them: sponsor, scenarios, dates."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.playbook.conditions.compiled import compile_condition, holds
from bot.core.playbook.model.minutes import Decided
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, say, value_text


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: what it is about, and what was decided."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A value with its name; `day` is an ISO day where it is one."""

    name: str
    text: str
    day: str = ""
    alone: bool = True  # says something without another beside it


def decisions(viewer: Viewer) -> tuple[Decision, ...]:
    """What was decided so far. Where answers differ nothing is: that is a gap until somebody settles it; and
    what was only asked for is a gap, too."""
    facts = viewer.picture.facts
    taken = (one for one in viewer.book.playbook.minutes.decided if holds(compile_condition(one.when), facts))
    found = ((one, _parts(viewer, one)) for one in taken)
    return tuple(Decision(say(one.name, viewer.language), _joined(parts)) for one, parts in found if parts)


def _parts(viewer: Viewer, decided: Decided) -> list[_Part]:
    found: list[_Part] = []
    for place, part in enumerate(decided.parts):
        name = say(part.name, viewer.language) if part.name else ""
        said = next((one for field in part.fields if (one := _said(viewer, field, name))), None)
        if said is not None and (said.alone or not place or found):
            found.append(said)
    if all(one.day for one in found):
        found.sort(key=lambda one: one.day)
    return found


def _said(viewer: Viewer, subject: str, name: str) -> _Part | None:
    owner, _, inner = subject.partition(".")
    if owner == "setup":
        day = getattr(viewer.engagement.setup, inner)
        return _Part(name, day_text(day, viewer.language), day) if day else None
    ask = viewer.picture.find(owner, None)
    standing = viewer.picture.standing(ask) if ask else None
    voice = standing.voice if standing and not standing.disputed else None
    value = voice.fields.get(inner) if voice and voice.kind == "answer" else None
    if ask is None or voice is None or value in (None, "", []):
        return None
    field = next(one for one in ask.question.fields if one.id == inner)
    text = value_text(viewer.book, field, value, viewer.words) + ("…" if inner in voice.cut else "")
    day = value if field.kind == "date" and isinstance(value, str) else ""
    return _Part(name, text, day, alone=field.kind != "choice")


def _joined(parts: list[_Part]) -> str:
    """The values one after the other, one that several parts share once, behind all their names."""
    names: dict[str, list[str]] = {}
    for one in parts:
        names.setdefault(one.text, []).append(one.name)
    return " · ".join(
        f"{', '.join(named)}: {text}" if (named := list(filter(None, given))) else text
        for text, given in names.items()
    )
