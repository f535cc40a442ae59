"""The people of a conversation as its roster names them: found by any id, by name and by address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from msgspec.structs import replace

from bot.core.engagement import Person
from bot.core.keys import identity, person_key
from bot.core.playbook.model.base import OTHER_PERSON
from bot.core.questions.parse import MEANT, NOT_LISTED
from bot.core.questions.roster import ALL_OFFERED, MOST_PEOPLE
from bot.core.record.task_steps import NAME as TASK_NAME
from bot.teams.outbound.sending import MemberInfo

_MOST_FOUND = 15


class ByPerson(Mapping[str, str]):
    """What is told of people, found by any key of theirs: the tenant in it counts for nothing."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = told
        self._found = {identity(key): one for key, one in told.items()}

    def __getitem__(self, key: str) -> str:
        return self._found[identity(key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


@dataclass(slots=True)
class People:
    """The people of a conversation: names by person key, of very many the first ones, and the ids by which
    Teams mentions them. Of equal names each has an address beside it; a name may be empty. `called` are the
    keys of all by what people may write for them: a name in any order, an address; of what several are called
    there is none."""

    names: Mapping[str, str] = field(default_factory=dict)
    teams_ids: Mapping[str, str] = field(default_factory=lambda: ByPerson({}))
    fetched: datetime | None = None
    keys: Mapping[str, str] = field(default_factory=dict)  # object id and Teams id -> key
    whole_names: Mapping[str, str] = field(default_factory=dict)  # of all
    equal: frozenset[str] = frozenset()  # keys of those who share their name with somebody
    words: Mapping[str, str] = field(default_factory=dict)  # of all in a large conversation, to search
    called: Mapping[frozenset[str], str] = field(default_factory=dict)
    read: datetime | None = None  # when Teams last named them; `fetched` may be a try that failed
    strangers: frozenset[str] = frozenset()  # ids of those who acted here and were not among them

    def who(self, person: Person, teams_id: str = "") -> Person:
        """The person as the roster names them, with the tenant that they belong to."""
        found = self.keys.get(person.id.lower()) or self.keys.get(teams_id.lower())
        if found is None:
            return person
        tenant, _, object_id = found.partition("/")
        listed = self.whole_names.get(found, "")
        name = listed if found in self.equal else person.name or listed
        return replace(person, tenant=tenant, id=object_id, home=tenant, name=name)

    def entered(self, inputs: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, str]]:
        """Inputs in which whoever was written by name or address is chosen, where that is one member and
        nobody else was chosen; where it may be several of a large conversation, they are named to choose
        from (`MEANT`). And the names of these members by their keys."""
        found = self._chosen(inputs)
        changed = dict(inputs)
        for name, typed in inputs.items():
            field = name.removesuffix(OTHER_PERSON)
            if field == name or name == TASK_NAME or not isinstance(typed, str) or not typed.strip():
                continue
            chosen, known = inputs.get(field), self.called.get(_words(typed))
            open_to_all = chosen in (None, "") or (chosen == NOT_LISTED and bool(self.words))
            if known is not None and (open_to_all or chosen == known):
                changed |= {field: known, name: ""}
                found[known] = self.whole_names[known]
            elif chosen in found and chosen in self.search(typed):
                changed[name] = ""
            elif open_to_all and (may := self.search(typed)):
                changed[field] = ",".join((MEANT, *may))
                found |= {key: self.whole_names[key] for key in may}
        return changed, found

    def _chosen(self, inputs: Mapping[str, Any]) -> dict[str, str]:
        """The names of those who are chosen somewhere and stand behind what every list offers."""
        sent = (one for value in inputs.values() if isinstance(value, str) for one in value.split(","))
        return {one: self.whole_names[one] for one in sent if one in self.whole_names}

    def key_of(self, any_id: str, person: Person, teams_id: str) -> str | None:
        """The key of somebody by any id of theirs, in lower case; `person` acts now, by this id of Teams."""
        return person.key if any_id == teams_id.lower() else self.keys.get(any_id)

    def by_object_id(self, inputs: Mapping[str, Any]) -> Mapping[str, Any]:
        """Inputs in which nobody is chosen by an id of Teams: a card may have been drawn before more was
        known of them."""
        return {name: self._known_now(value) for name, value in inputs.items()}

    def _known_now(self, value: Any) -> Any:
        if not isinstance(value, str) or "/29:" not in value:
            return value
        return ",".join(self.keys.get(identity(one), one) for one in value.split(","))

    def search(self, typed: str) -> list[str]:
        """The keys of the members of a large conversation whom a text may mean: every word of it begins one
        of theirs. Empty in a small one, where everybody is offered anyway."""
        wanted = [f" {one}" for one in _words(typed)]
        matching = (key for key, words in self.words.items() if all(one in words for one in wanted))
        return list(islice(matching, _MOST_FOUND)) if wanted else []

    def tenant_of(self, key: str) -> str:
        """The tenant that somebody belongs to; that in their key where the roster does not know them."""
        return self.keys.get(identity(key), key).partition("/")[0]


def read_people(tenant: str, members: Sequence[MemberInfo], now: datetime) -> People:
    """The people whom a roster names, of a conversation in this tenant."""
    keyed = {person_key(one.tenant or tenant, one.object_id or one.id): one for one in members}
    whole, equal = _told_apart(keyed)
    ids = {key: one.id for key, one in keyed.items()}
    keys: dict[str, str] = {}
    called: dict[frozenset[str], str] = {}
    several: set[frozenset[str]] = set()
    for key, one in keyed.items():
        keys |= {identity(key): key, one.id.lower(): key}
        for said in {_words(said) for said in (one.name, *one.addresses)}:
            if called.setdefault(said, key) != key:
                several.add(said)
    called = {said: key for said, key in called.items() if said and said not in several}
    large = len(keyed) > ALL_OFFERED
    words = {key: _searched(one) for key, one in keyed.items()} if large else {}
    names = dict(islice(whole.items(), MOST_PEOPLE))
    return People(names, ByPerson(ids), now, keys, whole, equal, words, called, now)


def _told_apart(members: Mapping[str, MemberInfo]) -> tuple[dict[str, str], frozenset[str]]:
    """The name of each; one that several have with an address, or the end of an id, beside it. Who has none
    is called by their address."""
    names = {key: _name(one) for key, one in members.items()}
    count = Counter(map(_words, names.values()))
    equal = frozenset(key for key, name in names.items() if name and count[_words(name)] > 1)
    told = {key: f"{names[key]} ({_mark(members[key])})" for key in equal}
    return {**names, **told}, equal


def _name(one: MemberInfo) -> str:
    return " ".join(one.name.split()) or next(iter(one.addresses), "")


def _searched(one: MemberInfo) -> str:
    """All words of a member, each after a blank."""
    return " " + " ".join(sorted(_words(" ".join((one.name, *one.addresses)))))


def _mark(one: MemberInfo) -> str:
    return next(iter(one.addresses), "") or (one.object_id or one.id)[-4:]


def _words(text: str) -> frozenset[str]:
    """The words of a name, in whatever order; an address is one word."""
    return frozenset(re.sub(r"[,;<>()]", " ", text.casefold()).split())
