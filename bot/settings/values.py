"""Reads the text of a setting: words in any case, lists, hosts."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from typing import Any


def canonical(value: Any, words: Sequence[str]) -> Any:
    """A word in the spelling of the list, whatever the case it was given in; other values as they are."""
    found = {word.lower(): word for word in words}
    return found.get(value.strip().lower(), value) if isinstance(value, str) else value


def one_or_more(text: str) -> list[str]:
    """The parts of a list that is separated by commas, semicolons or spaces."""
    return [part for part in re.split(r"[,;\s]+", text) if part]


def read_fm_ids(text: str) -> tuple[tuple[tuple[str | None, str], ...], ...]:
    """`tenant/objectid` or object ids as (tenant or None, object id), in lower case: for each person one, or
    several that were joined by `=`."""
    return tuple(tuple(map(_read_fm_id, one.split("="))) for one in one_or_more(text.lower()))


def _read_fm_id(text: str) -> tuple[str | None, str]:
    tenant, slash, key = text.rpartition("/")
    return (tenant if slash else None), key


MOST_DAYS = 99_999
"""So many days are 273 years."""


def read_days(text: str) -> dict[str, int | None]:
    """`state=days` of a list; None where the days are no number from 1 to MOST_DAYS, or differ."""
    found: dict[str, int | None] = {}
    for one in one_or_more(re.sub(r"\s*=\s*", "=", text.lower())):
        state, _, written = one.partition("=")
        days = int(written) if re.fullmatch(r"[1-9][0-9]{0,4}", written) else None
        found[state] = days if found.get(state, days) == days else None
    return found


def read_hosts(text: str) -> frozenset[str]:
    """Hosts of a list, in lower case, without the port that https means anyway."""
    return frozenset(one.removesuffix(":443") for one in one_or_more(text.lower()))


def is_loopback(host: str | None) -> bool:
    """True for a host name or address that is this machine's own."""
    if host is None or host.lower() == "localhost":
        return host is not None
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
