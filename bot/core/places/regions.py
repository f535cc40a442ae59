"""The states and cantons of countries: to choose from, and as people type them ("NRW", "Bavaria")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.core.places.comparing import comparable
from bot.core.workdays import state_code, state_names

_PREFIXES = ("freistaat", "bundesland", "land", "kanton", "canton", "canton of", "state of", "bundesstaat")


@lru_cache(maxsize=256)
def region_code(country: str, typed: str) -> str | None:
    """The code of a state as somebody typed it, in German or English, by its code, its name or what it is
    called for short; None where the country has none of that name."""
    known = state_code(country, typed)
    return known if known is not None else _codes(country).get(_bare(typed))


@lru_cache(maxsize=64)
def regions(country: str, language: str) -> tuple[tuple[str, str], ...]:
    """The states of a country, (code, name in that language), by their names; none where it has none."""
    named = [(code, _name(country, code, language)) for code in state_names(country)]
    return tuple(sorted(named, key=lambda one: comparable(one[1])))


def _name(country: str, code: str, language: str) -> str:
    known = _known().get(country, {}).get(code, {})
    return str(known.get(language) or next(iter(state_names(country)[code]), code))


def _bare(typed: str) -> str:
    name = typed.strip().casefold()
    found = next((one for one in _PREFIXES if name.startswith(f"{one} ")), "")
    return comparable(name.removeprefix(found))


@lru_cache(maxsize=64)
def _codes(country: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in state_names(country).items():
        known = _known().get(country, {}).get(code, {})
        also = known.get("also", [])
        for name in (*(text for key, text in known.items() if key != "also"), *names, *also):
            found.setdefault(comparable(name), code)
    return found


@cache
def _known() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    read: dict[str, Mapping[str, Mapping[str, Any]]] = yaml.safe_load(
        Path(__file__).with_name("regions.yaml").read_text(encoding="utf-8")
    )
    return read
