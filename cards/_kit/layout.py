"""Elements that hold others: containers, columns, tables, sets of buttons."""

from __future__ import annotations

from adaptivecards import containers
from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Element, Part, Parts, Strict


class Container(Element, containers.Container):
    """Elements below one another."""

    is_visible = PropertyType(type=bool, key_name="isVisible")
    items = Parts()
    select_action = Part(key_name="selectAction")


class Column(Element, containers.Column):
    """A column of a ColumnSet; `width` is "auto", "stretch", a weight or pixels ("80px")."""

    items = Parts()
    selectAction = Part()


class ColumnSet(Element, containers.ColumnSet):
    """Columns side by side."""

    columns = Parts()
    select_action = Part(key_name="selectAction")


class ActionSet(Element, containers.ActionSet):
    """Buttons in the body of a card."""

    actions = Parts()


class TableColumn(Strict):
    """A column of a table: its share of the width."""

    width = PropertyType(type=int)


class TableCell(Element):
    """A cell of a table."""

    element_type = "TableCell"
    items = Parts()
    style = PropertyType(type=str)
    vertical_content_alignment = PropertyType(type=str, key_name="verticalContentAlignment")


class TableRow(Element):
    """A row of a table."""

    element_type = "TableRow"
    cells = Parts()
    style = PropertyType(type=str)


class Table(Element):
    """A table; its first row is its header."""

    element_type = "Table"
    columns = Parts()
    rows = Parts()
    first_row_as_header = PropertyType(type=bool, key_name="firstRowAsHeader")
    show_grid_lines = PropertyType(type=bool, key_name="showGridLines")
    grid_style = PropertyType(type=str, key_name="gridStyle")
    fallback = Part()
