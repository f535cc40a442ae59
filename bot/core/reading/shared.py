"""What everybody in the channel reads: in the workshop's language, and by name or by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from bot.core.engagement import Engagement
from bot.core.keys import person_key
from bot.core.questions.asks import LISTENER_ROLE
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.texts import Texts, Words

NameStyle = Literal["names", "roles"]
_PERSON = {"tenant", "id", "name"}


@dataclass(frozen=True, slots=True)
class Shared:
    """Makes the reader of what stands in the thread. With `roles` nobody is named there: not those who
    answer, nor those whom an answer names. What a person typed into a text stays as it is."""

    texts: Texts
    names: NameStyle = "names"

    def viewer(self, picture: Picture, roster: Roster | None = None) -> Viewer:
        """Everybody in the channel as the reader."""
        words = self.texts.words(picture.engagement.setup.language)
        if self.names == "names":
            return Viewer(picture, words, roster=roster or {})
        label = _Labels(picture, words)
        unnamed = Picture(picture.book, label.instead(), picture.now)
        return Viewer(unnamed, words, roster={key: label.of(key) for key in roster or {}})


class _Labels:
    """The words that stand for people: their roles, else that it is somebody."""

    def __init__(self, picture: Picture, words: Words) -> None:
        self._engagement = picture.engagement
        self.words = words
        self._titles = {role.id: say(role.name, words.language) for role in picture.book.playbook.roles}

    def of(self, key: str) -> str:
        if key == self._engagement.fm:
            return self.words("unnamed.fm")
        one = self._engagement.people.get(key)
        taken = [self._titles.get(role, role) for role in one.roles if role != LISTENER_ROLE] if one else []
        return ", ".join(taken) or self.words("unnamed.somebody")

    def instead(self) -> Engagement:
        """The engagement with these words wherever it names a person."""
        raw = self._walked(msgspec.to_builtins(self._engagement))
        raw["people"] = {key: {**one, "name": self.of(key)} for key, one in raw["people"].items()}
        return msgspec.convert(raw, Engagement)

    def _walked(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._walked(one) for one in value]
        if not isinstance(value, Mapping):
            return value
        if "name" in value and set(value) <= _PERSON:
            key = person_key(value.get("tenant", ""), value["id"]) if value.get("id") else ""
            return {**value, "name": self.of(key)}
        return {key: self._walked(one) for key, one in value.items()}
