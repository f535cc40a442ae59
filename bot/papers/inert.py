"""Text of people on its way into a file: without what no file may hold, its line breaks all of one kind."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with every line break as `\\n`, and without the characters that XML has no place for."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(printable(text).split())


def may_be_opened(address: str) -> bool:
    """True where an address may be opened from a file."""
    return address.startswith("https://") and address.isprintable() and " " not in address
