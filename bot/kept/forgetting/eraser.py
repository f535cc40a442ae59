"""What takes the place of one person in what is kept of one workshop: texts, JSON, columns, keys of rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import msgspec

from bot.core.keys import identity, person_key, short_hash
from bot.core.ports import Column, Row
from bot.core.reading.taken_out import REMOVED, STAND_IN, shown_card
from bot.core.texts import load_texts
from bot.kept.forgetting.made_of import FIXED, is_key
from bot.kept.forgetting.names import Names
from bot.kept.state.columns import from_columns, to_columns

_CARD = "card"
_JSON = ("{", "[")


@dataclass(frozen=True, slots=True)
class Whom:
    """The person who is to be forgotten: their object ids in lower case, a salt of this forgetting, further
    keys that they may have, and words by which they are known besides their name."""

    ids: frozenset[str]
    salt: bytes
    keys: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()

    def stand_in(self, workshop: str) -> str:
        """The id that takes the place of theirs, another one in each workshop; the same again where it was
        cut off. Nobody tells from it who it was without the salt and the id."""
        who = f"{workshop}~{min(self.ids)}".encode()
        return STAND_IN + blake2b(who, key=self.salt, digest_size=6).hexdigest()


@dataclass
class Traces:
    """What some records say of a person besides their object id: their keys and names, and the ids by which
    Teams knows them and their chat with the bot."""

    ids: Collection[str]
    tenant: str
    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    teams_ids: set[str] = field(default_factory=set)

    def look_at(self, node: Any) -> None:
        """Note what some JSON says of them."""
        if isinstance(node, str):
            self._key(node)
        elif isinstance(node, list):
            for one in node:
                self.look_at(one)
        elif isinstance(node, dict):
            self._person(node)
            for key, value in node.items():
                if self._key(key) and isinstance(value, dict):
                    self._named(value.get("name"))
                    self._known_as(value.get("teams_id"))
                self.look_at(value)

    def look_at_row(self, row: Row) -> None:
        """Note what a row says of them."""
        columns = row.columns
        for name, value in columns.items():
            if not isinstance(value, str):
                continue
            self._key(value)
            if _is(value, self.ids) and name.endswith("_id"):
                self.keys.add(person_key(str(columns.get(f"{name[:-3]}_tenant", "")), value))
                self._named(columns.get(f"{name[:-3]}_name"))
            if value.startswith(_JSON) and self.is_in(value):
                self.look_at(_json(value))
        if identity(str(columns.get("by", ""))) in self.ids:
            self._named(columns.get("by_name"))

    def is_in(self, text: str) -> bool:
        """True where one of their ids stands in a text."""
        folded = text.lower()
        return any(one in folded for one in self.ids)

    def _key(self, text: str) -> bool:
        if "/" in text and identity(text) in self.ids:
            self.keys.add(text)
            return True
        return False

    def _person(self, node: Mapping[str, Any]) -> None:
        if _is(node.get("id"), self.ids):
            self.keys.add(person_key(str(node.get("tenant", "")), node["id"]))
            self._named(node.get("name"))

    def _named(self, name: object) -> None:
        if isinstance(name, str) and name and name != REMOVED:
            self.names.add(name)

    def _known_as(self, teams_id: object) -> None:
        if isinstance(teams_id, str) and teams_id:
            self.teams_ids.add(teams_id)


class Eraser:
    """Puts one stand-in in the place of a person, wherever they are in records of one workshop."""

    def __init__(self, whom: Whom, workshop: str, traces: Traces, made_of: Collection[str] = FIXED) -> None:
        """`made_of` are words that records consist of: a text that is one of them names nobody."""
        self.id = whom.stand_in(workshop)
        self._made_of = made_of
        self.names = Names(traces.names, whom.others)
        self._ids = whom.ids
        self._tenant = traces.tenant
        self._made = dict.fromkeys(traces.teams_ids, self.id)
        for key in {*traces.keys, *whom.keys}:
            self._made |= {key: self.key, short_hash(key): short_hash(self.key)}
        self._exact = _any_of(self._made)
        self._any_case = _any_of(whom.ids, re.IGNORECASE)

    @property
    def key(self) -> str:
        """The key that takes the place of theirs, however many they had."""
        return person_key(self._tenant, self.id)

    def text(self, text: str) -> str:
        """A text without them; also a key, an id, and what is made of keys."""
        found = self.key_of(text)
        return found if text in self._made_of or is_key(text) else self.names.without(found)

    def key_of(self, text: str) -> str:
        """A key, a name of a field: it may hold their id, and never their name."""
        text = self._exact.sub(lambda found: self._made[found[0]], text)
        return self._any_case.sub(self.id, text)

    def node(self, node: Any) -> Any:
        """JSON without them. Where they are named beside their id, whatever the name is."""
        if isinstance(node, str):
            return self.text(node)
        if isinstance(node, list):
            return [self.node(one) for one in node]
        if not isinstance(node, dict):
            return node
        found = {self.key_of(key): self.node(value) for key, value in node.items()}
        found |= self._namesakes(node)
        if _is(node.get("id"), self._ids) and "name" in node:
            found |= {"tenant": self._tenant, "name": REMOVED}
        for name in node.get("cut") or ():
            fields = found.get("fields")
            if isinstance(fields, dict) and isinstance(fields.get(name), str):
                fields[name] = self.names.without_end(fields[name])
        return found

    def _namesakes(self, node: Mapping[str, Any]) -> dict[str, Any]:
        """Others who have the same name keep it beside their own id."""
        found: dict[str, Any] = {}
        if node.get("tenant") and node.get("id") and not _is(node["id"], self._ids) and "name" in node:
            found["name"] = node["name"]
        for key, one in node.items():
            if "/" in key and identity(key) not in self._ids and isinstance(one, dict) and "name" in one:
                found[key] = {**self.node(one), "name": one["name"]}
        return found

    def columns(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """The columns of a row without them."""
        found = {name: self._column(value) for name, value in columns.items()}
        for name, value in columns.items():
            named = f"{name.removesuffix('_id')}_name"
            if name.endswith("_id") and value and named in columns:
                found[named] = REMOVED if _is(value, self._ids) else columns[named]
        if identity(str(columns.get("by", ""))) in self._ids and columns.get("by_name"):
            found["by_name"] = REMOVED
        if f"{_CARD}0" in columns:
            found = {name: value for name, value in found.items() if not _is_of_card(name)}
            card = self.node(msgspec.json.decode(from_columns(columns, _CARD)))
            # It stands there as people read it.
            card = shown_card(card, load_texts().words(card.get("lang")))
            found |= to_columns(msgspec.json.encode(card).decode(), _CARD)
        return found

    def _column(self, value: Column) -> Column:
        if not isinstance(value, str):
            return value
        if value.startswith(_JSON) and (node := _json(value)) is not None:
            after = self.node(node)
            return value if after == node else msgspec.json.encode(after).decode()
        return self.text(value)


def _any_of(texts: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Finds each of these where it stands by itself; nothing where there are none."""
    each = sorted(map(re.escape, texts), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])" if each else r"(?!)", flags)


def _is(value: object, ids: Collection[str]) -> bool:
    return isinstance(value, str) and value.lower() in ids


def _is_of_card(name: str) -> bool:
    return name.removeprefix(_CARD).isdecimal() and name.startswith(_CARD)


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None
