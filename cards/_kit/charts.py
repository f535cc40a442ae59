"""Charts: Teams' own element. They name their colours, so the numbers belong beside them as text."""

from __future__ import annotations

from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Element, Part, Parts, Strict


class Bar(Strict):
    """One bar of a chart."""

    x = PropertyType(type=str)
    y = PropertyType(type=int)
    color = PropertyType(type=str)


class HorizontalBar(Element):
    """A bar chart; clients that do not know it show `fallback`."""

    element_type = "Chart.HorizontalBar"
    title = PropertyType(type=str)
    display_mode = PropertyType(type=str, key_name="displayMode")
    data = Parts()
    fallback = Part()
