"""Charts: Teams' own elements. They name their colours, so the numbers belong beside them as text."""

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


class Point(Strict):
    """A point of a line: `x` is a day as YYYY-MM-DD."""

    x = PropertyType(type=str)
    y = PropertyType(type=(int, float))


class Line(Strict):
    """One line of a chart, named in the legend."""

    legend = PropertyType(type=str)
    values = Parts()
    color = PropertyType(type=str)


class LineChart(Element):
    """A line chart; clients that do not know it show `fallback`."""

    element_type = "Chart.Line"
    title = PropertyType(type=str)
    x_axis_title = PropertyType(type=str, key_name="xAxisTitle")
    y_axis_title = PropertyType(type=str, key_name="yAxisTitle")
    data = Parts()
    fallback = Part()
