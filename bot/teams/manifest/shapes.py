"""Shapes as distances: how far a point is from a drawn line, negative inside it. Units are the picture's."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

Shape = Callable[[float, float], float]
Point = tuple[float, float]


def arc(centre: Point, radius: float, width: float, start: float, end: float) -> Shape:
    """A stroke along a circle with round ends. Angles in radians, clockwise from the right."""
    middle, half = (start + end) / 2, (end - start) / 2
    ends = [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in (start, end)]

    def distance(x: float, y: float) -> float:
        across, down = x - centre[0], y - centre[1]
        away = abs((atan2(down, across) - middle + pi) % (2 * pi) - pi)
        if away <= half:
            return abs(hypot(across, down) - radius) - width / 2
        return min(hypot(x - a, y - b) for a, b in ends) - width / 2

    return distance


def stroke(points: list[Point], width: float) -> Shape:
    """A stroke through points with round ends and joints."""
    lines = list(pairwise(points))

    def distance(x: float, y: float) -> float:
        return min(_from_line(x, y, first, last) for first, last in lines) - width / 2

    return distance


def union(shapes: list[Shape]) -> Shape:
    """All of the shapes."""
    return lambda x, y: min(shape(x, y) for shape in shapes)


def _from_line(x: float, y: float, first: Point, last: Point) -> float:
    along, down = last[0] - first[0], last[1] - first[1]
    share = ((x - first[0]) * along + (y - first[1]) * down) / (along * along + down * down)
    share = min(max(share, 0.0), 1.0)
    return hypot(x - first[0] - share * along, y - first[1] - share * down)
