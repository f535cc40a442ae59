"""A workshop moved to another tenant: its keys, and those of its people, who were of the old one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from bot.core.checkins.due import owner_item, recall_item
from bot.core.keys import engagement_id, person_key, short_hash
from bot.kept.state.whole import Whole, WholeRow

_JSON = ("value", "before")
"""Columns that hold JSON."""


def moved(whole: Whole, tenant: str) -> Whole:
    """The workshop as one of that tenant. Guests of others stay what they are."""
    names = _Names(str(whole.state["tenant"]), tenant)
    state = names.document(whole.state)
    state["id"] = engagement_id(tenant, state["channel"], state["number"])
    # The people are known now, and with them what was made of their keys.
    state = names.document(state)
    return Whole(whole.format, state, [names.row(row) for row in whole.rows])


class _Names:
    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._key = re.compile(re.escape(old) + r"/([^/\s]+)")
        self._made: dict[str, str] = {}

    def document(self, node: Any) -> Any:
        """JSON in which every key of a person of the old tenant is one of the new."""
        if isinstance(node, dict):
            if node.get("tenant") == self._old:
                if "id" in node and "channel" not in node:
                    self._person(str(node["id"]))
                node = {**node, "tenant": self._new}
            return {self._text(key): self.document(value) for key, value in node.items()}
        if isinstance(node, list):
            return [self.document(one) for one in node]
        return self._text(node) if isinstance(node, str) else node

    def row(self, row: WholeRow) -> WholeRow:
        """The same of a row, and of its key."""
        key = "~".join(self._made.get(part, part) for part in row.key.split("~"))
        return WholeRow(key, {name: self._column(name, value) for name, value in row.columns.items()})

    def _column(self, name: str, value: Any) -> Any:
        if name.endswith("_tenant") and value == self._old:
            return self._new
        if name in _JSON and isinstance(value, str) and value.startswith(("{", "[")):
            return msgspec.json.encode(self.document(msgspec.json.decode(value))).decode()
        return self.document(value)

    def _text(self, text: str) -> str:
        found = self._key.fullmatch(text)
        if found:
            return self._person(found[1])
        return self._made.get(text, text)

    def _person(self, object_id: str) -> str:
        old, new = person_key(self._old, object_id), person_key(self._new, object_id)
        made: Mapping[str, str] = {
            owner_item(old): owner_item(new),
            recall_item(old): recall_item(new),
            short_hash(old): short_hash(new),
        }
        self._made.update(made)
        return new
