"""The log: one line a record, as text or JSON, with the turn's correlation id and no exception's words."""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

import msgspec

CORRELATION: ContextVar[str] = ContextVar("correlation", default="")
"""The id of the turn that runs: in every line of the log, and on the card that tells of trouble."""

_QUIET = ("azure", "msal", "urllib3", "aiohttp.server", "aiohttp.client", "asyncio")
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_FRAMES = 6
_MINUTE = 60.0
_KINDS = 500
"""Kinds of trouble that are remembered."""


def new_correlation() -> str:
    """A new id for the turn that begins, from now on in its log lines."""
    correlation = os.urandom(6).hex()
    CORRELATION.set(correlation)
    return correlation


def set_up_logs(form: Literal["text", "json"], stream: TextIO | None = None) -> None:
    """Send every log line to the stream (standard error) in this form."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    handler.addFilter(OnceAMinute())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # What no line of ours holds need not be found out for each of them.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    for name in _QUIET:
        # They log headers, addresses or whole requests below this level.
        logging.getLogger(name).setLevel(logging.WARNING)


class OnceAMinute(logging.Filter):
    """Lets the same trouble through once a minute, with the number of times that it came meanwhile. Only what
    belongs to no turn: by the id of a turn somebody may look for it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._shown: OrderedDict[tuple[object, ...], tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """True for what is written."""
        if record.levelno < logging.WARNING or CORRELATION.get():
            return True
        fields = tuple((name, str(one)) for name, one in vars(record).items() if name not in _STANDARD)
        kind = type(record.exc_info[1]).__name__ if record.exc_info else ""
        key, now = (record.name, record.levelno, record.getMessage(), kind, fields), self._clock()
        shown, left_out = self._shown.get(key, (-_MINUTE, 0))
        if now - shown < _MINUTE:
            self._shown[key] = shown, left_out + 1
            return False
        if left_out:
            record.repeated = left_out
        self._shown[key] = now, 0
        self._shown.move_to_end(key)
        if len(self._shown) > _KINDS:
            self._shown.popitem(last=False)
        return True


class TextLines(logging.Formatter):
    """For people: time, level, who, what, then the fields."""

    def format(self, record: logging.LogRecord) -> str:
        fields = _fields(record)
        parts = [fields.pop("time"), fields.pop("level"), fields.pop("logger"), fields.pop("message")]
        return " ".join(parts + [f"{name}={value}" for name, value in fields.items()])


class JsonLines(logging.Formatter):
    """For machines: an object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return msgspec.json.encode(_fields(record)).decode()


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": _one_line(record.getMessage()),
    }
    correlation = CORRELATION.get()
    if correlation:
        fields["correlation"] = correlation
    for name, value in vars(record).items():
        if name not in _STANDARD and value is not None:
            fields[name] = value if isinstance(value, int | float) else _one_line(str(value))
    if record.exc_info and record.exc_info[1] is not None:
        fields["trouble"] = describe(record.exc_info[1])
    return fields


def describe(trouble: BaseException) -> str:
    """An exception's type and where it came from, without its message, which may hold what people wrote."""
    frames = traceback.extract_tb(trouble.__traceback__)[-_FRAMES:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)]
    return " < ".join([type(trouble).__name__, *places])


def _one_line(text: str) -> str:
    cleaned = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return cleaned.encode("utf-8", "replace").decode()
