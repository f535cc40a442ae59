"""Elements that hold others: containers, columns, sets of buttons."""

from __future__ import annotations

from adaptivecards import containers

from cards._kit.strict import Element, Part, Parts


class Container(Element, containers.Container):
    """Elements below one another."""

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
