"""Records of one person that an earlier version kept under two keys, made one when a workshop is read.

No version of the state tells that this is needed: an instance of the earlier version may part somebody again
while both run. So every state that is read is looked at, and what was parted is brought together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from bot.core.checkins.due import owner_item, recall_item
from bot.core.engagement import Engagement
from bot.core.keys import identity, person_key
from bot.core.questions.identity import Known
from bot.core.questions.roster import concerned

Renamed = Mapping[str, str]
"""The earlier keys of people, and the key that stays."""
Fields = dict[str, Any]


def parted_people(engagement: Engagement) -> Renamed:
    """The keys under which people stand a second time, each with the one that stays: the FM's own, else that
    of whoever took part first."""
    said = (voice.by for voices in engagement.voices.values() for voice in voices)
    kept: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for key in (engagement.fm, *concerned(engagement), *said):
        stays = kept.setdefault(identity(key) or key, key)
        if stays != key:
            renamed[key] = stays
    return renamed


def with_known_people(
    engagement: Engagement, known: Known, key_of: Callable[[str], str | None]
) -> Engagement:
    """The engagement in which those stand under their object id who were met without one; the same object
    where nobody was. `known` are the people known in it; `key_of` tells the present key of somebody by any id
    of theirs, in lower case."""
    found = {one: key_of(one) for one in known}
    renamed = {
        known[one]: known.get(identity(now), now)
        for one, now in found.items()
        if now is not None and identity(now) != one
    }
    if not renamed:
        return engagement
    document = with_people_as_one(msgspec.to_builtins(engagement), renamed)
    return msgspec.convert(document, Engagement)


def with_people_as_one(document: Fields, renamed: Renamed) -> Fields:
    """The document of a state in which these people are one each. Its rows and dues are behind until the next
    commit: `merged` says whose."""
    whole: Fields = people_rewritten(document, renamed)
    for key, said in whole.get("voices", {}).items():
        whole["voices"][key] = _voices_as_one(said, whole["fm"])
    for place, name in _LISTS:
        part = whole.get(place) if place else whole
        if isinstance(part, dict) and name in part:
            part[name] = list(dict.fromkeys(part[name]))
    return {**whole, "plan_behind": True, "merged": {**whole.get("merged", {}), **renamed}}


def people_rewritten(node: Any, renamed: Renamed) -> Any:
    """JSON in which people are named by the key that stays, and so is what is made of their keys."""
    return _rewritten(node, _named_by(renamed))


def _named_by(renamed: Renamed) -> Renamed:
    made = dict(renamed)
    for old, new in renamed.items():
        made |= {owner_item(old): owner_item(new), recall_item(old): recall_item(new)}
    return made


def _rewritten(node: Any, names: Renamed, of: str = "") -> Any:
    match node:
        case str():
            return names.get(node, node)
        case list():
            return [_rewritten(one, names) for one in node]
        case dict() if of == "merged":
            return {old: names.get(new, new) for old, new in node.items()}
        case dict():
            return _keys_rewritten(_person_rewritten(node, names), names, _JOINED.get(of, _first))
    return node


def _person_rewritten(node: Fields, names: Renamed) -> Fields:
    """The value of a person field with the tenant of the key that stays."""
    tenant, object_id = node.get("tenant"), node.get("id")
    if not isinstance(tenant, str) or not isinstance(object_id, str):
        return node
    new = names.get(person_key(tenant, object_id))
    if new is None:
        return node
    tenant, _, object_id = new.partition("/")
    return {**node, "tenant": tenant, "id": object_id}


def _keys_rewritten(node: Fields, names: Renamed, joined: Callable[[Any, Any], Any]) -> Fields:
    found: Fields = {}
    # What stands under the key that stays comes first.
    for key in sorted(node, key=lambda one: one in names):
        new, value = names.get(key, key), _rewritten(node[key], names, key)
        found[new] = joined(found[new], value) if new in found else value
    return {new: found[new] for new in dict.fromkeys(names.get(key, key) for key in node)}


def _first(one: Any, other: Any) -> Any:
    return one


def _participants(one: Fields, other: Fields) -> Fields:
    roles = list(dict.fromkeys((*one.get("roles", ()), *other.get("roles", ()))))
    invited = list(dict.fromkeys((*one.get("invited", ()), *other.get("invited", ()))))
    joined = min((at for at in (one.get("joined"), other.get("joined")) if at), default=None)
    name = one.get("name") or other.get("name", "")
    return {**other, **one, "name": name, "roles": roles, "invited": invited, "joined": joined}


def _unreached(one: Fields, other: Fields) -> Fields:
    """What is still to reach them by either key; the FM knows where they were told of one."""
    told = {"told": True} if one.get("told") or other.get("told") else {}
    return {**(one if one.get("item") else other), **told}


def _newest(one: Fields, other: Fields) -> Fields:
    return max(one, other, key=lambda before: int(before.get("revision", 0)))


def _voices_as_one(said: list[Fields], fm: str) -> list[Fields]:
    """The last word of each person, in the place of their first; nobody hands a question to themselves."""
    last: dict[str, Fields] = {}
    for voice in said:
        known = last.get(voice["by"])
        last[voice["by"]] = voice if known is None else _later_voice(known, voice)
    return [{**one, "handed_to": fm} if one.get("handed_to") == one["by"] else one for one in last.values()]


def _later_voice(one: Fields, other: Fields) -> Fields:
    put_off = max(one.get("put_off", 0), other.get("put_off", 0))
    confirmed = bool(one.get("confirmed") or other.get("confirmed"))
    last = max(one, other, key=lambda voice: int(voice["revision"]))
    return {**last, "put_off": put_off, "confirmed": confirmed}


_JOINED: Mapping[str, Callable[[Any, Any], Any]] = {
    "people": _participants,
    "told": max,
    "last_answer": max,
    "due": min,
    "sending": min,
    "undoable": _newest,
    "unreached": _unreached,
    "news": lambda one, other: {**other, **one},
    "confirmed": min,
}
"""What stands under two keys of one person, by the name of the field: the one that is kept of both."""
_LISTS = (("", "muted"), ("", "listed"), ("recall", "waiting"), ("recall", "unreached"), ("minutes", "asked"))
"""Lists of people, each to stand there once."""
