"""The app's icons: a ring of four segments, the four success factors, and a tick where they meet.

`python -m bot.teams.manifest.icons FOLDER` writes both as files, to look at.
"""

from __future__ import annotations

import sys
from math import radians
from pathlib import Path
from typing import Final

from bot.teams.manifest.png import Pixel, png
from bot.teams.manifest.shapes import Shape, arc, stroke, union

Colour = tuple[int, int, int]

ACCENT: Final = "#115E6E"
"""The colour behind the icon, for the manifest."""

_TOP: Final[Colour] = (0x17, 0x7E, 0x89)
_BOTTOM: Final[Colour] = (0x0B, 0x3F, 0x54)
_RING: Final[Colour] = (0xFF, 0xFF, 0xFF)
_TICK: Final[Colour] = (0xFF, 0xC8, 0x57)
_TURN: Final = (0, 90, 180, 270)
_COLOUR_SIZE: Final = 192
_OUTLINE_SIZE: Final = 32


def colour_icon() -> bytes:
    """The icon of 192 by 192 pixels. The symbol keeps clear of the corners, which Teams cuts off."""
    ring = _ring(_COLOUR_SIZE, radius=53, width=15, gap=29)
    tick = _tick(_COLOUR_SIZE, reach=28, width=16)

    def pixel(column: int, row: int) -> Pixel:
        colour = _mixed(_TOP, _BOTTOM, (column + row) / (2 * _COLOUR_SIZE - 2))
        colour = _mixed(colour, _RING, _covered(ring, column, row))
        colour = _mixed(colour, _TICK, _covered(tick, column, row))
        return (*colour, 255)

    return png(_COLOUR_SIZE, pixel)


def outline_icon() -> bytes:
    """The icon of 32 by 32 pixels, white on nothing, as Teams asks for it."""
    drawn = union([_ring(_OUTLINE_SIZE, 13.5, 2.6, 24), _tick(_OUTLINE_SIZE, 6.8, 3)])

    def pixel(column: int, row: int) -> Pixel:
        return (255, 255, 255, round(255 * _covered(drawn, column, row)))

    return png(_OUTLINE_SIZE, pixel)


def _ring(size: int, radius: float, width: float, gap: float) -> Shape:
    """Four segments; `gap` in degrees between the middles of their round ends."""
    centre = (size / 2, size / 2)
    return union(
        [arc(centre, radius, width, radians(turn + gap / 2), radians(turn + 90 - gap / 2)) for turn in _TURN]
    )


def _tick(size: int, reach: float, width: float) -> Shape:
    middle = size / 2
    points = [(-0.86, 0.04), (-0.24, 0.62), (0.92, -0.6)]
    return stroke([(middle + x * reach, middle + y * reach) for x, y in points], width)


def _covered(shape: Shape, column: int, row: int) -> float:
    """The share of a pixel that a shape covers, 0 to 1: its edge runs through pixels within half a unit."""
    return min(max(0.5 - shape(column + 0.5, row + 0.5), 0.0), 1.0)


def _mixed(under: Colour, over: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(under, over, strict=True))
    return red, green, blue


def main(folder: Path) -> None:
    """Write both icons into a folder."""
    (folder / "color.png").write_bytes(colour_icon())
    (folder / "outline.png").write_bytes(outline_icon())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
