"""The addresses that a playbook may hold: whole, and https."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_UNFIT: Final = re.compile(r'[\s<>"\\^`{|}\x00-\x1f\x7f]')


def address_fault(address: str, schemes: tuple[str, ...] = ("https",), relative: bool = False) -> str:
    """The reason why this is no address for a link, empty where it is one. `relative`: it needs no host."""
    allowed = " or ".join(f"{scheme}://" for scheme in schemes)
    if _UNFIT.search(address):
        return f'"{address}" holds a space or another character that an address must not hold'
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return f'"{address}" is no address'
    if relative and not parts.scheme and not parts.netloc and parts.path:
        return ""
    if parts.scheme not in schemes:
        return f'"{address}" must begin with {allowed}'
    if not host or "@" in parts.netloc:
        return f'"{address}" names no host, or names a user'
    return ""
