"""The log: a line a record, the turn's id in it, and no words of people or exceptions."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest

from bot.teams.logs import CORRELATION, OnceAMinute, TextLines, new_correlation, set_up_logs


@pytest.fixture(autouse=True)
def _undisturbed() -> Iterator[None]:
    """The handlers and levels of the tests come back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = []
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    CORRELATION.set("")


def lines(form: Literal["text", "json"], stream: io.StringIO) -> list[str]:
    set_up_logs(form, stream)
    log = logging.getLogger("bot.test")
    correlation = new_correlation()
    log.info("turn", extra={"outcome": "answered", "ms": 1.5, "nothing": None})
    try:
        raise ValueError("what Ada wrote")
    except ValueError:
        log.exception("turn failed\nforged line")
    logging.getLogger("azure.core").info("a header with a token")
    CORRELATION.set("")
    assert correlation in stream.getvalue()
    return stream.getvalue().splitlines()


def test_json_has_an_object_a_line() -> None:
    first, second = (json.loads(line) for line in lines("json", io.StringIO()))
    assert (first["message"], first["outcome"], first["ms"], first["level"]) == (
        "turn",
        "answered",
        1.5,
        "INFO",
    )
    assert "nothing" not in first
    assert first["correlation"] == second["correlation"]
    assert second["trouble"].startswith("ValueError < test_logs.py:")


def test_text_has_a_line_a_record() -> None:
    first, second = lines("text", io.StringIO())
    assert " INFO bot.test turn correlation=" in first
    assert first.endswith("outcome=answered ms=1.5")
    assert "turn failed forged line" in second


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_exception_says_what_people_wrote(form: Literal["text", "json"]) -> None:
    assert "Ada" not in "".join(lines(form, io.StringIO()))


def test_half_a_surrogate_pair_can_be_logged() -> None:
    stream = io.StringIO()
    set_up_logs("json", stream)
    logging.getLogger("bot.test").info("x\ud800", extra={"kind": "\udfff"})
    assert json.loads(stream.getvalue())["message"] == "x "


def test_the_same_trouble_of_no_turn_is_written_once_a_minute_with_how_often_it_came() -> None:
    hours = [0.0]
    once = OnceAMinute(lambda: hours[0])
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(TextLines())
    handler.addFilter(once)
    log = logging.getLogger("bot.test")
    logging.getLogger().handlers[:] = [handler]
    for moment in (0.0, 1.0, 59.0, 61.0, 62.0):
        hours[0] = moment
        log.error("out of descriptors")
        log.error("another", extra={"number": moment})
    found = [line.split(" ", 1)[1] for line in stream.getvalue().splitlines()]
    assert [line for line in found if "descriptors" in line] == [
        "ERROR bot.test out of descriptors",
        "ERROR bot.test out of descriptors repeated=2",
    ]
    assert len([line for line in found if "another" in line]) == 5
    new_correlation()
    log.error("out of descriptors")
    assert stream.getvalue().count("out of descriptors") == 3, "of a turn every line counts"
