"""Fills in cards by chance, so that hardly two answers are alike."""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta

from tests.service.card import Card, inputs

_NAME = "_name"
_FIRST_DAY = date(2031, 1, 7)
_LONG = 0.1
_tokens = itertools.count(1)


def token() -> str:
    """A word that nobody said before."""
    return f"word{next(_tokens)}"


def filled_by_chance(card: Card, rng: random.Random) -> dict[str, str]:
    """A value for every required input and most others."""
    found: dict[str, str] = {}
    names = {one["id"] for one in inputs(card)}
    for one in inputs(card):
        name: str = one["id"]
        if name.endswith(_NAME) and name.removesuffix(_NAME) in names:
            if not found.get(name.removesuffix(_NAME)):
                found[name] = token()
        elif name + _NAME in names:
            found[name] = rng.choice(one["choices"])["value"] if rng.random() < 0.6 else ""
        elif one.get("isRequired") or rng.random() < 0.7:
            found[name] = _value(one, rng)
    return {name: value for name, value in found.items() if value}


def day_by_chance(rng: random.Random) -> str:
    """A day that is ahead."""
    return (_FIRST_DAY + timedelta(days=rng.randrange(400))).isoformat()


def _value(one: Card, rng: random.Random) -> str:
    match one["type"]:
        case "Input.ChoiceSet":
            values = [choice["value"] for choice in one["choices"]]
            if one.get("isMultiSelect"):
                return ",".join(rng.sample(values, rng.randint(1, len(values))))
            return str(rng.choice(values))
        case "Input.Number":
            lowest = int(one.get("min", 0))
            return str(rng.randint(lowest, int(one.get("max", lowest + 5000))))
        case "Input.Date":
            return day_by_chance(rng)
        case _ if one.get("style") == "url":
            return f"https://intranet.contoso.com/{token()}"
    long = " lang" * 300 if one.get("isMultiline") and rng.random() < _LONG else ""
    return f"{token()}{long}"[: int(one.get("maxLength", 2000))]
