"""The state of one workshop without a person: whoever they were, the plan and the answers stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from bot.core.answers.rows import voice_key
from bot.core.answers.voices import KEPT_TEXT
from bot.core.checkins.due import owner_item, recall_item
from bot.core.keys import identity, short_hash
from bot.core.ports import Row
from bot.core.reading.taken_out import REMOVED
from bot.kept.forgetting.eraser import Eraser

Fields = dict[str, Any]
DROPPED = ("told", "talks", "last_answer", "news", "undoable", "unreached")
"""What the state keeps for a person alone, by their key: it goes with them."""
LISTS = (("recall", "waiting"), ("recall", "unreached"), ("minutes", "asked"))
"""Lists of people to whom something is still to be sent."""


def erased_state(document: Fields, eraser: Eraser, rows: Mapping[str, Row]) -> Fields:
    """The document of a state without the person. `rows` are its rows before, where long texts stand whole.
    What was handed to them is the FM's again; nothing is sent to them any more, and they are asked nothing.
    """
    whole: Fields = eraser.node(document)
    for key, said in document.get("voices", {}).items():
        for before, after in zip(said, whole["voices"][eraser.key_of(key)], strict=True):
            row = rows.get(voice_key(key, before["by"])) or rows.get(voice_key(key, after["by"]))
            _whole_texts(eraser, row, before, after)
    return _settled(whole, eraser)


def _whole_texts(eraser: Eraser, row: Row | None, before: Fields, after: Fields) -> None:
    """The beginnings of long texts, and the marks by which these are found again in their row."""
    fields = (
        {} if row is None else msgspec.json.decode(str(row.columns.get("value", "{}")), type=dict[str, Any])
    )
    for name, mark in before.get("cut", {}).items():
        text, begins = fields.get(name), str(after["fields"].get(name, ""))[: KEPT_TEXT // 2]
        # The row may have been written by a run that was cut off, and the state not yet.
        if not isinstance(text, str) or (short_hash(text) != mark and not text.startswith(begins)):
            continue
        text = eraser.text(text)
        after["fields"][name] = text[:KEPT_TEXT]
        after["cut"][name] = short_hash(text)
        if len(text) <= KEPT_TEXT:
            del after["cut"][name]


def _settled(whole: Fields, eraser: Eraser) -> Fields:
    theirs = {key for key in _keys_in(whole) if identity(key) == eraser.id}
    if not theirs:
        return whole
    for name in DROPPED:
        if name in whole:
            whole[name] = {key: one for key, one in whole[name].items() if key not in theirs}
    for place, name in LISTS:
        if whole.get(place) and name in whole[place]:
            whole[place][name] = [key for key in whole[place][name] if key not in theirs]
    items = {item for key in theirs for item in (owner_item(key), recall_item(key))}
    for name in ("due", "sending"):
        if name in whole:
            whole[name] = {item: at for item, at in whole[name].items() if item not in items}
    for key in theirs & whole.get("people", {}).keys():
        whole["people"][key] = {"name": REMOVED}
    for said in whole.get("voices", {}).values():
        for voice in said:
            if voice.get("handed_to") in theirs and whole["fm"] not in theirs:
                voice["handed_to"] = whole["fm"]
    # They are in nobody's index and hear nothing.
    for name in ("muted", "listed"):
        whole[name] = list(dict.fromkeys([*whole.get(name, []), *sorted(theirs)]))
    return {**whole, "plan_behind": True}


def _keys_in(node: Any) -> set[str]:
    """All that may be the key of a person in some JSON."""
    if isinstance(node, str):
        return {node} if "/" in node else set()
    if isinstance(node, list):
        return {key for one in node for key in _keys_in(one)}
    if isinstance(node, dict):
        named = {f"{node['tenant']}/{node['id']}"} if {"tenant", "id"} <= node.keys() else set[str]()
        return {key for one in node.items() for part in one for key in _keys_in(part)} | named
    return set()
