"""An overlay laid over a playbook: their values as one, each with the file and the line that it comes from.

Mappings are joined key by key. Lists whose entries have ids are joined entry by entry; any other list is
replaced, or changed by `{add: [..], remove: [..]}` or by the number of an entry.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import Any

from bot.core.playbook.overlay.entries import (
    ADD,
    AFTER,
    BEFORE,
    CONDITIONS,
    NEW,
    OF_ENTRY,
    REMOVE,
    SEEN,
    Touch,
    Touched,
    seen_mark,
)
from bot.core.playbook.overlay.marked import Marked, copied, listed
from bot.core.playbook.source.faults import FileFault
from bot.core.playbook.source.marks import LineMark


@dataclass
class Merging:
    """One overlay on its way over a playbook: `over` and `below` are the names of their files."""

    over: str
    below: str
    faults: list[FileFault] = field(default_factory=list)
    advice: list[FileFault] = field(default_factory=list)
    touched: list[Touched] = field(default_factory=list)
    unfit: frozenset[str] = frozenset()

    def joined(self, below: Marked, over: Marked, where: str = "") -> Marked:
        """The value that stands in the end."""
        if isinstance(below.value, dict) and isinstance(over.value, dict):
            return self._mapping(below, over, where)
        if isinstance(below.value, list) and isinstance(over.value, list) and _has_ids(below.value):
            return self._list(below, over, where)
        if isinstance(below.value, list) and isinstance(over.value, dict):
            return self._edited(below, over, where)
        return _plain(over)

    def _mapping(self, below: Marked, over: Marked, where: str) -> Marked:
        value, mark = dict(below.value), copied(below.mark)
        for key in over.value:
            if key in OF_ENTRY and "id" in over.value:
                continue
            inner = over.inner(key)
            at = f"{where}.{key}" if where else key
            if key in value and key not in CONDITIONS:
                inner = self.joined(below.inner(key), inner, at)
            elif key not in CONDITIONS:
                inner = self._first(inner, at)
            value[key], mark.inside[key] = inner.value, inner.mark
        return Marked(value, mark)

    def _first(self, over: Marked, where: str) -> Marked:
        """A value where the playbook below has none; a list may say what it adds there, too."""
        if isinstance(over.value, dict) and over.value.keys() == {ADD}:
            return self._edited(Marked([], over.mark), over, where)
        return _plain(over)

    def _list(self, below: Marked, over: Marked, where: str) -> Marked:
        standing = {str(one.value["id"]): one for one in below.entries()}
        first: dict[str, int] = {}
        for entry in over.entries():
            key = str(entry.value.get("id", "")) if isinstance(entry.value, dict) else ""
            if key and key in first and entry.value.get(NEW) is not True:
                message = f"stands here twice, first in line {first[key]}: write all of it in one entry"
                self._fault(entry.mark, f"{where}[{key}]", message)
                continue
            first.setdefault(key, entry.mark.line)
            self._entry(standing, entry, where)
        return listed(list(standing.values()), below.mark)

    def _entry(self, standing: dict[str, Marked], entry: Marked, where: str) -> None:
        if not isinstance(entry.value, dict) or "id" not in entry.value:
            self._fault(entry.mark, where, "an entry needs the id of what it changes, or of what it adds")
            return
        key, given = str(entry.value["id"]), entry.value
        at = f"{where}[{key}]"
        below = standing.get(key)
        if given.get(NEW) is True:
            self._added(standing, entry, where)
        elif below is None:
            self.unfit |= {key}
            self._fault(entry.mark, at, self._unknown(key, standing, where))
        else:
            self._look(below, entry, at)
            if given.get(REMOVE) is True:
                if extra := given.keys() - {"id", REMOVE, SEEN}:
                    self._fault(entry.mark, at, f"is removed: {', '.join(sorted(extra))} says nothing")
                del standing[key]
                self._touch(where, key, "removed", entry, below)
            else:
                standing[key] = self._mapping(below, entry, at)
                self._touch(where, key, "changed", entry, below)
                self._move(standing, entry, where)

    def _added(self, standing: dict[str, Marked], entry: Marked, where: str) -> None:
        key = str(entry.value["id"])
        below = standing.get(key)
        if below is not None:
            there = f"{self._file(below.mark)}:{below.mark.line}"
            message = f"is there already ({there}): leave out `new` to change it, or take another id"
            self._fault(entry.mark, f"{where}[{key}]", message)
            return
        standing[key] = _plain(entry)
        self._touch(where, key, "added", entry, None)
        self._move(standing, entry, where)

    def _move(self, standing: dict[str, Marked], entry: Marked, where: str) -> None:
        """Put an entry that says where it stands there."""
        for word in (AFTER, BEFORE):
            if word not in entry.value:
                continue
            key, beside = str(entry.value["id"]), str(entry.value[word])
            if beside not in standing or beside == key:
                itself = f"{key} cannot stand {word} itself"
                message = itself if beside == key else self._unknown(beside, standing, where)
                self._fault(entry.inner(word).mark, f"{where}[{key}].{word}", message)
                continue
            moved, rest = standing.pop(key), list(standing.items())
            place = list(standing).index(beside) + (word == AFTER)
            standing.clear()
            standing.update([*rest[:place], (key, moved), *rest[place:]])

    def _look(self, below: Marked, entry: Marked, at: str) -> None:
        """Say where the entry below is no longer the one that somebody saw."""
        if SEEN in entry.value and str(entry.value[SEEN]) != seen_mark(below.value):
            line, now = entry.inner(SEEN).mark.line, seen_mark(below.value)
            where = f"{self._file(below.mark)}:{below.mark.line}"
            message = f"{where} has changed since: read it again, then write {now}"
            self.advice.append(FileFault(self.over, line, f"{at}.{SEEN}", message))

    def _edited(self, below: Marked, over: Marked, where: str) -> Marked:
        """A list of keys with some added and removed, or any list with entries changed by their number."""
        if over.value and over.value.keys() <= {ADD, REMOVE}:
            return self._of_keys(below, over, where)
        if over.value and all(key.isdecimal() for key in over.value):
            return self._numbered(below, over, where)
        return over

    def _of_keys(self, below: Marked, over: Marked, where: str) -> Marked:
        kept = list(below.entries())
        for word in (REMOVE, ADD):
            given = over.inner(word) if word in over.value else Marked([], over.mark)
            if not isinstance(given.value, list):
                self._fault(given.mark, f"{where}.{word}", "must be a list")
                continue
            for one in given.entries():
                there = next((other for other in kept if other.value == one.value), None)
                if word == ADD and there is None:
                    kept.append(one)
                elif word == REMOVE and there is not None:
                    kept.remove(there)
                else:
                    what = "is in the list already" if there else "is not in the list"
                    self._fault(one.mark, f"{where}.{word}", f"{one.value} {what} of {self.below}")
        return listed(kept, below.mark)

    def _numbered(self, below: Marked, over: Marked, where: str) -> Marked:
        entries: dict[int, Marked] = dict(enumerate(below.entries(), start=1))
        for number in over.value:
            at = f"{where}[{number}]"
            if int(number) not in entries:
                message = f"{self.below} has no entry {number} there: it has {len(entries)}, counted from 1"
                self._fault(over.inner(number).mark, at, message)
            elif over.value[number] == {REMOVE: True}:
                del entries[int(number)]
            else:
                entries[int(number)] = self.joined(entries[int(number)], over.inner(number), at)
        return listed(list(entries.values()), below.mark)

    def _touch(self, section: str, key: str, how: Touch, entry: Marked, below: Marked | None) -> None:
        line = below.mark.line if below else 0
        self.touched.append(Touched(section, key, how, self.over, entry.mark.line, line))

    def _unknown(self, key: str, standing: dict[str, Marked], where: str) -> str:
        near = difflib.get_close_matches(key, standing, n=1)
        meant = f"did you mean {near[0]}? To change it, write its id; to" if near else "to"
        among = where.rpartition(".")[2]
        return f"{self.below} has no {key} among its {among} (any longer): {meant} add {key}, write new: true"

    def _fault(self, mark: LineMark, where: str, message: str) -> None:
        self.faults.append(FileFault(self.over, mark.line, where, message))

    def _file(self, mark: LineMark) -> str:
        return mark.file or self.below


def _has_ids(entries: list[Any]) -> bool:
    return bool(entries) and all(isinstance(one, dict) and "id" in one for one in entries)


def _plain(over: Marked) -> Marked:
    """A value of the overlay alone, without the words that only an overlay knows."""
    if not isinstance(over.value, dict) or "id" not in over.value:
        return over
    mark = copied(over.mark)
    return Marked({key: value for key, value in over.value.items() if key not in OF_ENTRY}, mark)
