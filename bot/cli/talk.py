"""`ssat-bot talk`: plays the workshop in the terminal, for playbook authors.

The whole bot runs, on a store in memory, so that every talk begins anew. Three things of the setup are asked,
then comes the first question. What a person would see in Teams stands there as lines; inputs are asked for
one after the other and checked as they come, then the buttons are offered by number.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping
from datetime import timedelta

from bot.app import build
from bot.cli.configured import ConfigurationFaults
from bot.cli.local.one_question import asking_at_once, opening
from bot.cli.local.terminal import ShownCard, TerminalScreen, TerminalTalk
from bot.cli.opened import opened_book
from bot.core.clock import SystemClock
from bot.core.problems import Problem
from bot.core.questions.parse import read_day, read_number
from bot.core.texts import Words
from bot.store.open import open_store
from cards.pressing import Node, Pressable, inputs_of, pressables
from cards.transcript import transcript

_NOTHING = "-"
_LOCALES = {"de": "de-DE", "en": "en-GB"}
_RULE = "─" * 72
_PROMPT = " » "
_MOST_NUMBERED = 30
"""Choices from which on a list is not numbered: they are typed."""
_SERVICES, _LAUNCH = "services", "launch"
_FIRST_ASKED = ("customer", _SERVICES, _LAUNCH)
"""The inputs of the setup that are asked; the others stay as they are proposed."""
_UNTIL_LAUNCH = timedelta(weeks=13)
_MOST_STEPS = 9
"""Buttons of the next step between `/ssat` and the first question, at most."""

Given = Mapping[str, str | list[str]]


class Ended(Exception):
    """The person has had enough, or there is no more input."""


class Typed(Exception):
    """Something was written to the bot where an answer was expected."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def run(options: argparse.Namespace) -> int:
    """Play until `q` or the end of the input; raises ConfigurationFaults."""
    settings, book = opened_book()
    if options.question:
        try:
            book = asking_at_once(book, options.question)
        except KeyError:
            raise ConfigurationFaults(
                [f"--question: the playbook has no question {options.question}"]
            ) from None
    # Whoever plays leads the workshop; who may do that in Teams does not matter here.
    alone = settings.model_copy(update={"app_id": "", "fm_ids_given": "", "tenants_given": ""})
    if options.lang not in book.playbook.languages:
        spoken = ", ".join(book.playbook.languages)
        raise ConfigurationFaults([f"--lang: the playbook does not speak {options.lang}, but {spoken}"])
    words = book.texts(settings.texts, settings.record_system).words(options.lang)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    with asyncio.Runner() as runner:
        store = runner.run(open_store("sqlite:///:memory:"))
        screen = TerminalScreen(words("talk.you"))
        service = build(alone, book, store, screen, SystemClock())
        talk = TerminalTalk(service, screen, _LOCALES.get(options.lang, options.lang))
        try:
            _play(runner, talk, words, options.question)
        except Ended:
            _say("", words("talk.ended"))
        finally:
            runner.run(store.close())
    return 0


def _play(runner: asyncio.Runner, talk: TerminalTalk, words: Words, only: str | None) -> None:
    """From the first question on, or from `only` this one: show, ask, press, and so on."""
    _say(words("talk.begin"))
    card: ShownCard = {}
    shown: list[ShownCard] = []
    try:
        shown = _set_up(runner, talk, words, ask=not only)
        if only:
            pressed = next(one for one in pressables(shown[-1]) if "data" in one.action)
            shown = runner.run(talk.presses(opening(pressed.data(shown[-1], {}), only)))
    except Typed as typed:
        shown = runner.run(talk.writes(typed.text))
    while True:
        for one in shown:
            _say(_RULE, *transcript(one))
        card = shown[-1] if shown else card
        try:
            entered = {str(one["id"]): _ask_input(one, words) for one in inputs_of(card)}
            pressed = _ask_button(pressables(card), words)
            shown = runner.run(talk.presses(pressed.data(card, entered)))
        except Typed as typed:
            shown = runner.run(talk.writes(typed.text))


def _set_up(runner: asyncio.Runner, talk: TerminalTalk, words: Words, *, ask: bool) -> list[ShownCard]:
    """The first question, after a setup of which three things are asked, or (not `ask`) are as proposed: from
    `/ssat` on the button of the next step is pressed, or the one that leads to the questions."""
    shown, asked = runner.run(talk.writes("/ssat")), set[str]()
    for _ in range(_MOST_STEPS):
        card = shown[-1]
        entered: dict[str, str | list[str]] = {}
        for one in inputs_of(card):
            name = str(one["id"])
            if name in _FIRST_ASKED and name not in asked:
                asked.add(name)
                proposed = _proposed(one, words)
                entered[name] = _ask_input(proposed, words) if ask else _standing(proposed)
        following = _following(card)
        if following is None:
            break
        shown = runner.run(talk.presses(following.data(card, entered)))
        if _asks(shown[-1]):
            break
    return shown[-1:]


def _proposed(one: Node, words: Words) -> Node:
    """An input of the setup with something in it to keep, and nothing in the past."""
    today = SystemClock().now().date()
    launch = today + _UNTIL_LAUNCH
    values = {
        "customer": words("talk.customer"),
        _SERVICES: ",".join(str(choice["value"]) for choice in list(one.get("choices", ()))[-2:]),
        _LAUNCH: (launch - timedelta(days=launch.weekday())).isoformat(),
    }
    value = one.get("value") or values[str(one["id"])]
    return {**one, "value": value, "isRequired": True} | (
        {"min": today.isoformat()} if one["id"] == _LAUNCH else {}
    )


def _standing(one: Node) -> str | list[str]:
    """The value that stands in an input."""
    value = str(one.get("value", ""))
    return value.split(",") if "choices" in one else value


def _following(card: ShownCard) -> Pressable | None:
    """The button that leads to the questions, where there is none the one of the next step."""
    buttons = pressables(card)
    to_questions = (one for one in buttons if one.action.get("data", {}).get("action") == "my_questions")
    return next(to_questions, None) or next((one for one in buttons if one.main), None)


def _asks(card: ShownCard) -> bool:
    return any(one.main and "question" in one.action.get("data", {}) for one in pressables(card))


def _ask_input(one: Node, words: Words) -> str | list[str]:
    """The value entered in an input, asked for until it can be one."""
    while True:
        given = _ask_once(one, words)
        problem = _problem(one, given)
        if problem is None:
            return given
        limits = {"min": one.get("min", 0), "max": one.get("max", "")}
        _say(words(f"problem.{problem}", **limits))


def _problem(one: Node, given: str | list[str]) -> Problem | None:
    """The reason why this cannot stand in the input."""
    if not given or given == [""]:
        return Problem.REQUIRED if one.get("isRequired") else None
    if isinstance(given, list):
        known = {str(choice["value"]) for choice in one.get("choices", ())}
        return None if known.issuperset(given) else Problem.UNKNOWN_CHOICE
    match one["type"]:
        case "Input.Date":
            return _problem_of_day(one, given)
        case "Input.Number":
            return _problem_of_number(one, given)
    return None


def _problem_of_day(one: Node, given: str) -> Problem | None:
    day = read_day(given)
    if day is None:
        return Problem.NOT_A_DATE
    return Problem.DATE_IN_PAST if day.isoformat() < str(one.get("min", "")) else None


def _problem_of_number(one: Node, given: str) -> Problem | None:
    number = read_number(given)
    if number is None:
        return Problem.NOT_A_NUMBER
    fits = one.get("min", number) <= number <= one.get("max", number)
    return None if fits else Problem.OUT_OF_RANGE


def _ask_once(one: Node, words: Words) -> str | list[str]:
    """The value entered in an input: Enter keeps what stands in it, numbers stand for choices."""
    titles = {str(choice["value"]): str(choice["title"]) for choice in one.get("choices", ())}
    standing = str(one.get("value", ""))
    numbered = list(titles) if len(titles) <= _MOST_NUMBERED else []
    for number, value in enumerate(numbered, start=1):
        _say(f"  {number:3} {titles[value]}")
    star = "*" if one.get("isRequired") else ""
    kept = ", ".join(titles.get(part, part) for part in standing.split(",")) if titles else standing
    given = _read(f"{one.get('label', one['id'])}{star}" + (f" [{kept}]" if kept else ""))
    if not given:
        return standing.split(",") if titles else standing
    if given == _NOTHING:
        return ""
    if not titles:
        return given
    parts = [part.strip() for part in given.split(",")]
    return [numbered[int(part) - 1] if _is_number(part, len(numbered)) else part for part in parts]


def _ask_button(buttons: list[Pressable], words: Words) -> Pressable:
    """The button that is pressed: by its number, Enter for the one of the next step."""
    main = next((one for one in buttons if one.main), None)
    for number, one in enumerate(buttons, start=1):
        _say(f"  {number:3} {one.title}{'*' if one is main else ''}")
    while True:
        given = _read(words("talk.press"))
        if not given and main is not None:
            return main
        if _is_number(given, len(buttons)):
            return buttons[int(given) - 1]
        if given:
            raise Typed(given)


def _read(prompt: str) -> str:
    """A line, without the blanks around it. Ended at `q` and where there is none; Typed at a command."""
    _say(prompt, end=_PROMPT)
    line = sys.stdin.readline()
    given = line.strip()
    if not sys.stdin.isatty():
        # What is piped in is not echoed by a terminal.
        _say(given)
    if not line or given == "q":
        raise Ended
    if given.startswith("/"):
        raise Typed(given)
    return given


def _is_number(text: str, most: int) -> bool:
    return text.isdecimal() and 1 <= int(text) <= most


def _say(*lines: str, end: str = "\n") -> None:
    print(*lines, sep="\n", end=end, flush=True)  # noqa: T201
