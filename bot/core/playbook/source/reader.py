"""YAML text becomes plain data with a line for every place; what a playbook must not use is a fault.

Built from parser events, one at a time: nothing is expanded, nothing is recursive, so that neither an
alias bomb nor deep nesting costs more than its own text.
"""

from __future__ import annotations

from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)
from yaml.reader import Reader

from bot.core.playbook.source.faults import FileFault, FilePlace, written
from bot.core.playbook.source.marks import LineMark, SourceFile
from bot.core.playbook.source.scalars import read_plain

MAX_SIZE: Final = 2_000_000
"""Bytes of a file."""
TOO_LARGE: Final = f"the file is larger than {MAX_SIZE // 1_000_000} MB"
_MAX_DEPTH: Final = 20
_MAX_FAULTS: Final = 100

_SKIPPED: Final = object()


class _TooDeep(Exception):
    """More lists and mappings inside one another than a playbook can need; holds the line."""


class _Frame:
    """A list or mapping that is being read. `key` is the key that waits for its value, in a mapping."""

    __slots__ = ("is_key", "key", "key_line", "mark", "value")

    def __init__(self, value: dict[str, Any] | list[Any], mark: LineMark, is_key: bool = False) -> None:
        self.value = value
        self.mark = mark
        self.is_key = is_key
        self.key: Any = None
        self.key_line = 0


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[FileFault] = []
        self.faulty: set[FilePlace] = set()
        self.stack: list[_Frame] = [_Frame([], LineMark(1))]
        self.documents = 0

    def read(self, text: str) -> SourceFile:
        loader = yaml.CSafeLoader(text)
        try:
            while self.documents < 2 and len(self.faults) < _MAX_FAULTS and loader.check_event():
                self.take(loader.get_event())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            reason = ", ".join(part for part in (error.context, error.problem) if part)
            if error.context_mark and mark and error.context_mark.line < mark.line:
                reason += f" (it begins in line {error.context_mark.line + 1})"
            return self.broken(mark.line + 1 if mark else 1, f"this is no YAML: {reason}")
        except _TooDeep as error:
            return self.broken(error.args[0], "lists and mappings are nested too deeply")
        finally:
            loader.dispose()
        if len(self.faults) >= _MAX_FAULTS:
            return SourceFile(None, LineMark(1), self.faults, {()})
        root = self.stack[0]
        content = next(iter(root.value), None)
        return SourceFile(content, root.mark.inside.get(0, LineMark(1)), self.faults, self.faulty)

    def broken(self, line: int, message: str) -> SourceFile:
        return SourceFile(None, LineMark(1), [FileFault(self.name, line, "", message)], {()})

    def take(self, event: Any) -> None:
        line: int = event.start_mark.line + 1
        if isinstance(event, ScalarEvent):
            self.no_extras(event, line)
            self.scalar(event, line)
        elif isinstance(event, CollectionStartEvent):
            self.no_extras(event, line)
            self.open(event, line)
        elif isinstance(event, CollectionEndEvent):
            self.close()
        elif isinstance(event, AliasEvent):
            self.fault(line, f"the alias *{event.anchor} is not allowed: write the value out")
            self.put(None, LineMark(line), line)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = "a second document begins: one file, one document"
                self.faults.append(FileFault(self.name, line, "", message))

    def no_extras(self, event: ScalarEvent | CollectionStartEvent, line: int) -> None:
        if event.anchor:
            self.fault(line, f"the anchor &{event.anchor} is not allowed: write the value out each time")
        if event.tag:
            self.fault(line, f"the tag {event.tag} is not allowed")

    def scalar(self, event: ScalarEvent, line: int) -> None:
        frame = self.stack[-1]
        value = read_plain(event.value) if event.implicit[0] else event.value
        if isinstance(frame.value, dict) and frame.key is None:
            self.key(frame, value, event.value, line)
        else:
            self.put(value, LineMark(line, None if isinstance(value, str) else event.value), line)

    def key(self, frame: _Frame, value: object, text: str, line: int) -> None:
        frame.key_line = line
        frame.key = value if isinstance(value, str) else _SKIPPED
        if frame.key is _SKIPPED:
            self.fault(line, f"the key {text or 'without a name'} is no text: put it in quotes", inside=False)
        elif value == "<<":
            frame.key = _SKIPPED
            self.fault(line, "the merge key << is not allowed: write the values out", inside=False)
        elif first := frame.mark.inside.get(str(value)):
            frame.key = _SKIPPED
            self.fault(line, f"the key {value} stands here twice, first in line {first.line}", inside=False)

    def open(self, event: CollectionStartEvent, line: int) -> None:
        if len(self.stack) > _MAX_DEPTH:
            raise _TooDeep(line)
        frame = self.stack[-1]
        is_key = isinstance(frame.value, dict) and frame.key is None
        if is_key:
            self.fault(line, "a list or mapping cannot be a key", inside=False)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        mark = LineMark(line)
        if not is_key:
            self.put(value, mark, line, done=False)
        self.stack.append(_Frame(value, mark, is_key))

    def close(self) -> None:
        ended = self.stack.pop()
        frame = self.stack[-1]
        if isinstance(frame.value, dict):
            frame.key = _SKIPPED if ended.is_key else None

    def put(self, value: Any, mark: LineMark, line: int, done: bool = True) -> None:
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.mark.inside[len(frame.value)] = mark
            frame.value.append(value)
        elif frame.key is None:  # an alias as a key
            frame.key = _SKIPPED
        else:
            if frame.key is not _SKIPPED:
                mark.line = frame.key_line
                frame.value[frame.key] = value
                frame.mark.inside[frame.key] = mark
            if done:
                frame.key = None

    def fault(self, line: int, message: str, inside: bool = True) -> None:
        """A fault at the value that comes next, or (not `inside`) at the mapping around it."""
        steps: list[str | int] = []
        for frame in self.stack[1:] if inside else self.stack[1:-1]:
            if isinstance(frame.value, list):
                # A list holds already what is open inside it, all but the innermost one.
                steps.append(len(frame.value) - (frame is not self.stack[-1]))
            elif isinstance(frame.key, str):
                steps.append(frame.key)
        place = tuple(steps)
        if inside:
            self.faulty.add(place)
        self.faults.append(FileFault(self.name, line, written(place), message))


def read_source(text: str, name: str) -> SourceFile:
    """Read YAML; `faults` names what is broken or not allowed, with its line."""
    broken = None
    if len(text) > MAX_SIZE:
        broken = FileFault(name, 1, "", TOO_LARGE)
    elif bad := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        broken = FileFault(name, line, "", f"the character U+{ord(bad.group()):04X} is not allowed")
    if broken:
        return SourceFile(None, LineMark(1), [broken], {()})
    return _Reader(name).read(text)
