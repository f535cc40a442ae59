"""Pixels become a PNG file, 8 bits a channel with transparency."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

Pixel = tuple[int, int, int, int]
"""Red, green, blue, opacity; 0 to 255."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUECOLOUR_WITH_ALPHA = 6


def png(size: int, pixel: Callable[[int, int], Pixel]) -> bytes:
    """A square picture, `pixel(column, row)` by pixel. The same picture gives the same bytes."""
    rows = b"".join(
        b"\0" + bytes(channel for column in range(size) for channel in pixel(column, row))
        for row in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, _TRUECOLOUR_WITH_ALPHA, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
