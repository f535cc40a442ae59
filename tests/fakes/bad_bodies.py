"""Bodies that are no activity: the status that each gets, its bytes, and headers of its own."""

from __future__ import annotations

import gzip

BAD_BODIES: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "empty": (400, b"", {}),
    "broken": (400, b'{"type": "mess', {}),
    "not UTF-8": (400, b'{"type": "\xff\xfe"}', {}),
    "a list": (400, b"[]", {}),
    "a number": (400, b"7", {}),
    "nested deep": (400, b'{"a":' * 50_000, {}),
    "nested deep and whole": (400, b'{"type":' + b"[" * 50_000 + b"]" * 50_000 + b"}", {}),
    "too large": (413, b'{"type": "' + b"x" * 300_000 + b'"}', {}),
    "a bomb": (413, gzip.compress(b" " * 20_000_000), {"Content-Encoding": "gzip"}),
    "not gzip": (400, b"{}", {"Content-Encoding": "gzip"}),
    "text": (415, b"{}", {"Content-Type": "text/plain"}),
    "a form": (415, b"a=1", {"Content-Type": "application/x-www-form-urlencoded"}),
}
