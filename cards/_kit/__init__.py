"""Elements that the adaptivecards package lacks: strict ones, inputs, actions, charts, Teams' own.

Elements are made from finished children, each keeping its plain data, so that a card is JSON-ready
without being walked or copied. A property that an element does not have, or of the wrong type, is a
TypeError; a property that is None is left out.
"""

from cards._kit.actions import Action, Execute, OpenUrl, ShowCard, Submit, ToggleVisibility
from cards._kit.card import Card, InnerCard, Mention, Refresh, Teams
from cards._kit.charts import Bar, HorizontalBar, Line, LineChart, Point
from cards._kit.inputs import Choice, ChoiceSet, DateInput, Input, NumberInput, TextInput
from cards._kit.layout import (
    ActionSet,
    Column,
    ColumnSet,
    Container,
)
from cards._kit.strict import Element
from cards._kit.text import RichTextBlock, TextBlock, TextRun

__all__ = [
    "Action",
    "ActionSet",
    "Bar",
    "Card",
    "Choice",
    "ChoiceSet",
    "Column",
    "ColumnSet",
    "Container",
    "DateInput",
    "Element",
    "Execute",
    "HorizontalBar",
    "InnerCard",
    "Input",
    "Line",
    "LineChart",
    "Mention",
    "NumberInput",
    "OpenUrl",
    "Point",
    "Refresh",
    "RichTextBlock",
    "ShowCard",
    "Submit",
    "Teams",
    "TextBlock",
    "TextInput",
    "TextRun",
    "ToggleVisibility",
]
